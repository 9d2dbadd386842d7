/** Published runs: what lies in their folders, and how it is read. */
@NullMarked
package org.headroom.runs;

import org.jspecify.annotations.NullMarked;
