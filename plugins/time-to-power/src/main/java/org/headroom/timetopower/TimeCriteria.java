package org.headroom.timetopower;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LoadRequest;

/** What the module measures, and what of other modules it reads. */
final class TimeCriteria {
    static final String P50 = "timeToPowerMonthsP50";
    static final String P90 = "timeToPowerMonthsP90";
    static final String BINDING = "timeToPowerBinding";
    static final String NEW_CONNECTION = "newConnectionMonthsP50";
    static final String RIGHT_SAVES = "rightSavesMonths";

    static final String DATE_P50 = "timeToPowerDateP50";
    static final String DATE_P90 = "timeToPowerDateP90";

    /** MW that a site has by each step of a ramp. */
    static final List<String> RAMP = IntStream.rangeClosed(1, LoadRequest.MOST_STEPS)
            .mapToObj(step -> "rampMw" + step)
            .toList();

    static final String QUEUE_P10 = "queueMonthsP10";
    static final String QUEUE_P50 = "queueMonthsP50";
    static final String QUEUE_P90 = "queueMonthsP90";
    static final String MORATORIUM_GATE = "moratoriumGate";
    static final String MORATORIUM_DAYS = "moratoriumDaysLeft";
    static final String DISTANCE = "distanceToInterconnectionKm";
    static final String USABLE_RIGHT = "usableRightMw";

    private static final List<String> CONNECTION = List.of(
            QUEUE_P10,
            QUEUE_P50,
            QUEUE_P90,
            MORATORIUM_GATE,
            MORATORIUM_DAYS,
            DISTANCE,
            "permitMonths",
            "uncheckedReleaseMonths",
            "openEndedReleaseMonths",
            "connectionMw",
            "connectionKv",
            "transformerMonthsP10",
            "transformerMonthsP50",
            "transformerMonthsP90",
            "stationMonths",
            "lineMonthsPerKm",
            "lineFactor",
            "unknownTieLineKm",
            "unknownQueueMonths",
            "commissioningMonths");

    private static final List<String> WITH_RIGHT = with(CONNECTION, USABLE_RIGHT, "refitMonths");

    /** Of the median, which policies weigh: what people ask of it next, then what it is worked out from. */
    private static final List<String> FOR_PEOPLE = Stream.concat(Stream.of(DATE_P50, BINDING, P90), WITH_RIGHT.stream())
            .toList();

    /** What each is worked out from, as people should read it. */
    static List<String> inputs(String criterion) {
        if (criterion.equals(NEW_CONNECTION)) {
            return CONNECTION;
        }
        if (criterion.equals(P50)) {
            return FOR_PEOPLE;
        }
        return criterion.equals(RIGHT_SAVES) ? with(CONNECTION, "refitMonths") : WITH_RIGHT;
    }

    private static final String SOURCE =
            "Maximum of steps in parallel, then commissioning; steps by quantiles as shifted lognormals (Johnson 1949)";

    /** From 1970 to 2200. */
    private static final double LAST_DAY = 84_370;

    private static final List<Criterion> OF_SITES = List.of(
            months(
                    P50,
                    "Time to power, median",
                    Direction.LOWER_IS_BETTER,
                    "Months from the evaluation date within which half of such loads have power: refit alone where a usable right covers the load, else"
                            + " a new connection, of those that are seen through"),
            months(P90, "Time to power, nine in ten", Direction.LOWER_IS_BETTER, "The same for nine in ten"),
            date(DATE_P50, "Power by, median", "Evaluation date and the median time to power"),
            date(DATE_P90, "Power by, nine in ten", "The same for nine in ten"),
            Criterion.category(
                    BINDING,
                    "What decides the time to power",
                    Step.LABELS,
                    "The step that is the longest most often, at both ends of what is known",
                    SOURCE),
            months(
                    NEW_CONNECTION,
                    "New connection, median",
                    Direction.LOWER_IS_BETTER,
                    "Months within which half of such loads have power there when nothing is held, or what is held is left aside"),
            months(
                    RIGHT_SAVES,
                    "Months that a right saves",
                    Direction.NOT_ORDERED,
                    "What a right for the whole load would save at the place: the median of a new connection less that of a refit; 0 or above"));

    static final List<Criterion> ALL = Stream.concat(
                    OF_SITES.stream(), RAMP.stream().map(TimeCriteria::ofRamp))
            .toList();

    private TimeCriteria() {}

    private static Criterion ofRamp(String id) {
        return Criterion.number(
                id,
                "MW by step " + id.substring("rampMw".length()) + " of the ramp",
                "MW",
                Direction.HIGHER_IS_BETTER,
                0,
                100_000,
                "MW of the load wanted by the first day of the step's year that the site has by then at the median: what a usable right covers once"
                        + " it is refitted, and all once a new connection is there",
                SOURCE);
    }

    private static Criterion date(String id, String label, String description) {
        return Criterion.number(id, label, Criterion.DATE, Direction.LOWER_IS_BETTER, 0, LAST_DAY, description, SOURCE);
    }

    private static Criterion months(String id, String label, Direction direction, String description) {
        return Criterion.number(id, label, "months", direction, 0, Spread.LONGEST_MONTHS, description, SOURCE);
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }
}
