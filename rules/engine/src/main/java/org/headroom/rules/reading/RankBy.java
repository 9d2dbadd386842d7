package org.headroom.rules.reading;

/** Which point of the score interval orders the sites. */
public enum RankBy {
    /** The score that is expected over the policy's priors for what is unknown. */
    EXPECTED,
    /** The score if everything unknown turns out for the worst. */
    LOWER_BOUND,
    /** The score if everything unknown turns out for the best. */
    UPPER_BOUND,
    /** Half way between. */
    MIDDLE;

    /** The score of a site with these bounds and this expected score, which only {@link #EXPECTED} looks at. */
    public double of(double lower, double expected, double upper) {
        return switch (this) {
            case EXPECTED -> expected;
            case LOWER_BOUND -> lower;
            case UPPER_BOUND -> upper;
            case MIDDLE -> lower + (upper - lower) / 2;
        };
    }
}
