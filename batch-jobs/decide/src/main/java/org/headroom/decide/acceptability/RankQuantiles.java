package org.headroom.decide.acceptability;

import java.util.Arrays;

/** Mean and quantiles of the ranks of one site. One for each thread. */
final class RankQuantiles {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final int[] times;

    /** @param sites the largest rank */
    RankQuantiles(int sites) {
        times = new int[sites + 1];
    }

    /**
     * Finishes a site.
     *
     * @param ranks its rank in every draw, below 0 where it is excluded
     */
    void finish(int[] ranks, int topN, int site, Acceptability out) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        int inTop = 0;
        long sum = 0;
        for (int signed : ranks) {
            int rank = Math.abs(signed);
            sum += rank;
            least = Math.min(least, rank);
            most = Math.max(most, rank);
            inTop += signed > 0 && signed <= topN ? 1 : 0;
            times[rank]++;
        }
        out.timesInTop[site] = inTop;
        out.expectedRank[site] = (double) sum / ranks.length;
        out.rankP05[site] = quantile(LOW, ranks.length, least);
        out.rankP95[site] = quantile(HIGH, ranks.length, least);
        Arrays.fill(times, least, most + 1, 0);
    }

    /** The smallest rank that is not passed in a share of the draws. */
    private int quantile(double share, int draws, int least) {
        long wanted = (long) Math.ceil(share * draws);
        int rank = least;
        long within = times[rank];
        while (within < wanted) {
            rank++;
            within += times[rank];
        }
        return rank;
    }
}
