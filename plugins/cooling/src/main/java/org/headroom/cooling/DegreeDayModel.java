package org.headroom.cooling;

import java.util.Arrays;

/**
 * Estimates a year of temperatures from its heating and cooling degree days of the same base. Daily means are
 * {@code m + s X}, with X a season's cosine plus normal weather of unit variance together: after Thom (1954), "The rational
 * relationship between heating degree days and temperature", Monthly Weather Review 82, who takes the days of one month as normal;
 * the cosine stands for the course of the months. Its share of the variance is a parameter; at 0 the whole year is normal, which
 * makes summers far too hot (Chicago's 99th percentile by 5 K).
 *
 * <p>With {@code z = (m - base) / s} and {@code g(z) = E max(0, z + X)}, cooling degree days are {@code 365.25 s g(z)} and heating
 * degree days {@code 365.25 s g(-z)}. So their difference gives m, their ratio z, and their sum s. Where one of them is 0, or so
 * small that the base lies beyond the once-in-a-year quantile of X, z is held there: a year has no colder or hotter day to tell
 * more from. Hours scatter about their day's mean with the diurnal spread, which widens the whole; the wet bulb goes with the dry
 * bulb in a straight line, never above it; the dew point follows from both at sea-level pressure.
 *
 * <p>Integrals are sums over 501 fixed nodes, so the same bits on every machine. Immutable and safe for several threads.
 */
final class DegreeDayModel {
    /** Base of the degree days, degC: 65 degF. */
    static final double BASE_C = (65.0 - 32.0) / 1.8;

    static final double DAYS_PER_YEAR = 365.25;

    private static final int NODES = 501;
    private static final double REACH = 5;
    private static final int PHASES = 360;
    private static final int RATIOS = 557;

    private final CoolingParameters parameters;
    private final double tooHumidAboveC;
    private final double[] nodes = new double[NODES];
    private final double[] weights = new double[NODES];
    private final double[] ratios = new double[RATIOS];
    private final double[] sums = new double[RATIOS];

    DegreeDayModel(CoolingParameters parameters) {
        this.parameters = parameters;
        shape(parameters.seasonalVarianceFraction());
        double onceAYear = onceAYear();
        for (int i = 0; i < RATIOS; i++) {
            double z = onceAYear * (2.0 * i / (RATIOS - 1) - 1);
            double above = loss(z);
            double below = loss(-z);
            ratios[i] = above / below;
            sums[i] = above + below;
        }
        tooHumidAboveC = humidityLimitC();
    }

    /** Mean of the year, degC, by {@code CDD - HDD = 365.25 (mean - base)}. */
    static double meanC(double heatingDegreeDays, double coolingDegreeDays) {
        return BASE_C + (coolingDegreeDays - heatingDegreeDays) / DAYS_PER_YEAR;
    }

    /** Standard deviation of the daily means, K. */
    double dailySpreadC(double heatingDegreeDays, double coolingDegreeDays) {
        double perDay = (heatingDegreeDays + coolingDegreeDays) / DAYS_PER_YEAR;
        if (perDay == 0) {
            return 0;
        }
        double ratio = coolingDegreeDays / heatingDegreeDays;
        if (ratio <= ratios[0]) {
            return perDay / sums[0];
        }
        if (ratio >= ratios[RATIOS - 1]) {
            return perDay / sums[RATIOS - 1];
        }
        int above = Arrays.binarySearch(ratios, ratio);
        if (above >= 0) {
            return perDay / sums[above];
        }
        above = -above - 1;
        double part = (ratio - ratios[above - 1]) / (ratios[above] - ratios[above - 1]);
        return perDay / (sums[above - 1] + part * (sums[above] - sums[above - 1]));
    }

    /** The quantities of {@link CoolingCriteria} in its order; all but the degree days themselves are NaN when one of them is. */
    void estimate(double heatingDegreeDays, double coolingDegreeDays, double[] values) {
        Arrays.fill(values, Double.NaN);
        values[CoolingCriteria.HEATING_DEGREE_DAYS] = heatingDegreeDays;
        values[CoolingCriteria.COOLING_DEGREE_DAYS] = coolingDegreeDays;
        if (!(heatingDegreeDays >= 0 && coolingDegreeDays >= 0)) {
            return;
        }
        double daily = dailySpreadC(heatingDegreeDays, coolingDegreeDays);
        double diurnal = parameters.diurnalSpreadC();
        year(meanC(heatingDegreeDays, coolingDegreeDays), Math.sqrt(daily * daily + diurnal * diurnal), values);
    }

    private void year(double mean, double spread, double[] values) {
        CoolingPlant plant = parameters.plant();
        double free = 0;
        double pue = 0;
        double passed = 0;
        double meanWet = 0;
        boolean peakFound = false;
        for (int i = 0; i < NODES; i++) {
            double dry = mean + spread * nodes[i];
            double wet = wetBulbC(dry);
            meanWet += weights[i] * wet;
            double share = plant.freeShare(dry, wet, dry > tooHumidAboveC);
            double hour = plant.pue(share, dry, wet);
            pue += weights[i] * hour;
            if (share >= 1) {
                free += weights[i];
            }
            passed += weights[i];
            if (!peakFound && passed >= CoolingCriteria.P99) {
                peakFound = true;
                values[CoolingCriteria.PEAK_PUE] = hour;
                values[CoolingCriteria.DRY_BULB_P99] = dry;
                values[CoolingCriteria.WET_BULB_P99] = wet;
            }
        }
        values[CoolingCriteria.FREE_HOURS] = HourlyYear.HOURS_PER_YEAR * Math.min(1, free);
        values[CoolingCriteria.PUE] = Math.max(1, pue);
        values[CoolingCriteria.MEAN_WET_BULB] = meanWet;
    }

    private double wetBulbC(double dryBulbC) {
        return Math.min(dryBulbC, parameters.wetBulbInterceptC() + parameters.wetBulbSlope() * dryBulbC);
    }

    /** The lowest dry bulb, to a tenth of a kelvin, at which the model's air is too humid to be let in. */
    private double humidityLimitC() {
        CoolingPlant plant = parameters.plant();
        if (!plant.needsDewPoint()) {
            return Double.POSITIVE_INFINITY;
        }
        double limit =
                Psychrometrics.humidityRatioFromDewPoint(plant.dewPointMaximumC(), Psychrometrics.STANDARD_PRESSURE_PA);
        for (int tenths = -400; tenths <= 600; tenths++) {
            double dry = tenths / 10.0;
            if (Psychrometrics.humidityRatioFromWetBulb(dry, wetBulbC(dry), Psychrometrics.STANDARD_PRESSURE_PA)
                    > limit) {
                return dry;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Fills nodes and weights with the distribution of X. */
    private void shape(double seasonalFraction) {
        double amplitude = StrictMath.sqrt(2 * seasonalFraction);
        double noise = StrictMath.sqrt(1 - seasonalFraction);
        double total = 0;
        for (int i = 0; i < NODES; i++) {
            nodes[i] = REACH * (2.0 * i / (NODES - 1) - 1);
            for (int phase = 0; phase < PHASES; phase++) {
                double season = amplitude * StrictMath.cos(2 * StrictMath.PI * (phase + 0.5) / PHASES);
                double z = (nodes[i] - season) / noise;
                weights[i] += StrictMath.exp(-0.5 * z * z);
            }
            total += weights[i];
        }
        for (int i = 0; i < NODES; i++) {
            weights[i] /= total;
        }
    }

    /** The value that X passes once in 365.25 days. */
    private double onceAYear() {
        double passed = 0;
        int node = NODES;
        while (passed < 1 / DAYS_PER_YEAR) {
            passed += weights[--node];
        }
        return nodes[node];
    }

    /** g(z). */
    private double loss(double z) {
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += weights[i] * Math.max(0, z + nodes[i]);
        }
        return sum;
    }
}
