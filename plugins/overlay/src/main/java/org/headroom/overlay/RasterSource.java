package org.headroom.overlay;

import org.headroom.spi.RasterLayer;

/**
 * One of the grids of a criterion.
 *
 * @param layer where it comes from
 * @param band the values that the criterion reads
 */
record RasterSource(RasterLayer layer, RasterLayer.Band band) {}
