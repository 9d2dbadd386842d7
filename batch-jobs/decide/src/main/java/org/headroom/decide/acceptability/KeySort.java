package org.headroom.decide.acceptability;

import java.util.Arrays;

/** Sorts numbers of 63 bits that are in the order of their lower 31 bits already, by the upper 32: three passes of counting. One for each thread. */
final class KeySort {
    private static final int FIRST = Integer.SIZE - 1;
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int PASSES = 3;
    /** Below, comparing is faster. */
    private static final int FEW = 512;

    private final int[] places = new int[DIGITS];
    private long[] from;
    private long[] to;

    KeySort(int size) {
        from = new long[size];
        to = new long[size];
    }

    /** Sorts; what is returned is good until the next call. */
    long[] sort(long[] keys) {
        if (keys.length < FEW) {
            Arrays.sort(keys);
            return keys;
        }
        System.arraycopy(keys, 0, from, 0, keys.length);
        for (int pass = 0; pass < PASSES; pass++) {
            int shift = FIRST + DIGIT_BITS * pass;
            Arrays.fill(places, 0);
            for (long key : from) {
                places[(int) (key >>> shift) & (DIGITS - 1)]++;
            }
            int before = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int count = places[digit];
                places[digit] = before;
                before += count;
            }
            for (long key : from) {
                to[places[(int) (key >>> shift) & (DIGITS - 1)]++] = key;
            }
            long[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }
}
