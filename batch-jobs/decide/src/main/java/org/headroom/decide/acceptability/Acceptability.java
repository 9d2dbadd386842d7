package org.headroom.decide.acceptability;

import org.headroom.runs.store.SureRanks;

/** How sure the rank of each site is; sites are numbered as in the run. Filled by several threads, each for sites of its own. */
final class Acceptability {
    private final int draws;
    final int[] timesInTop;
    final double[] expectedRank;
    final int[] rankP05;
    final int[] rankP95;
    final double[] expectedScore;

    Acceptability(int sites, int draws) {
        this.draws = draws;
        timesInTop = new int[sites];
        expectedRank = new double[sites];
        rankP05 = new int[sites];
        rankP95 = new int[sites];
        expectedScore = new double[sites];
    }

    /** Number of sites. */
    int size() {
        return timesInTop.length;
    }

    /** Number of draws. */
    int draws() {
        return draws;
    }

    /** Probability to stand among the first N and not to be excluded. */
    double topNProbability(int site) {
        return (double) timesInTop[site] / draws;
    }

    /** Of all sites; N times the draws where never fewer than N sites were not excluded. */
    long timesInTop() {
        long times = 0;
        for (int one : timesInTop) {
            times += one;
        }
        return times;
    }

    /**
     * The standard error of {@link #topNProbability} had the draws been independent; those of a Latin hypercube err no more than one draw fewer
     * would (Owen 1997).
     */
    double standardError(int site) {
        double p = topNProbability(site);
        return Math.sqrt(p * (1 - p) / Math.max(1, draws - 1));
    }

    /** Puts the figures of a site into a block. */
    void copy(int site, int row, SureRanks.Block block) {
        block.topNProbability()[row] = topNProbability(site);
        block.standardError()[row] = standardError(site);
        block.expectedRank()[row] = expectedRank[site];
        block.rankP05()[row] = rankP05[site];
        block.rankP95()[row] = rankP95[site];
        block.expectedScore()[row] = expectedScore[site];
    }
}
