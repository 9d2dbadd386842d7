/** Coordinates of any reference system brought to EPSG:4326, longitude first. */
@NullMarked
package org.headroom.layers.crs;

import org.jspecify.annotations.NullMarked;
