package org.headroom.cooling;

/** What the degree days of a year tell of its temperature. */
final class DegreeDays {
    /** Base of the degree days, degC: 65 degF. */
    static final double BASE_C = (65.0 - 32.0) / 1.8;

    static final double DAYS_PER_YEAR = 365.25;

    private DegreeDays() {}

    /** Mean of the year, degC, by {@code CDD - HDD = 365.25 (mean - base)}, which holds for any year; NaN when one is missing. */
    static double meanC(double heatingDegreeDays, double coolingDegreeDays) {
        return BASE_C + (coolingDegreeDays - heatingDegreeDays) / DAYS_PER_YEAR;
    }
}
