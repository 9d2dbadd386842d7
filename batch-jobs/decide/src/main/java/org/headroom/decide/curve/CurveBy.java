package org.headroom.decide.curve;

/** What a supply curve runs along. */
public enum CurveBy {
    /** The score, from the best down. */
    SCORE("score", "points", true),
    /** Time to power, from the soonest on. */
    MONTHS("timeToPowerMonthsP50", "months", false),
    /** What a MW costs a year, from the cheapest on. */
    COST("siteCostUsdPerMwYear", "USD/MW-yr", false);

    private final String column;
    private final String unit;
    private final boolean isHigherBetter;

    CurveBy(String column, String unit, boolean isHigherBetter) {
        this.column = column;
        this.unit = unit;
        this.isHigherBetter = isHigherBetter;
    }

    /** Its name in files: {@code score}, or the id of the criterion. */
    public String column() {
        return column;
    }

    public String unit() {
        return unit;
    }

    /** Whether the curve begins at the largest value. */
    public boolean isHigherBetter() {
        return isHigherBetter;
    }
}
