/** A policy as a page that a board can read and print. */
@NullMarked
package org.headroom.report.policy;

import org.jspecify.annotations.NullMarked;
