package org.headroom.export.geopackage;

import java.nio.ByteBuffer;

/**
 * The cells of one level of an R-tree: what they point to, and their boxes in the 32 bits that SQLite keeps of them, smallest x, largest x,
 * smallest y, largest y. Lower bounds are rounded down to a float, upper bounds up.
 */
final class RTreeLevel {
    private final long[] ids;
    private final float[] boxes;

    RTreeLevel(int size) {
        ids = new long[size];
        boxes = new float[size * 4];
    }

    /** The points of some rows, in the order given; the id of a row is its number from 1. */
    static RTreeLevel ofPoints(Places places, int[] rows) {
        RTreeLevel level = new RTreeLevel(rows.length);
        for (int i = 0; i < rows.length; i++) {
            double x = places.longitude(rows[i]);
            double y = places.latitude(rows[i]);
            level.set(i, rows[i] + 1L, down(x), up(x), down(y), up(y));
        }
        return level;
    }

    int size() {
        return ids.length;
    }

    long id(int cell) {
        return ids[cell];
    }

    /** Makes a cell the box round some cells of the level below; a box without cells is all 0. */
    void enclose(int cell, long id, RTreeLevel below, int from, int to) {
        if (from == to) {
            set(cell, id, 0, 0, 0, 0);
            return;
        }
        float minX = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            minX = Math.min(minX, below.boxes[4 * i]);
            maxX = Math.max(maxX, below.boxes[4 * i + 1]);
            minY = Math.min(minY, below.boxes[4 * i + 2]);
            maxY = Math.max(maxY, below.boxes[4 * i + 3]);
        }
        set(cell, id, minX, maxX, minY, maxY);
    }

    /** Writes some cells as SQLite does, big-endian. */
    void put(int from, int to, ByteBuffer out) {
        for (int cell = from; cell < to; cell++) {
            out.putLong(ids[cell]);
            for (int i = 0; i < 4; i++) {
                out.putFloat(boxes[4 * cell + i]);
            }
        }
    }

    private void set(int cell, long id, float minX, float maxX, float minY, float maxY) {
        ids[cell] = id;
        boxes[4 * cell] = minX;
        boxes[4 * cell + 1] = maxX;
        boxes[4 * cell + 2] = minY;
        boxes[4 * cell + 3] = maxY;
    }

    private static float down(double value) {
        float nearest = (float) value;
        return nearest > value ? Math.nextDown(nearest) : nearest;
    }

    private static float up(double value) {
        float nearest = (float) value;
        return nearest < value ? Math.nextUp(nearest) : nearest;
    }
}
