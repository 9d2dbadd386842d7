/** Policies: loaded and checked, and run over blocks of sites. */
@NullMarked
package org.headroom.rules.policy;

import org.jspecify.annotations.NullMarked;
