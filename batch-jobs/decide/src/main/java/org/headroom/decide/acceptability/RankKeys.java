package org.headroom.decide.acceptability;

import org.headroom.rules.policy.ScoreBlock;

/**
 * A tier and a score as one number that orders sites, the best first, as a run does: in four bits the tier, in 28 how far the score lies below the
 * highest. Scores that differ by less than 4e-9 of the policy's range count as equal, and the site id decides. All excluded sites have the same.
 */
final class RankKeys {
    private static final int SCORE_BITS = 28;
    private static final int MOST = (1 << SCORE_BITS) - 1;

    private final double maximum;
    private final double scale;

    RankKeys(double minimum, double maximum) {
        this.maximum = maximum;
        this.scale = MOST / (maximum - minimum);
    }

    /** An unsigned number; smaller is better. */
    int of(int tier, double score) {
        return tier >= ScoreBlock.EXCLUDED_TIER
                ? ScoreBlock.EXCLUDED_TIER << SCORE_BITS
                : tier << SCORE_BITS | Math.min(MOST, (int) ((maximum - score) * scale));
    }

    /** Whether a key stands for an excluded site. */
    static boolean isExcluded(int key) {
        return key >>> SCORE_BITS >= ScoreBlock.EXCLUDED_TIER;
    }
}
