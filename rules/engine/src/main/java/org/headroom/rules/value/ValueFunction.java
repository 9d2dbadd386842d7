package org.headroom.rules.value;

/**
 * Maps a measurement to a value from 0 (worst) to 1 (best). Immutable and safe for several threads; no method allocates but
 * {@link #segment} and {@link #definition}. All bounds are exact: the smallest and the largest value over the whole interval.
 */
public interface ValueFunction {
    /** The value at a known measurement. */
    double at(double measurement);

    /** The smallest value over an interval, both ends included; {@code low <= high}. */
    double lowest(double low, double high);

    /** The largest value over an interval, both ends included. */
    double highest(double low, double high);

    /**
     * The mean value over an interval, both ends included, when every measurement in it is as likely as every other; of a category, over its
     * labels. The value itself where both ends are one.
     */
    double mean(double low, double high);

    /** Where on the function a measurement lies, in words, such as {@code between 5 km (0.9) and 20 km (0.6)}. */
    String segment(double measurement, String unit);

    /**
     * Measurements, ascending, between any two neighbours of which the function is monotone and without a jump; below the first and above the
     * last it is level.
     */
    double[] breakpoints();

    /**
     * Measurements at which the function rises by a slope and its slope differs before and behind: there its sum with points in proportion to the
     * measurement may turn. None on straight pieces.
     *
     * @param slope value for each unit of the measurement; below 0 where it falls
     */
    default double[] turns(double slope) {
        return new double[0];
    }

    /** The function as a criteria table writes it, with all digits: two functions have the same text only if they are the same. */
    String definition();

    /** Whether a larger measurement never has a smaller value. */
    boolean neverFalls();

    /** Whether a larger measurement never has a larger value. */
    boolean neverRises();
}
