package org.headroom.workbench.whatif;

/** All sites of a ranking, column by column: places count from 0, and only the first {@code count} places of an array are filled. */
public interface RankedSites {
    int size();

    /** Reads tiers. */
    void readTiers(int first, int count, byte[] tiers);

    /** Reads the scores that the sites are ranked by. */
    void readRanking(int first, int count, double[] scores);

    /** Reads the place of each site in the order of the ids, which decides where scores are equal. */
    void readIdPlaces(int first, int count, int[] places);

    /**
     * Reads the bits of the rules that hold, of the undecided ones, and of those of them that hold in what is expected, as in
     * {@link org.headroom.rules.policy.ScoreBlock.Storage}.
     */
    void readRules(int first, int count, long[] fired, long[] undecided, long[] expected);

    /**
     * Reads the points of a rule that gives them in proportion, by its place in {@link org.headroom.rules.policy.Policy#rulesInProportion}: the
     * fewest, the most, and those that are expected.
     */
    void readPoints(int ruleInProportion, int first, int count, double[] least, double[] most, double[] expected);

    /** Whether the measurements of a criterion were kept; otherwise nothing is known of it. */
    boolean isMeasured(String criterionId);

    /**
     * Reads lower and upper bounds of the measurements of a criterion that were kept, NaN where unknown, and ordinals of
     * {@link org.headroom.model.UnknownReason}.
     */
    void readMeasurements(String criterionId, int first, int count, double[] lower, double[] upper, byte[] reasons);
}
