package org.headroom.workbench.whatif;

/** All sites of a ranking, column by column: places count from 0, and only the first {@code count} places of an array are filled. */
public interface RankedSites {
    int size();

    /** Reads tiers. */
    void readTiers(int first, int count, byte[] tiers);

    /** Reads lower and upper bounds of the scores. */
    void readScores(int first, int count, double[] lower, double[] upper);

    /** Reads the place of each site in the order of the ids, which decides where scores are equal. */
    void readIdPlaces(int first, int count, int[] places);

    /** Reads the bits of the rules that hold and of the undecided ones, as in {@link org.headroom.rules.policy.ScoreBlock.Storage}. */
    void readRules(int first, int count, long[] fired, long[] undecided);

    /** Whether the measurements of a criterion were kept; otherwise nothing is known of it. */
    boolean isMeasured(String criterionId);

    /** Reads lower and upper bounds of the measurements of a criterion that were kept; NaN where unknown. */
    void readMeasurements(String criterionId, int first, int count, double[] lower, double[] upper);
}
