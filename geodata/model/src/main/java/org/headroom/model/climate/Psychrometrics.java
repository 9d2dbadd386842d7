package org.headroom.model.climate;

/**
 * Moist air, after the ASHRAE Handbook - Fundamentals (2017), chapter 1, SI units. Valid from -100 to 200 degC and for pressures at
 * which air is far from boiling water. Computed with {@link StrictMath}, so the same bits on every machine.
 */
public final class Psychrometrics {
    /** Pressure of the standard atmosphere at sea level, Pa (ISO 2533:1975). */
    public static final double STANDARD_PRESSURE_PA = 101_325;

    private static final double KELVIN = 273.15;
    private static final double TRIPLE_POINT_C = 0.01;

    /** Ratio of the molar masses of water and dry air (ASHRAE 2017, eq. 20). */
    private static final double MASS_RATIO = 0.621945;

    /** Halvings of a bracket of some tens of kelvin: to less than 1e-9 K. */
    private static final int HALVINGS = 40;

    private Psychrometrics() {}

    /**
     * Saturation pressure of water vapour over ice below the triple point and over water above it, Pa: Hyland & Wexler (1983), as in
     * ASHRAE (2017), eq. 5 and 6.
     */
    public static double saturationPressurePa(double temperatureC) {
        double t = temperatureC + KELVIN;
        if (temperatureC <= TRIPLE_POINT_C) {
            return StrictMath.exp(-5.6745359e3 / t
                    + 6.3925247
                    - 9.677843e-3 * t
                    + 6.2215701e-7 * t * t
                    + 2.0747825e-9 * t * t * t
                    - 9.484024e-13 * t * t * t * t
                    + 4.1635019 * StrictMath.log(t));
        }
        return StrictMath.exp(-5.8002206e3 / t
                + 1.3914993
                - 4.8640239e-2 * t
                + 4.1764768e-5 * t * t
                - 1.4452093e-8 * t * t * t
                + 6.5459673 * StrictMath.log(t));
    }

    /** Humidity ratio of air with a dew point, kg of water per kg of dry air: ASHRAE (2017), eq. 20. */
    public static double humidityRatioFromDewPoint(double dewPointC, double pressurePa) {
        double vapour = saturationPressurePa(dewPointC);
        return MASS_RATIO * vapour / (pressurePa - vapour);
    }

    /** Humidity ratio from dry and wet bulb: ASHRAE (2017), eq. 33 at or above freezing and eq. 35 below. Not below 0. */
    public static double humidityRatioFromWetBulb(double dryBulbC, double wetBulbC, double pressurePa) {
        double saturated = humidityRatioFromDewPoint(wetBulbC, pressurePa);
        double depression = dryBulbC - wetBulbC;
        double ratio = wetBulbC >= 0
                ? ((2501 - 2.326 * wetBulbC) * saturated - 1.006 * depression)
                        / (2501 + 1.86 * dryBulbC - 4.186 * wetBulbC)
                : ((2830 - 0.24 * wetBulbC) * saturated - 1.006 * depression)
                        / (2830 + 1.86 * dryBulbC - 2.1 * wetBulbC);
        return Math.max(0, ratio);
    }

    /**
     * Wet-bulb temperature from dry bulb, dew point and the station's own pressure, degC, by bisection on the humidity ratio between
     * dew point and dry bulb, to better than 1e-6 K. A dew point above the dry bulb is taken as saturation.
     */
    public static double wetBulbC(double dryBulbC, double dewPointC, double pressurePa) {
        double low = Math.min(dewPointC, dryBulbC);
        double ratio = humidityRatioFromDewPoint(low, pressurePa);
        double high = dryBulbC;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (humidityRatioFromWetBulb(dryBulbC, middle, pressurePa) > ratio) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
