package org.headroom.decide.acceptability;

import java.util.Arrays;

/** Picks ranks by their place in the order of many, without sorting them: by bins first, and then within one bin. One for each thread. */
final class RankPicker {
    private static final int MOST_BINS = 1 << 11;

    private final int shift;
    private final int[] bins;
    private int[] within = {};

    /** @param largest the largest rank */
    RankPicker(int largest) {
        int bits = 0;
        while (largest >>> bits >= MOST_BINS) {
            bits++;
        }
        shift = bits;
        bins = new int[(largest >>> bits) + 1];
    }

    /** Takes the ranks that are picked from until others are taken. */
    void take(int[] ranks) {
        Arrays.fill(bins, 0);
        for (int rank : ranks) {
            bins[rank >>> shift]++;
        }
        if (within.length < ranks.length) {
            within = new int[ranks.length];
        }
    }

    /** The smallest rank that is not passed in so many of those that were taken, at least 1 of them. */
    int pick(int[] ranks, int wanted) {
        int bin = 0;
        int before = 0;
        while (before + bins[bin] < wanted) {
            before += bins[bin];
            bin++;
        }
        int count = 0;
        for (int rank : ranks) {
            if (rank >>> shift == bin) {
                within[count++] = rank;
            }
        }
        Arrays.sort(within, 0, count);
        return within[wanted - before - 1];
    }
}
