package org.headroom.gridheadroom;

import java.util.List;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * What the policy decides for this module.
 *
 * @param minimumVoltageKv lowest nominal voltage at which the load can be connected
 * @param maximumDistanceKm distance beyond which a substation does not count
 * @param maximumHeadroomAgeYears age beyond which a published headroom is no longer believed
 * @param firmLoadingFraction share of the remaining transformers' rating that may be used (f)
 * @param powerFactor active per apparent power (pf)
 */
record GridParameters(
        double minimumVoltageKv,
        double maximumDistanceKm,
        double maximumHeadroomAgeYears,
        double firmLoadingFraction,
        double powerFactor) {
    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    "minimumVoltageKv", "kV", 1, 1_500, "Lowest nominal voltage at which the load can be connected."),
            ParameterSpec.number(
                    "maximumDistanceKm", "km", 0, 20_040, "Distance beyond which a substation does not count."),
            ParameterSpec.number(
                    "maximumHeadroomAgeYears",
                    "years",
                    0,
                    100,
                    "Age beyond which a published headroom is no longer believed."),
            ParameterSpec.number(
                    "firmLoadingFraction",
                    "1",
                    0,
                    2,
                    "Share of the remaining transformers' rating that may be used when the largest is out."),
            ParameterSpec.number("powerFactor", "1", 0, 1, "Active power per apparent power of the load."));

    static GridParameters of(Parameters parameters) {
        return new GridParameters(
                parameters.number("minimumVoltageKv"),
                parameters.number("maximumDistanceKm"),
                parameters.number("maximumHeadroomAgeYears"),
                parameters.number("firmLoadingFraction"),
                parameters.number("powerFactor"));
    }
}
