package org.headroom.cooling;

import java.util.Arrays;
import org.headroom.model.climate.JointHours;
import org.headroom.model.climate.Psychrometrics;

/**
 * A year of hourly weather, summed up: what {@link CoolingCriteria} asks for, NaN where the hours do not tell. The hours of a year
 * count alike (constant IT load); percentiles are by nearest rank: the smallest value that at least 99 % of the hours do not pass
 * (Hyndman & Fan 1996, type 1).
 */
final class HourlyYear {
    /** Hours of a common year; typical years have no leap day. */
    static final double HOURS_PER_YEAR = 8760;

    private static final int DAYS = 366;
    private static final int HOURS_PER_DAY = 24;

    /** A day counts for degree days when at most this many of its hours are missing. */
    private static final int MISSING_HOURS_PER_DAY = 4;

    private final CoolingPlant plant;
    private final double[] pues;
    private final double[] dryBulbs;
    private final double[] wetBulbs;
    private final double[] daySums = new double[DAYS];
    private final int[] dayCounts = new int[DAYS];
    private int hours;
    private int dryHours;
    private int wetHours;
    private int freeHours;
    private double pueSum;
    private double pressureSum;
    private int pressureHours;

    /** Dry bulb of the hours of {@link #wetBulbs}. */
    private final double[] dryBulbsOfWet;

    HourlyYear(CoolingPlant plant, int capacity) {
        this.plant = plant;
        pues = new double[capacity];
        dryBulbs = new double[capacity];
        wetBulbs = new double[capacity];
        dryBulbsOfWet = new double[capacity];
    }

    /**
     * Adds an hour; any value may be NaN.
     *
     * @param hourOfYear 0 to 8783
     * @param wetBulbC as recorded; when NaN it is computed from dew point and pressure
     */
    void add(double hourOfYear, double dryBulbC, double dewPointC, double wetBulbC, double pressurePa) {
        if (Double.isNaN(dryBulbC)) {
            return;
        }
        dryBulbs[dryHours++] = dryBulbC;
        int day = (int) Math.floor(hourOfYear / HOURS_PER_DAY);
        if (day >= 0 && day < DAYS) {
            daySums[day] += dryBulbC;
            dayCounts[day]++;
        }
        double wet = wetBulbC;
        if (Double.isNaN(wet) && pressurePa > 0 && !Double.isNaN(dewPointC)) {
            wet = Psychrometrics.wetBulbC(dryBulbC, dewPointC, pressurePa);
        }
        if (pressurePa > 0) {
            pressureSum += pressurePa;
            pressureHours++;
        }
        if (!Double.isNaN(wet)) {
            dryBulbsOfWet[wetHours] = dryBulbC;
            wetBulbs[wetHours++] = wet;
        }
        if ((plant.needsDewPoint() && Double.isNaN(dewPointC)) || (plant.needsWetBulb() && Double.isNaN(wet))) {
            return;
        }
        double share = plant.freeShare(dryBulbC, wet, plant.isTooHumid(dewPointC));
        if (share >= 1) {
            freeHours++;
        }
        double pue = plant.pue(share, dryBulbC, wet);
        pueSum += pue;
        pues[hours++] = pue;
    }

    /** The quantities of {@link CoolingCriteria} in its order; NaN where fewer hours than the minimum tell. */
    double[] summary(int minimumHours) {
        double[] values = new double[CoolingCriteria.ALL.size()];
        Arrays.fill(values, Double.NaN);
        if (hours >= minimumHours) {
            values[CoolingCriteria.FREE_HOURS] = HOURS_PER_YEAR * freeHours / hours;
            values[CoolingCriteria.PUE] = pueSum / hours;
            values[CoolingCriteria.PEAK_PUE] = p99(pues, hours);
        }
        if (dryHours >= minimumHours) {
            values[CoolingCriteria.DRY_BULB_P99] = p99(dryBulbs, dryHours);
            degreeDays(values, minimumHours);
        }
        if (wetHours >= minimumHours) {
            values[CoolingCriteria.WET_BULB_P99] = p99(wetBulbs, wetHours);
            values[CoolingCriteria.MEAN_WET_BULB] = mean(wetBulbs, wetHours);
        }
        return values;
    }

    /** The hours that have both temperatures. */
    JointHours jointHours() {
        return JointHours.of(dryBulbsOfWet, wetBulbs, wetHours);
    }

    /** Mean station pressure, Pa; NaN when no hour has one. */
    double meanPressurePa() {
        return pressureSum / pressureHours;
    }

    private void degreeDays(double[] values, int minimumHours) {
        double heating = 0;
        double cooling = 0;
        int days = 0;
        for (int day = 0; day < DAYS; day++) {
            if (dayCounts[day] >= HOURS_PER_DAY - MISSING_HOURS_PER_DAY) {
                double above = daySums[day] / dayCounts[day] - DegreeDays.BASE_C;
                heating += Math.max(0, -above);
                cooling += Math.max(0, above);
                days++;
            }
        }
        if (days > 0 && days * HOURS_PER_DAY >= minimumHours) {
            values[CoolingCriteria.HEATING_DEGREE_DAYS] = heating * DegreeDays.DAYS_PER_YEAR / days;
            values[CoolingCriteria.COOLING_DEGREE_DAYS] = cooling * DegreeDays.DAYS_PER_YEAR / days;
        }
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private static double p99(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(CoolingCriteria.P99 * count) - 1];
    }
}
