package org.headroom.layers.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.headroom.layers.crs.ReferenceSystems;
import org.jspecify.annotations.Nullable;

/**
 * A GeoTIFF read at once into memory.
 *
 * @param width columns
 * @param height rows
 * @param gridFromCrs six numbers a..f: column = a x + b y + c, row = d x + e y + f, cell centres on whole numbers
 * @param crs well-known text; empty for WGS 84, longitude first
 * @param bands one array a wanted band, row by row from the top, NaN where there is no data
 */
public record GeoTiffFile(int width, int height, double[] gridFromCrs, String crs, List<float[]> bands) {
    /** Bounds what a hostile header can make us allocate: 400 million cells, 1.6 GB a band. */
    private static final long MAX_CELLS = 400_000_000L;

    /**
     * Reads the wanted bands.
     *
     * @param numbers band numbers, from 1
     * @param crsOverride code that replaces what the file says; null for none
     */
    public static GeoTiffFile read(Path file, int[] numbers, @Nullable String crsOverride) throws IOException {
        GeoTiffFile plain = crsOverride == null || ReferenceSystems.isPlainWgs84(crsOverride)
                ? PlainTiff.read(file, numbers)
                : null;
        return plain != null ? plain : GeoToolsTiff.read(file, numbers, crsOverride);
    }

    static void checkCells(long cells) throws SourceException {
        if (cells > MAX_CELLS) {
            throw new SourceException("has " + cells + " cells, more than 400 million", "Cut or coarsen the raster.");
        }
    }

    static void checkBand(int number, int bands) throws SourceException {
        if (number > bands) {
            throw new SourceException(
                    "has " + bands + " bands, so there is no band " + number, "Correct the band numbers in fields.");
        }
    }

    /** Makes cells without data NaN. */
    static void removeNoData(float[] cells, double noData) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == (float) noData || Float.isInfinite(cells[i])) {
                cells[i] = Float.NaN;
            }
        }
    }
}
