/** Puts any number of sites in the order of their rank, in runs that fit into memory and are then merged. */
@NullMarked
package org.headroom.runs.rank;

import org.jspecify.annotations.NullMarked;
