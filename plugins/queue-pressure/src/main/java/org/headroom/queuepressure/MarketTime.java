package org.headroom.queuepressure;

import org.jspecify.annotations.Nullable;

/**
 * What a market's curve says of a request of the load's size.
 *
 * @param own whether the curve is the market's own, and not that of all markets pooled
 * @param fractionLower share that goes into service within the horizon, at its lower bound
 * @param fractionUpper at its upper bound
 * @param monthsLower months to service by {@link #SHARES}, at their lower bounds
 * @param monthsUpper at their upper bounds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MarketTime(boolean own, double fractionLower, double fractionUpper, double[] monthsLower, double[] monthsUpper) {
    /** Shares of those that get there. */
    static final double[] SHARES = {0.1, 0.5, 0.9};

    private static final double DAYS_PER_MONTH = QueueParameters.DAYS_PER_YEAR / 12;

    static @Nullable MarketTime of(MarketCurves curves, int market, double mw, QueueParameters parameters) {
        AalenJohansen curve = curves.find(parameters.waitSide(), market, mw);
        if (curve == null) {
            return null;
        }
        double horizon = parameters.waitHorizonDays();
        double[] lower = new double[SHARES.length];
        double[] upper = new double[SHARES.length];
        for (int i = 0; i < SHARES.length; i++) {
            lower[i] = curve.serviceDaysLower(SHARES[i], horizon) / DAYS_PER_MONTH;
            upper[i] = curve.serviceDaysUpper(SHARES[i], horizon) / DAYS_PER_MONTH;
        }
        return new MarketTime(
                curves.hasOwn(parameters.waitSide(), market),
                curve.inServiceLower(parameters.horizonDays()),
                curve.inServiceUpper(parameters.horizonDays()),
                lower,
                upper);
    }
}
