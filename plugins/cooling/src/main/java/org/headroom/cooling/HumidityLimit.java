package org.headroom.cooling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.headroom.model.climate.Psychrometrics;

/**
 * The wet bulb at which air of a dry bulb has the highest dew point that a plant lets in, from a table by half degrees and whole
 * kilopascals. Safe for several threads.
 */
final class HumidityLimit {
    private static final double LEAST_C = -100;
    private static final double STEPS_PER_C = 2;
    private static final int STEPS = 350;
    private static final double CLASS_PA = 1_000;

    private final double dewPointC;
    private final Map<Long, double[]> tables = new ConcurrentHashMap<>();

    HumidityLimit(double dewPointC) {
        this.dewPointC = dewPointC;
    }

    /** Wet bulb by dry bulb for {@link #at}; at the pressure of the standard atmosphere at sea level where it is NaN. */
    double[] table(double pressurePa) {
        double pressure = Double.isNaN(pressurePa) ? Psychrometrics.STANDARD_PRESSURE_PA : pressurePa;
        return tables.computeIfAbsent(Math.round(pressure / CLASS_PA), this::made);
    }

    private double[] made(long pressureClass) {
        double[] wetBulbs = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double dry = LEAST_C + step / STEPS_PER_C;
            wetBulbs[step] = dry <= dewPointC
                    ? Double.POSITIVE_INFINITY
                    : Psychrometrics.wetBulbC(dry, dewPointC, pressureClass * CLASS_PA);
        }
        return wetBulbs;
    }

    /** The limit at a dry bulb; infinite where no air is too humid. */
    static double at(double[] table, double dryBulbC) {
        double place = Math.max(0, Math.min(STEPS - 1.001, (dryBulbC - LEAST_C) * STEPS_PER_C));
        int below = (int) place;
        double low = table[below];
        return Double.isInfinite(low) ? low : low + (place - below) * (table[below + 1] - low);
    }
}
