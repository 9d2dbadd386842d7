package org.headroom.workbench.whatif;

import org.headroom.rules.policy.ScoreBlock;

/**
 * What a site must stand before to be among the first N: the N-th of all other sites. A site that a gate excludes is never among them.
 *
 * @param tier tier of that other site
 * @param score what it is ranked by
 * @param winsTies whether the site in question comes before it at the same tier and score, by its id
 */
public record Bar(int tier, double score, boolean winsTies) {
    /** Where there are too few other sites that are not excluded: whoever is not excluded is among the first. */
    public static final Bar NONE = new Bar(ScoreBlock.EXCLUDED_TIER, 0, true);

    /** Whether a site with this tier and score is among the first. */
    public boolean isCleared(int siteTier, double siteScore) {
        if (siteTier == ScoreBlock.EXCLUDED_TIER || siteTier != tier) {
            return siteTier < tier;
        }
        return siteScore == score ? winsTies : siteScore > score;
    }
}
