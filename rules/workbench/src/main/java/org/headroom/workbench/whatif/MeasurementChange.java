package org.headroom.workbench.whatif;

import org.jspecify.annotations.Nullable;

/**
 * A change of one measurement, all else as it is, that brings a site among the first or pushes it out. Numbers that do not apply are null,
 * texts that do not apply are empty.
 *
 * @param field criterion, or attribute of the site
 * @param label short name for people
 * @param unit unit of the numbers; {@code category} for a category
 * @param kind what would have to be otherwise
 * @param from the number as it is
 * @param by the smallest step, up or down, that does; added to {@code from}. 99 % of it does not
 * @param to {@code from + by}
 * @param toShown a number at or just beyond {@code to} with few decimals, which does as well
 * @param spanLower the lowest anchor or limit that the policy has for the field
 * @param spanUpper the highest
 * @param shareOfSpan size of the step, as a share of that span
 * @param atLeast for what is not exactly known: lower end of the values that do; null when there is none
 * @param atMost upper end of them
 * @param category the category as it is, or the text {@code unknown}
 * @param toCategory the first category that does
 * @param tier tier of the site then
 * @param score what it is ranked by then
 * @param rank its rank then
 */
public record MeasurementChange(
        String field,
        String label,
        String unit,
        Kind kind,
        @Nullable Double from,
        @Nullable Double by,
        @Nullable Double to,
        @Nullable Double toShown,
        @Nullable Double spanLower,
        @Nullable Double spanUpper,
        @Nullable Double shareOfSpan,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        String category,
        String toCategory,
        int tier,
        double score,
        long rank) {
    /** What would have to be otherwise. */
    public enum Kind {
        /** An exact number. */
        NUMBER,
        /** A category. */
        CATEGORY,
        /** A number that is unknown or an interval would have to be known, and to lie within these bounds. */
        KNOWN_AS
    }
}
