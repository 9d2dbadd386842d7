package org.headroom.layers.format.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RasterGrid;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plainest GeoTIFF (OGC 19-008r4, 2019) alone: one image of uncompressed 32-bit floats in strips, WGS 84 degrees, north up. The
 * first read of one through GeoTools in a Java 17 process takes some 0.7 s of processor time whatever its size, against 0.06 s here: a fifth
 * of it opens the EPSG database, another its factories, a quarter reads a registry of image operations, a tenth converts cells.
 */
final class PlainTiff {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIP_OFFSETS = 273;
    private static final int ORIENTATION = 274;
    private static final int BANDS = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int PLANAR = 284;
    private static final int PREDICTOR = 317;
    private static final int SAMPLE_FORMAT = 339;
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINTS = 33922;
    private static final int GEO_KEYS = 34735;
    private static final int NO_DATA = 42113;

    /** Those above, and those that say nothing about cells or places: texts, resolution, extra samples, parameters of keys. */
    private static final Set<Integer> KNOWN = Set.of(
            254,
            WIDTH,
            HEIGHT,
            BITS,
            COMPRESSION,
            PHOTOMETRIC,
            270,
            STRIP_OFFSETS,
            ORIENTATION,
            BANDS,
            ROWS_PER_STRIP,
            STRIP_BYTES,
            282,
            283,
            PLANAR,
            296,
            305,
            306,
            PREDICTOR,
            338,
            SAMPLE_FORMAT,
            PIXEL_SCALE,
            TIE_POINTS,
            GEO_KEYS,
            34736,
            34737,
            NO_DATA);

    private final FileChannel file;
    private final TiffDirectory tags;
    private final int width;
    private final int height;
    private final int bands;
    private final boolean interleaved;
    private final int rowsPerStrip;

    private PlainTiff(FileChannel file, TiffDirectory tags) {
        this.file = file;
        this.tags = tags;
        this.width = (int) tags.number(WIDTH, 0);
        this.height = (int) tags.number(HEIGHT, 0);
        this.bands = (int) tags.number(BANDS, 1);
        this.interleaved = tags.number(PLANAR, 1) == 1;
        this.rowsPerStrip = (int) Math.min(tags.number(ROWS_PER_STRIP, height), height);
    }

    /** Null when the file is not as plain as that, or not as it should be; GeoTools then says what it is. */
    static @Nullable RasterGrid read(Path path, int[] numbers) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            TiffDirectory tags = TiffDirectory.read(file);
            if (tags == null || !isPlain(tags)) {
                return null;
            }
            boolean cellIsArea = GeoKeys.isPlain(tags.numbers(GEO_KEYS), true);
            if (!cellIsArea && !GeoKeys.isPlain(tags.numbers(GEO_KEYS), false)) {
                return null;
            }
            return new PlainTiff(file, tags).read(numbers, cellIsArea);
        }
    }

    private static boolean isPlain(TiffDirectory tags) {
        double[] scale = tags.numbers(PIXEL_SCALE);
        return tags.hasOnly(KNOWN)
                && tags.number(WIDTH, 0) >= 1
                && tags.number(HEIGHT, 0) >= 1
                && tags.number(ROWS_PER_STRIP, 1) >= 1
                && tags.number(BANDS, 1) >= 1
                && tags.isAll(BITS, 32)
                && tags.isAll(SAMPLE_FORMAT, 3)
                && tags.number(COMPRESSION, 1) == 1
                && tags.number(PREDICTOR, 1) == 1
                && tags.number(ORIENTATION, 1) == 1
                && (tags.number(PLANAR, 1) == 1 || tags.number(PLANAR, 1) == 2)
                && tags.numbers(TIE_POINTS).length == 6
                && scale.length >= 2
                && scale[0] > 0
                && scale[1] > 0;
    }

    private @Nullable RasterGrid read(int[] numbers, boolean cellIsArea) throws IOException {
        GeoTiffFormat.checkCells((long) width * height);
        for (int number : numbers) {
            GeoTiffFormat.checkBand(number, bands);
        }
        double noData = Double.NaN;
        String noDataText = tags.text(NO_DATA);
        if (noDataText != null) {
            try {
                noData = noDataText.equalsIgnoreCase("nan") ? Double.NaN : Numbers.parse(noDataText);
            } catch (NumberFormatException e) {
                return null;
            }
        }
        List<float[]> cells = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            cells.add(new float[width * height]);
        }
        if (!fill(numbers, cells)) {
            return null;
        }
        for (float[] band : cells) {
            GeoTiffFormat.removeNoData(band, noData);
        }
        return new RasterGrid(width, height, gridFromCrs(cellIsArea), "", cells);
    }

    private boolean fill(int[] numbers, List<float[]> cells) throws IOException {
        double[] offsets = tags.numbers(STRIP_OFFSETS);
        double[] lengths = tags.numbers(STRIP_BYTES);
        int strips = (height + rowsPerStrip - 1) / rowsPerStrip;
        int step = interleaved ? bands : 1;
        if (offsets.length != strips * (interleaved ? 1 : bands) || lengths.length != offsets.length) {
            return false;
        }
        for (int i = 0; i < offsets.length; i++) {
            int firstRow = i % strips * rowsPerStrip;
            int count = Math.min(rowsPerStrip, height - firstRow) * width;
            if (lengths[i] != 4.0 * count * step || lengths[i] > Integer.MAX_VALUE) {
                return false;
            }
            ByteBuffer strip = tags.block(file, (long) offsets[i], (int) lengths[i]);
            if (strip == null) {
                return false;
            }
            for (int b = 0; b < numbers.length; b++) {
                int band = numbers[b] - 1;
                if (interleaved || band == i / strips) {
                    copy(strip, interleaved ? band : 0, step, cells.get(b), firstRow * width, count);
                }
            }
        }
        return true;
    }

    private static void copy(ByteBuffer strip, int first, int step, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = strip.getFloat(4 * (first + i * step));
        }
    }

    /** The inverse of: longitude = tie x + scale x (column - tie column), latitude the same with a negative scale. */
    private double[] gridFromCrs(boolean cellIsArea) {
        double[] tie = tags.numbers(TIE_POINTS);
        double[] scale = tags.numbers(PIXEL_SCALE);
        // A tie point of an area is its corner, half a cell before its centre.
        double toCentre = cellIsArea ? 0.5 : 0;
        double x = tie[3] - scale[0] * (tie[0] - toCentre);
        double y = tie[4] + scale[1] * (tie[1] - toCentre);
        return new double[] {1 / scale[0], 0, -x / scale[0], 0, -1 / scale[1], y / scale[1]};
    }
}
