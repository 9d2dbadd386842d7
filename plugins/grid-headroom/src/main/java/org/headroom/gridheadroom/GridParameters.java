package org.headroom.gridheadroom;

import java.util.List;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * What the policy decides for this module.
 *
 * @param minimumVoltageKv lowest nominal voltage at which any load can be connected
 * @param maximumDistanceKm distance beyond which a node does not count
 * @param connectionReachKm distance within which the best node counts; 0 when the nearest alone does
 * @param bulkVoltageKv lowest nominal voltage of bulk transmission
 * @param lines the load that one line carries
 * @param maximumHeadroomAgeYears age beyond which a published headroom is no longer believed
 * @param firmLoadingFraction share of the remaining transformers' rating that may be used (f)
 * @param powerFactor active per apparent power (pf)
 */
record GridParameters(
        double minimumVoltageKv,
        double maximumDistanceKm,
        double connectionReachKm,
        double bulkVoltageKv,
        LineLoads lines,
        double maximumHeadroomAgeYears,
        double firmLoadingFraction,
        double powerFactor) {
    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    "minimumVoltageKv", "kV", 1, 1_500, "Lowest nominal voltage at which the load can be connected."),
            ParameterSpec.number("maximumDistanceKm", "km", 0, 20_040, "Distance beyond which a node does not count."),
            ParameterSpec.number(
                    "connectionReachKm",
                    "km",
                    0,
                    20_040,
                    "Distance within which the best node counts; with 0 the nearest alone does."),
            ParameterSpec.number("bulkVoltageKv", "kV", 1, 1_500, "Lowest nominal voltage of bulk transmission."),
            ParameterSpec.number("lineMwAt69Kv", "MW", 1, 100_000, "Largest load that one line of 69 kV carries."),
            ParameterSpec.number("lineMwAt138Kv", "MW", 1, 100_000, "Largest load that one line of 138 kV carries."),
            ParameterSpec.number("lineMwAt230Kv", "MW", 1, 100_000, "Largest load that one line of 230 kV carries."),
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
                parameters.number("connectionReachKm"),
                parameters.number("bulkVoltageKv"),
                new LineLoads(
                        parameters.number("lineMwAt69Kv"),
                        parameters.number("lineMwAt138Kv"),
                        parameters.number("lineMwAt230Kv")),
                parameters.number("maximumHeadroomAgeYears"),
                parameters.number("firmLoadingFraction"),
                parameters.number("powerFactor"));
    }

    /** Lowest nominal voltage of a node that carries a load, kV. */
    double sufficientKv(double requestedLoadMw) {
        return Math.max(minimumVoltageKv, lines.voltageKv(requestedLoadMw));
    }
}
