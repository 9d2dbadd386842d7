package org.headroom.cooling;

/**
 * Free-cooling hours where nothing but the year's mean temperatures is known: hours are taken to lie evenly within a range about the mean,
 * and part of the plant is cooled by dry air, the rest by a tower. A first guess (Headroom's assumption, 2026), which knows no season and
 * no humid hours; a range of 0 says that no such guess is wanted.
 *
 * @param rangeC from the coldest to the hottest hour, K; 0 for no estimate
 * @param dryFraction part of the plant that is cooled by dry air, 0..1
 * @param dryLimitC highest dry bulb at which dry air cools alone, degC
 * @param wetLimitC highest wet bulb at which the tower cools alone, degC
 */
record AnnualMeanModel(double rangeC, double dryFraction, double dryLimitC, double wetLimitC) {
    /** Hours of a year of 8760; NaN when a mean that counts is NaN, or when no estimate is wanted. */
    double freeHours(double meanDryBulbC, double meanWetBulbC) {
        if (!(rangeC > 0)) {
            return Double.NaN;
        }
        double dry = dryFraction > 0 ? dryFraction * hoursBelow(dryLimitC, meanDryBulbC) : 0;
        double wet = dryFraction < 1 ? (1 - dryFraction) * hoursBelow(wetLimitC, meanWetBulbC) : 0;
        return dry + wet;
    }

    private double hoursBelow(double limitC, double meanC) {
        return HourlyYear.HOURS_PER_YEAR * Math.max(0, Math.min(1, 0.5 + (limitC - meanC) / rangeC));
    }
}
