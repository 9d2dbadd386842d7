package org.headroom.runs.whatif;

import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.RunColumns;
import org.headroom.workbench.whatif.Bar;
import org.headroom.workbench.whatif.Others;

/** All sites of a published run but one, as that one sees them. */
final class OtherSites implements Others {
    private final RunColumns run;
    private final int site;
    private final int place;
    private final Bar bar;

    /**
     * @param site the one
     * @param place its place in the order, from 0
     * @param top how many are among the first
     */
    OtherSites(RunColumns run, int site, int place, int top) {
        this.run = run;
        this.site = site;
        this.place = place;
        this.bar = top > run.size() - 1 ? Bar.NONE : key(top - 1);
    }

    @Override
    public Bar bar() {
        return bar;
    }

    @Override
    public long rank(int tier, double score) {
        double key = tier == ScoreBlock.EXCLUDED_TIER ? 0 : score;
        int low = 0;
        int high = run.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(key(middle), tier, key)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low + 1L;
    }

    private static boolean isBefore(Bar other, int tier, double score) {
        if (other.tier() != tier) {
            return other.tier() < tier;
        }
        return other.score() == score ? !other.winsTies() : other.score() > score;
    }

    /** What the order knows of the n-th of the others, from 0; excluded sites count as 0. */
    private Bar key(int other) {
        int[] at = new int[1];
        run.order().read(other < place ? other : other + 1, 1, at);
        byte[] tier = new byte[1];
        double[] score = new double[1];
        int[] own = new int[1];
        int[] its = new int[1];
        run.readTiers(at[0], 1, tier);
        run.readRanking(at[0], 1, score);
        run.readIdPlaces(site, 1, own);
        run.readIdPlaces(at[0], 1, its);
        boolean isExcluded = tier[0] == ScoreBlock.EXCLUDED_TIER;
        return new Bar(tier[0], isExcluded ? 0 : score[0], own[0] < its[0]);
    }
}
