package org.headroom.report.data;

import java.util.Arrays;
import org.headroom.runs.RunColumns;

/** Brings columns, which lie in the order of the store, into the order of the ranks: once through each from its beginning to its end. */
final class Gatherer {
    static final int BLOCK = 4096;

    private final int size;
    private final int[] siteOf;
    private final int[] rowOf;
    private final double[] one = new double[BLOCK];
    private final double[] other = new double[BLOCK];

    /** @param rows how many of the first ranks */
    Gatherer(RunColumns run, int rows) {
        size = run.size();
        siteOf = new int[rows];
        run.order().read(0, rows, siteOf);
        rowOf = new int[size];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < rows; row++) {
            rowOf[siteOf[row]] = row;
        }
    }

    @FunctionalInterface
    interface Numbers {
        void read(int first, int count, double[] out);
    }

    @FunctionalInterface
    interface Bounds {
        void read(int first, int count, double[] lower, double[] upper);
    }

    @FunctionalInterface
    interface Bytes {
        void read(int first, int count, byte[] out);
    }

    @FunctionalInterface
    interface Whole {
        void read(int first, int count, int[] out);
    }

    @FunctionalInterface
    interface Block {
        void read(int first, int count);
    }

    /** The site of a row. */
    int site(int row) {
        return siteOf[row];
    }

    /** The row of a site, or -1. */
    int row(int site) {
        return rowOf[site];
    }

    void eachBlock(Block block) {
        for (int first = 0; first < size; first += BLOCK) {
            block.read(first, Math.min(BLOCK, size - first));
        }
    }

    void numbers(Numbers source, double[] to) {
        eachBlock((first, count) -> {
            source.read(first, count, one);
            for (int i = 0; i < count; i++) {
                int row = rowOf[first + i];
                if (row >= 0) {
                    to[row] = one[i];
                }
            }
        });
    }

    void bounds(Bounds source, double[] lower, double[] upper) {
        eachBlock((first, count) -> {
            source.read(first, count, one, other);
            for (int i = 0; i < count; i++) {
                int row = rowOf[first + i];
                if (row >= 0) {
                    lower[row] = one[i];
                    upper[row] = other[i];
                }
            }
        });
    }

    void bytes(Bytes source, int[] to) {
        byte[] read = new byte[BLOCK];
        eachBlock((first, count) -> {
            source.read(first, count, read);
            for (int i = 0; i < count; i++) {
                int row = rowOf[first + i];
                if (row >= 0) {
                    to[row] = read[i];
                }
            }
        });
    }

    void whole(Whole source, int[] to) {
        int[] read = new int[BLOCK];
        eachBlock((first, count) -> {
            source.read(first, count, read);
            for (int i = 0; i < count; i++) {
                int row = rowOf[first + i];
                if (row >= 0) {
                    to[row] = read[i];
                }
            }
        });
    }
}
