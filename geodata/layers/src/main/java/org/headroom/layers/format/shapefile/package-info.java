/** Shapefiles. */
@NullMarked
package org.headroom.layers.format.shapefile;

import org.jspecify.annotations.NullMarked;
