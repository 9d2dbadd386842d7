package org.headroom.cooling;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;

/** What the module measures; the place in the list is the quantity's number everywhere in this package. */
final class CoolingCriteria {
    static final int FREE_HOURS = 0;
    static final int COOLING_DEGREE_DAYS = 1;
    static final int HEATING_DEGREE_DAYS = 2;
    static final int PUE = 3;
    static final int PEAK_PUE = 4;
    static final int DRY_BULB_P99 = 5;
    static final int WET_BULB_P99 = 6;
    static final int MEAN_WET_BULB = 7;

    /** Share of the hours at or below a P99 value. */
    static final double P99 = 0.99;

    private static final String PUE_SOURCE = "ISO/IEC 30134-2; Carnot fraction for the chiller";
    private static final String PERCENTILE_SOURCE = "Nearest rank; ASHRAE Fundamentals 2017 ch. 1 for the wet bulb";

    static final List<Criterion> ALL = List.of(
            Criterion.number(
                    "freeCoolingHoursPerYear",
                    "Free-cooling hours",
                    "h/yr",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    8784,
                    "Hours of a year of 8760 in which the economiser alone holds the supply temperature.",
                    "Economiser set points after ASHRAE TC 9.9 2021"),
            degreeDays("coolingDegreeDays", "Cooling degree days", Direction.LOWER_IS_BETTER),
            degreeDays("heatingDegreeDays", "Heating degree days", Direction.NOT_ORDERED),
            Criterion.number(
                    "pue",
                    "PUE",
                    "1",
                    Direction.LOWER_IS_BETTER,
                    1,
                    5,
                    "Energy of the site per energy of the IT equipment over a year of constant IT load.",
                    PUE_SOURCE),
            Criterion.number(
                    "peakPue",
                    "Peak PUE",
                    "1",
                    Direction.LOWER_IS_BETTER,
                    1,
                    5,
                    "The hourly PUE that 99 % of the hours do not pass.",
                    PUE_SOURCE),
            temperature("dryBulbP99C", "Dry bulb, 99th percentile"),
            temperature("wetBulbP99C", "Wet bulb, 99th percentile"),
            Criterion.number(
                    "meanWetBulbC",
                    "Mean wet bulb",
                    "degC",
                    Direction.LOWER_IS_BETTER,
                    -60,
                    60,
                    "Mean wet-bulb temperature of the year.",
                    "ASHRAE Fundamentals 2017 ch. 1"));

    private CoolingCriteria() {}

    /**
     * A figure held within what the quantity can be.
     *
     * @param leastPue PUE of a plant that is cooled for nothing
     */
    static double held(int quantity, double value, double leastPue) {
        return switch (quantity) {
            case FREE_HOURS -> Math.max(0, Math.min(HourlyYear.HOURS_PER_YEAR, value));
            case COOLING_DEGREE_DAYS, HEATING_DEGREE_DAYS -> Math.max(0, value);
            case PUE, PEAK_PUE -> Math.max(leastPue, value);
            default -> value;
        };
    }

    static boolean isDegreeDays(int quantity) {
        return quantity == HEATING_DEGREE_DAYS || quantity == COOLING_DEGREE_DAYS;
    }

    private static Criterion degreeDays(String id, String label, Direction direction) {
        return Criterion.number(
                id,
                label,
                "degC.d",
                direction,
                0,
                10_000,
                label + " of a year, base 18.33 degC (65 degF).",
                "Thom 1954; daily mean temperature against the base");
    }

    private static Criterion temperature(String id, String label) {
        return Criterion.number(
                id,
                label,
                "degC",
                Direction.LOWER_IS_BETTER,
                -60,
                60,
                label + ": the temperature that 99 % of the hours do not pass.",
                PERCENTILE_SOURCE);
    }
}
