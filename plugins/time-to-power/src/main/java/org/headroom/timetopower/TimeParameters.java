package org.headroom.timetopower;

import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * The module's figures, as the policy gives them. Months are those at 10, 50 and 90 %.
 *
 * @param unknownQueue what the queue may take at most where nobody knows its curve
 * @param permit permits, from the day on which they may be asked for
 * @param uncheckedReleaseMonths latest release where nobody knows whether there is a moratorium
 * @param openEndedReleaseMonths latest release of a moratorium without a known end
 * @param equipment transformers and lines by voltage
 * @param unknownTieLineKm longest tie-line where its length is not known
 * @param commissioning from the day when all is built to power
 * @param refit what a site that holds the right has to do
 */
record TimeParameters(
        Spread unknownQueue,
        Spread permit,
        double uncheckedReleaseMonths,
        double openEndedReleaseMonths,
        Equipment equipment,
        double unknownTieLineKm,
        Spread commissioning,
        Spread refit) {

    static final List<ParameterSpec> SPECS = List.of(
            months(
                    "unknownQueueMonths",
                    "Longest the queue may take where its curve is not known: months at 10, 50 and 90 %."),
            months("permitMonths", "Permits from the day they may be asked for: months at 10, 50 and 90 %."),
            ParameterSpec.number(
                    "uncheckedReleaseMonths",
                    "months",
                    0,
                    Spread.LONGEST_MONTHS,
                    "Latest release where nobody has checked whether there is a moratorium."),
            ParameterSpec.number(
                    "openEndedReleaseMonths",
                    "months",
                    0,
                    Spread.LONGEST_MONTHS,
                    "Latest release of a moratorium whose end nobody knows."),
            ParameterSpec.numbers("connectionMw", "MW", 1, 100_000, "Largest load of each class of voltage, rising."),
            ParameterSpec.numbers("connectionKv", "kV", 1, 1_500, "Nominal voltage of each of those classes, rising."),
            months("transformerMonthsP10", "Lead time of a transformer of each class of voltage: months at 10 %."),
            months("transformerMonthsP50", "The same at 50 %."),
            months("transformerMonthsP90", "The same at 90 %."),
            months(
                    "stationMonths",
                    "Building the station at which the tie-line ends, breakers included: months at 10, 50 and 90 %."),
            ParameterSpec.numbers(
                    "lineMonthsPerKm",
                    "months/km",
                    0,
                    100,
                    "What each km of tie-line adds, at the lowest voltage: months at 10, 50 and 90 %."),
            ParameterSpec.numbers(
                    "lineFactor", "1", 1, 10, "How much longer a km takes in each class of voltage, never falling."),
            ParameterSpec.number(
                    "unknownTieLineKm", "km", 0, 20_040, "Longest tie-line where its length is not known."),
            months("commissioningMonths", "From the day when all is built to power: months at 10, 50 and 90 %."),
            months("refitMonths", "Refitting a facility that holds the right: months at 10, 50 and 90 %."));

    static TimeParameters of(Parameters parameters, double requestedLoadMw) {
        return new TimeParameters(
                Spread.of(parameters, "unknownQueueMonths"),
                Spread.of(parameters, "permitMonths"),
                parameters.number("uncheckedReleaseMonths"),
                parameters.number("openEndedReleaseMonths"),
                Equipment.of(parameters, requestedLoadMw),
                parameters.number("unknownTieLineKm"),
                Spread.of(parameters, "commissioningMonths"),
                Spread.of(parameters, "refitMonths"));
    }

    private static ParameterSpec months(String id, String description) {
        return ParameterSpec.numbers(id, "months", 0, Spread.LONGEST_MONTHS, description);
    }

    static HeadroomException refused(String id, String what) {
        return new HeadroomException(
                FailureFamily.POLICY,
                "module time-to-power: parameter " + id + " " + what,
                "Correct it in the policy's parameters for time-to-power.");
    }
}
