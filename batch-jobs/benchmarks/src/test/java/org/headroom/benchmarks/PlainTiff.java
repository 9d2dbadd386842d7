package org.headroom.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A GeoTIFF of two bands of 32-bit floats in one uncompressed strip, EPSG:4326. Tags as in TIFF 6.0 (Adobe, 1992) and GeoTIFF 1.1 (Open
 * Geospatial Consortium, 2019).
 */
final class PlainTiff {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int TAGS = 15;
    private static final int HEADER = 8;
    private static final int DIRECTORY = 2 + 12 * TAGS + 4;
    private static final int[] GEO_KEYS = {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326};

    private final ByteBuffer out;
    private int asideAt = HEADER + DIRECTORY;

    private PlainTiff(int size) {
        out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Writes the file.
     *
     * @param west degrees east of the upper left corner
     * @param north degrees north of it
     * @param cell degrees of a cell
     * @param cells band 1 and 2 of a cell side by side, row by row from the top
     */
    static void write(Path file, int width, int height, double west, double north, double cell, float[] cells)
            throws IOException {
        int aside = 8 * (3 + 6) + 2 * GEO_KEYS.length;
        int data = HEADER + DIRECTORY + aside;
        PlainTiff tiff = new PlainTiff(data + 4 * cells.length);
        tiff.out
                .put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(HEADER)
                .putShort((short) TAGS);
        tiff.numbers(256, LONG, width);
        tiff.numbers(257, LONG, height);
        tiff.numbers(258, SHORT, 32, 32);
        tiff.numbers(259, SHORT, 1);
        tiff.numbers(262, SHORT, 1);
        tiff.numbers(273, LONG, data);
        tiff.numbers(277, SHORT, 2);
        tiff.numbers(278, LONG, height);
        tiff.numbers(279, LONG, 4 * cells.length);
        tiff.numbers(284, SHORT, 1);
        tiff.numbers(338, SHORT, 0);
        tiff.numbers(339, SHORT, 3, 3);
        tiff.doubles(33550, cell, cell, 0);
        tiff.doubles(33922, 0, 0, 0, west, north, 0);
        tiff.keys();
        tiff.out.position(data);
        for (float value : cells) {
            tiff.out.putFloat(value);
        }
        Files.write(file, tiff.out.array());
    }

    /** Numbers that fit into the entry itself. */
    private void numbers(int tag, int type, int... values) {
        int end = out.position() + 12;
        out.putShort((short) tag).putShort((short) type).putInt(values.length);
        for (int value : values) {
            if (type == SHORT) {
                out.putShort((short) value);
            } else {
                out.putInt(value);
            }
        }
        out.position(end);
    }

    private void doubles(int tag, double... values) {
        out.putShort((short) tag).putShort((short) DOUBLE).putInt(values.length).putInt(asideAt);
        for (double value : values) {
            out.putDouble(asideAt, value);
            asideAt += 8;
        }
    }

    private void keys() {
        out.putShort((short) 34735)
                .putShort((short) SHORT)
                .putInt(GEO_KEYS.length)
                .putInt(asideAt);
        for (int key : GEO_KEYS) {
            out.putShort(asideAt, (short) key);
            asideAt += 2;
        }
    }
}
