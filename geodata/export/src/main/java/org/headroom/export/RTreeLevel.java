package org.headroom.export;

import java.nio.ByteBuffer;

/** The cells of one level of an R-tree: what they point to, and their boxes in the 32 bits that SQLite keeps of them. */
final class RTreeLevel {
    private final long[] ids;
    private final float[] boxes;

    RTreeLevel(int size) {
        ids = new long[size];
        boxes = new float[size * 4];
    }

    /** A box that holds what it is made from: lower bounds are rounded down to a float, upper bounds up. */
    record Box(float minX, float maxX, float minY, float maxY) {
        static Box ofPoint(double x, double y) {
            return new Box(down(x), up(x), down(y), up(y));
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

    /** The points of some rows, in the order given; the id of a row is its number from 1. */
    static RTreeLevel ofPoints(Places places, int[] rows) {
        RTreeLevel level = new RTreeLevel(rows.length);
        for (int i = 0; i < rows.length; i++) {
            level.set(i, rows[i] + 1L, Box.ofPoint(places.longitude(rows[i]), places.latitude(rows[i])));
        }
        return level;
    }

    int size() {
        return ids.length;
    }

    long id(int cell) {
        return ids[cell];
    }

    void set(int cell, long id, Box box) {
        ids[cell] = id;
        boxes[4 * cell] = box.minX;
        boxes[4 * cell + 1] = box.maxX;
        boxes[4 * cell + 2] = box.minY;
        boxes[4 * cell + 3] = box.maxY;
    }

    /** Writes some cells as SQLite does, big-endian, and gives the box round them; a box without cells is all 0. */
    Box put(int from, int to, ByteBuffer out) {
        if (from == to) {
            return new Box(0, 0, 0, 0);
        }
        float minX = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int cell = from; cell < to; cell++) {
            out.putLong(ids[cell]);
            for (int i = 0; i < 4; i++) {
                out.putFloat(boxes[4 * cell + i]);
            }
            minX = Math.min(minX, boxes[4 * cell]);
            maxX = Math.max(maxX, boxes[4 * cell + 1]);
            minY = Math.min(minY, boxes[4 * cell + 2]);
            maxY = Math.max(maxY, boxes[4 * cell + 3]);
        }
        return new Box(minX, maxX, minY, maxY);
    }
}
