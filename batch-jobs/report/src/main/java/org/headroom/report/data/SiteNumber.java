package org.headroom.report.data;

/** Numbers that a page has of each site; NaN where not known. */
public enum SiteNumber {
    /** Points that it is ranked by. */
    SCORE("score", 4),
    /** Points if all that is unknown turns out for the worst. */
    SCORE_LOW("scoreLo", 4),
    /** Points if all that is unknown turns out for the best. */
    SCORE_HIGH("scoreHi", 4),
    /** Mean rank over the draws. */
    EXPECTED_RANK("expectedRank", 1),
    /** Rank that it has or betters in 5 % of the draws. */
    RANK_P05("rankP05", 0),
    /** Rank that it has or betters in 95 % of the draws. */
    RANK_P95("rankP95", 0),
    /** Probability to be among the first N. */
    TOP_N("topN", 4),
    /** Months to power, half of the chance. */
    MONTHS_50("months50", 2),
    /** The later end of that. */
    MONTHS_50_HIGH("months50Hi", 2),
    /** Months to power, nine tenths of the chance. */
    MONTHS_90("months90", 2),
    /** The later end of that. */
    MONTHS_90_HIGH("months90Hi", 2),
    /** MW that it has a right to, or that its node has left. */
    MW("mw", 2),
    /** The upper end of that. */
    MW_HIGH("mwHi", 2),
    /** USD/MWh. */
    PRICE("price", 3),
    /** The upper end of that. */
    PRICE_HIGH("priceHi", 3),
    /** Degrees east. */
    LONGITUDE("lon", 5),
    /** Degrees north. */
    LATITUDE("lat", 5);

    private final String key;
    private final int decimals;

    SiteNumber(String key, int decimals) {
        this.key = key;
        this.decimals = decimals;
    }

    /** Its name in the data. */
    public String key() {
        return key;
    }

    /** Decimals that are kept. */
    public int decimals() {
        return decimals;
    }
}
