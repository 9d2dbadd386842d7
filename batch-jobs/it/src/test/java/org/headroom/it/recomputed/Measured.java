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

    /** What is known where each of several may be the case: not known where one is not, else from the least to the greatest. */
    public static Measured anyOf(List<Measured> cases) {
        if (cases.isEmpty() || cases.stream().anyMatch(one -> !one.isKnown())) {
            return UNKNOWN;
        }
        Measured first = cases.get(0);
        if (!first.words.isEmpty()) {
            return cases.stream().allMatch(one -> one.words.equals(first.words)) ? first : UNKNOWN;
        }
        Measured all = between(
                cases.stream().mapToDouble(Measured::low).min().orElseThrow(),
                cases.stream().mapToDouble(Measured::high).max().orElseThrow());
        return cases.stream().anyMatch(Measured::isFallback) ? all.asFallback() : all;
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return !Double.isNaN(low) || !words.isEmpty();
    }
}
