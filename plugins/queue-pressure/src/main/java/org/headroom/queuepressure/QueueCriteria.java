package org.headroom.queuepressure;

import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;

/** What the module measures. */
final class QueueCriteria {
    static final String ACTIVE_GENERATION = "activeGenerationMw";
    static final String ACTIVE_LOAD = "activeLoadMw";
    static final String WITHDRAWN_GENERATION = "withdrawnGenerationMw";
    static final String WITHDRAWN_LOAD = "withdrawnLoadMw";
    static final String EXPECTED_GENERATION = "expectedGenerationMw";
    static final String EXPECTED_LOAD = "expectedLoadMw";
    static final String ACTIVE_GENERATION_COUNT = "activeGenerationCount";
    static final String ACTIVE_LOAD_COUNT = "activeLoadCount";
    static final String IN_SERVICE_FRACTION = "inServiceFraction";
    static final String MONTHS_P10 = "queueMonthsP10";
    static final String MONTHS_P50 = "queueMonthsP50";
    static final String MONTHS_P90 = "queueMonthsP90";

    /** Months from a request to service, in the order of {@link MarketTime#SHARES}. */
    static final List<String> MONTHS = List.of(MONTHS_P10, MONTHS_P50, MONTHS_P90);

    private static final double MAXIMUM_MW = 1e7;
    private static final String AALEN_JOHANSEN = "Aalen & Johansen 1978; Andersen, Borgan, Gill & Keiding 1993";

    /** What decides which part of the load waits at all. */
    private static final List<String> OPEN_PART = List.of(OpenPart.USABLE_RIGHT);

    /** What each is worked out from besides the queues, as people should read it. */
    static final Map<String, List<String>> INPUTS = Map.of(
            EXPECTED_GENERATION, OPEN_PART,
            EXPECTED_LOAD, OPEN_PART,
            IN_SERVICE_FRACTION, OPEN_PART);

    static final List<Criterion> ALL = List.of(
            megawatts(
                    ACTIVE_GENERATION,
                    "Active generation in the queue",
                    Direction.LOWER_IS_BETTER,
                    "Generation requests active on the evaluation date within the radius or in the same area.",
                    "Sum over requests"),
            megawatts(
                    ACTIVE_LOAD,
                    "Active load in the queue",
                    Direction.LOWER_IS_BETTER,
                    "Load requests active on the evaluation date within the radius or in the same area.",
                    "Sum over requests"),
            megawatts(
                    WITHDRAWN_GENERATION,
                    "Withdrawn generation",
                    Direction.NOT_ORDERED,
                    "Generation requests withdrawn by the evaluation date within the radius or in the same area.",
                    "Sum over requests"),
            megawatts(
                    WITHDRAWN_LOAD,
                    "Withdrawn load",
                    Direction.NOT_ORDERED,
                    "Load requests withdrawn by the evaluation date within the radius or in the same area.",
                    "Sum over requests"),
            megawatts(
                    EXPECTED_GENERATION,
                    "Expected generation",
                    Direction.LOWER_IS_BETTER,
                    "Active generation times its probability of going into service within the horizon, weighted by distance.",
                    AALEN_JOHANSEN),
            megawatts(
                    EXPECTED_LOAD,
                    "Expected load",
                    Direction.LOWER_IS_BETTER,
                    "Active load times its probability of going into service within the horizon, weighted by distance.",
                    AALEN_JOHANSEN),
            count(
                    ACTIVE_GENERATION_COUNT,
                    "Generation requests in the queue",
                    "Number of generation requests active on the evaluation date within the radius or in the same area."),
            count(
                    ACTIVE_LOAD_COUNT,
                    "Load requests in the queue",
                    "Number of load requests active on the evaluation date within the radius or in the same area."),
            Criterion.number(
                    IN_SERVICE_FRACTION,
                    "Share that goes into service",
                    "1",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1,
                    "Cumulative incidence of going into service within the horizon in the site's market, withdrawal competing.",
                    AALEN_JOHANSEN),
            months(MONTHS_P10, "Queue, one in ten", "one in ten"),
            months(MONTHS_P50, "Queue, median", "half"),
            months(MONTHS_P90, "Queue, nine in ten", "nine in ten"));

    private QueueCriteria() {}

    private static Criterion months(String id, String label, String share) {
        return Criterion.number(
                id,
                label,
                "months",
                Direction.LOWER_IS_BETTER,
                0,
                480,
                "Months within which " + share
                        + " of those requests of the load's size that ever get there are in service in the site's market; the wait horizon stands for itself"
                        + " or later.",
                AALEN_JOHANSEN);
    }

    private static Criterion count(String id, String label, String description) {
        return Criterion.number(id, label, "1", Direction.LOWER_IS_BETTER, 0, 1e6, description, "Number of requests");
    }

    private static Criterion megawatts(
            String id, String label, Direction direction, String description, String source) {
        return Criterion.number(id, label, "MW", direction, 0, MAXIMUM_MW, description, source);
    }
}
