package org.headroom.derate;

import java.util.List;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * What the policy decides for flexible headroom.
 *
 * @param curtailmentFraction share of its energy that the load may lose in a year, 0..1
 * @param seasons months of each season, and those whose peak limits it
 * @param minimumHours fewest hours of load from which an area's headroom is worked out
 */
record FlexibleParameters(double curtailmentFraction, Seasons seasons, double minimumHours) {
    private static final String CURTAILMENT = "curtailmentFraction";
    private static final String SUMMER = "summerMonths";
    private static final String SUMMER_PEAK = "summerPeakMonths";
    private static final String WINTER_PEAK = "winterPeakMonths";
    private static final String HOURS = "minimumLoadHours";
    private static final double MOST_CURTAILED = 0.5;

    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    CURTAILMENT,
                    "1",
                    0,
                    MOST_CURTAILED,
                    "Share of its energy that a load may lose in a year for flexible headroom."),
            ParameterSpec.numbers(
                    SUMMER, "1", 1, 12, "Months limited by the summer's peak, 1 to 12; the others by the winter's."),
            ParameterSpec.numbers(SUMMER_PEAK, "1", 1, 12, "Months of the summer's peak."),
            ParameterSpec.numbers(WINTER_PEAK, "1", 1, 12, "Months of the winter's peak."),
            ParameterSpec.number(
                    HOURS, "h", 1, 1e6, "Fewest hours of load from which an area's flexible headroom is worked out."));

    static FlexibleParameters of(Parameters parameters) {
        return new FlexibleParameters(
                parameters.number(CURTAILMENT),
                new Seasons(
                        parameters.numbers(SUMMER), parameters.numbers(SUMMER_PEAK), parameters.numbers(WINTER_PEAK)),
                parameters.number(HOURS));
    }
}
