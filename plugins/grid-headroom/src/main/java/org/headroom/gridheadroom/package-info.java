/** Scoring module {@code grid-headroom}: the nearest usable substation, its headroom, and the capacity of the grid around a site. */
@NullMarked
package org.headroom.gridheadroom;

import org.jspecify.annotations.NullMarked;
