package org.headroom.layers;

import java.util.SortedMap;

/**
 * The grids of a raster layer.
 *
 * @param width columns
 * @param height rows
 * @param gridFromCrs six numbers a..f: column = a x + b y + c and row = d x + e y + f, with cell centres on whole numbers
 * @param crs well-known text of the grid's reference system; empty for EPSG:4326, longitude first
 * @param bands cells by field, row by row from the top; NaN where there is no data; in the field's unit
 */
record RasterData(int width, int height, double[] gridFromCrs, String crs, SortedMap<String, float[]> bands) {}
