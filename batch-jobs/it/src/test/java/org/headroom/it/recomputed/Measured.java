package org.headroom.it.recomputed;

import java.util.List;

/**
 * What is known of a site by one name.
 *
 * @param low lower end of a number, NaN when not known
 * @param high upper end
 * @param words words that it may be; empty for a number, and when not known
 * @param isFallback whether it only stands in for a better figure
 * @param reason why it is not known; empty when it is
 */
public record Measured(double low, double high, List<String> words, boolean isFallback, String reason) {
    /** Nothing is known. */
    public static final Measured UNKNOWN = new Measured(Double.NaN, Double.NaN, List.of(), false, "");

    /** A number between two ends. */
    public static Measured between(double low, double high) {
        return new Measured(low, high, List.of(), false, "");
    }

    /** One of some words. */
    public static Measured oneOf(List<String> words) {
        return new Measured(Double.NaN, Double.NaN, List.copyOf(words), false, "");
    }

    /** Nothing is known, for a reason. */
    public static Measured unknown(String reason) {
        return new Measured(Double.NaN, Double.NaN, List.of(), false, reason);
    }

    /** The same as a stand-in. */
    public Measured asFallback() {
        return new Measured(low, high, words, true, reason);
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return !Double.isNaN(low) || !words.isEmpty();
    }
}
