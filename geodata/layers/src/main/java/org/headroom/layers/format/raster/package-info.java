/** Rasters: GeoTIFF. */
@NullMarked
package org.headroom.layers.format.raster;

import org.jspecify.annotations.NullMarked;
