package org.headroom.rules.reading;

/** Which point of the score interval orders the sites. */
public enum RankBy {
    /** The score if everything unknown turns out for the worst. */
    LOWER_BOUND,
    /** The score if everything unknown turns out for the best. */
    UPPER_BOUND,
    /** Half way between. */
    MIDDLE;

    /** The score of a site with these bounds. */
    public double of(double lower, double upper) {
        return switch (this) {
            case LOWER_BOUND -> lower;
            case UPPER_BOUND -> upper;
            case MIDDLE -> lower + (upper - lower) / 2;
        };
    }
}
