package org.headroom.model;

import java.util.List;

/**
 * What values a field of a layer may have. A value outside is unknown, and listed. Immutable.
 *
 * @param least smallest number, in the field's unit, or earliest day since 1970-01-01; -Infinity for no bound
 * @param greatest greatest number or latest day, itself allowed; Infinity for no bound
 * @param notKnown numbers inside the bounds that sources write for "not known"
 * @param negative what a number below 0 means where that needs a word, such as "a reduction"; empty where it does not
 * @param words the only texts that are allowed, as they must be written; empty when any text is
 * @param isList whether a text is a list of words, separated by semicolons after loading
 */
public record FieldDomain(
        double least, double greatest, List<Double> notKnown, String negative, List<String> words, boolean isList) {
    /** Any value at all. */
    public static final FieldDomain ANY =
            new FieldDomain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of(), "", List.of(), false);

    /** Figures that data files of this field write for "not known" (EPW, HIFLD, NREL, ESRI no-data); a hint, never a test of its own. */
    private static final List<Double> USUAL_CODES = List.of(
            -1.0,
            -9.0,
            -99.0,
            -999.0,
            -9999.0,
            -99999.0,
            -999999.0,
            -9999999.0,
            -9900.0,
            -99.9,
            -999.9,
            -9999.9,
            99.9,
            999.0,
            999.9,
            9999.0,
            9999.9,
            99999.0,
            999999.0,
            9999999.0,
            999999999.0,
            -32768.0,
            -2147483648.0,
            2147483647.0);

    public FieldDomain {
        notKnown = List.copyOf(notKnown);
        words = List.copyOf(words);
    }

    /** Whether a number or day is allowed; false for NaN. */
    public boolean allows(double value) {
        return value >= least && value <= greatest && !(!notKnown.isEmpty() && notKnown.contains(value));
    }

    /** Whether a figure, as the source writes it, is one that is often written for "not known". */
    public static boolean isUsualCode(double figure) {
        return USUAL_CODES.contains(figure);
    }
}
