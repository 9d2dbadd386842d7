package org.headroom.decide.acceptability;

import java.util.Arrays;

/**
 * Picks ranks by their place in the order of many, without sorting them: by bins first, and then within one bin. The bins are of the range that the
 * ranks have, which is a small one of most sites. One for each thread.
 */
final class RankPicker {
    private static final int MOST_BINS = 1 << 11;

    private final int[] bins = new int[MOST_BINS];
    private int[] within = {};
    private int least;
    private int shift;

    /** Takes the ranks that are picked from until others are taken; at least one. */
    void take(int[] ranks) {
        least = ranks[0];
        int greatest = ranks[0];
        for (int rank : ranks) {
            least = Math.min(least, rank);
            greatest = Math.max(greatest, rank);
        }
        shift = 0;
        while (greatest - least >>> shift >= MOST_BINS) {
            shift++;
        }
        Arrays.fill(bins, 0, (greatest - least >>> shift) + 1, 0);
        for (int rank : ranks) {
            bins[rank - least >>> shift]++;
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
        if (shift == 0) {
            return least + bin;
        }
        int count = 0;
        for (int rank : ranks) {
            if (rank - least >>> shift == bin) {
                within[count++] = rank;
            }
        }
        Arrays.sort(within, 0, count);
        return within[wanted - before - 1];
    }
}
