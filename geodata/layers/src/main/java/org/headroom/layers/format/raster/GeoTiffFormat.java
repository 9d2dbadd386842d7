package org.headroom.layers.format.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.headroom.layers.crs.ReferenceSystems;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.format.RasterGrid;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** GeoTIFF. */
public final class GeoTiffFormat implements RasterFormat {
    /** Bounds what a hostile header can make us allocate: 400 million cells, 1.6 GB a band. */
    private static final long MAX_CELLS = 400_000_000L;

    @Override
    public String id() {
        return "geotiff";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".tif", ".tiff");
    }

    @Override
    public RasterGrid read(SourceAddress source, int[] bands, @Nullable String crs) throws IOException {
        Path file = source.file();
        RasterGrid plain = crs == null || ReferenceSystems.isPlainWgs84(crs) ? PlainTiff.read(file, bands) : null;
        return plain != null ? plain : GeoToolsTiff.read(file, bands, crs);
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
