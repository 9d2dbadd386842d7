package org.headroom.queuepressure;

import java.time.LocalDate;
import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * The module's figures, as the policy gives them.
 *
 * @param radiusKm reach of requests that are points, km
 * @param kernelLinear whether a point's expected MW fade linearly to 0 at the radius, rather than counting in full
 * @param horizonDays time within which going into service counts, days
 * @param waitHorizonDays time up to which the months to service are told, days
 * @param earliestQueueDay first day of entry that the curves use, days since 1970-01-01
 * @param minimumRequests fewest requests for a curve of a market; as many of the market weigh in the curve of each class of size
 * @param coverageRadiusKm how far from every request a place may lie and still count as covered, km
 * @param unsizedRequestMw upper bound assumed for a request without a size, MW
 * @param sizeClasses classes of size that have curves of their own
 * @param waitSide queue whose times are reported
 */
record QueueParameters(
        double radiusKm,
        boolean kernelLinear,
        double horizonDays,
        double waitHorizonDays,
        int earliestQueueDay,
        int minimumRequests,
        double coverageRadiusKm,
        double unsizedRequestMw,
        SizeClasses sizeClasses,
        Side waitSide) {

    /** Days in a year, the mean of the Julian calendar, as is usual for spans of years. */
    static final double DAYS_PER_YEAR = 365.25;

    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    "radiusKm", "km", 0.1, 500, "How far round a site requests that are points are counted."),
            ParameterSpec.text(
                    "kernel",
                    "LINEAR: expected MW of a point fade linearly to 0 at the radius; UNIFORM: they count in full."),
            ParameterSpec.number(
                    "horizonYears",
                    "years",
                    0.1,
                    40,
                    "Time within which a request must go into service to count, from the evaluation date."),
            ParameterSpec.number(
                    "waitHorizonYears",
                    "years",
                    0.1,
                    40,
                    "Time up to which months to service are told; who is still active then is counted as in service later, or never."),
            ParameterSpec.number(
                    "earliestQueueYear", "1", 1900, 2100, "First year of entry into the queue that the curves use."),
            ParameterSpec.number(
                    "minimumRequests",
                    "1",
                    1,
                    1_000_000,
                    "Fewest dated requests for a curve of a market, else that of all pooled; as many of the market weigh in that of a class of size."),
            ParameterSpec.number(
                    "coverageRadiusKm",
                    "km",
                    0,
                    2_000,
                    "A place farther than this from every request is outside what the queues cover: unknown, not 0."),
            ParameterSpec.number(
                    "unsizedRequestMw",
                    "MW",
                    0,
                    100_000,
                    "Upper bound assumed for a request whose size is not on record; its lower bound is 0."),
            ParameterSpec.numbers(
                    "sizeClassBoundsMw",
                    "MW",
                    0,
                    100_000,
                    "Bounds of the classes of size, rising; a class reaches up to and including its bound, the last has none."),
            ParameterSpec.text(
                    "waitSide", "GENERATION or LOAD: whose curve gives inServiceFraction and the months to service."));

    static QueueParameters of(Parameters parameters) {
        return new QueueParameters(
                parameters.number("radiusKm"),
                word(parameters, "kernel", List.of("LINEAR", "UNIFORM")).equals("LINEAR"),
                parameters.number("horizonYears") * DAYS_PER_YEAR,
                parameters.number("waitHorizonYears") * DAYS_PER_YEAR,
                Math.toIntExact(LocalDate.of((int) parameters.number("earliestQueueYear"), 1, 1)
                        .toEpochDay()),
                (int) Math.ceil(parameters.number("minimumRequests")),
                parameters.number("coverageRadiusKm"),
                parameters.number("unsizedRequestMw"),
                new SizeClasses(parameters.numbers("sizeClassBoundsMw")),
                Side.valueOf(word(parameters, "waitSide", List.of("GENERATION", "LOAD"))));
    }

    private static String word(Parameters parameters, String id, List<String> known) {
        String text = parameters.text(id);
        if (!known.contains(text)) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "module queue-pressure: parameter " + id + " is \"" + text + "\", it must be one of " + known
                            + NearestName.hint(text, known),
                    "Correct it in the policy's parameters for queue-pressure.");
        }
        return text;
    }
}
