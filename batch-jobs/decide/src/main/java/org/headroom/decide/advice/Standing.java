package org.headroom.decide.advice;

import org.headroom.rules.policy.ScoreBlock;

/**
 * Where a site stands: tier, then score, then place by id.
 *
 * @param tier 1 is best
 * @param score the score that ranks
 * @param idPlace decides between equals
 */
record Standing(int tier, double score, int idPlace) {
    /** A site of which a gate is known, or expected, to exclude it has no place in a list. */
    private static final int LAST_GOOD_TIER = ScoreBlock.EXCLUDED_TIER - 2;

    boolean isGood() {
        return isGood(tier);
    }

    static boolean isGood(int tier) {
        return tier <= LAST_GOOD_TIER;
    }

    /** Whether this stands before a site with a tier, a score and a place by id. */
    boolean isBefore(int otherTier, double otherScore, int otherPlace) {
        if (tier != otherTier) {
            return tier < otherTier;
        }
        return score != otherScore ? score > otherScore : idPlace < otherPlace;
    }
}
