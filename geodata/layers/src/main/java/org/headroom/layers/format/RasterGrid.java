package org.headroom.layers.format;

import java.util.List;

/**
 * Bands of a raster in memory.
 *
 * @param width columns
 * @param height rows
 * @param gridFromCrs six numbers a..f: column = a x + b y + c, row = d x + e y + f, cell centres on whole numbers
 * @param crs well-known text; empty for WGS 84, longitude first
 * @param bands one array a wanted band, row by row from the top, NaN where there is no data
 * @param notes what somebody should know of the file, a sentence without a full stop each
 */
public record RasterGrid(
        int width, int height, double[] gridFromCrs, String crs, List<float[]> bands, List<String> notes) {}
