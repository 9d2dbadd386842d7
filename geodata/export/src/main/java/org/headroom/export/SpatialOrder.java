package org.headroom.export;

import java.util.Arrays;

/** Rows with a place, along a Hilbert curve (Hilbert 1891): rows that follow each other lie near each other. */
final class SpatialOrder {
    /** Cells along one side, 2 to the 15th: the curve's number fits 30 bits. */
    private static final int SIDE = 1 << 15;

    private SpatialOrder() {}

    static int[] of(Places places) {
        long[] keys = new long[places.rows()];
        int points = 0;
        for (int row = 0; row < places.rows(); row++) {
            double x = places.longitude(row);
            double y = places.latitude(row);
            if (Extent.isPlace(x, y)) {
                keys[points++] = hilbert(cell((x + 180) / 360), cell((y + 90) / 180)) << 32 | row;
            }
        }
        Arrays.sort(keys, 0, points);
        int[] rows = new int[points];
        for (int i = 0; i < points; i++) {
            rows[i] = (int) keys[i];
        }
        return rows;
    }

    private static int cell(double fraction) {
        return Math.min(SIDE - 1, (int) (fraction * SIDE));
    }

    /** Place of a cell on the curve: from the largest quadrant to the smallest, turned so that each begins where the last ends. */
    private static long hilbert(int cellX, int cellY) {
        int x = cellX;
        int y = cellY;
        long distance = 0;
        for (int side = SIDE / 2; side > 0; side /= 2) {
            int right = (x & side) != 0 ? 1 : 0;
            int upper = (y & side) != 0 ? 1 : 0;
            distance += (long) side * side * (3 * right ^ upper);
            if (upper == 0) {
                if (right == 1) {
                    x = SIDE - 1 - x;
                    y = SIDE - 1 - y;
                }
                int swap = x;
                x = y;
                y = swap;
            }
        }
        return distance;
    }
}
