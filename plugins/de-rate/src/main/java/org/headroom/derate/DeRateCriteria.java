package org.headroom.derate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;

/** What the module measures, and what of other modules it reads. */
final class DeRateCriteria {
    static final String EFFECTIVE = "effectiveHeadroomMw";
    static final String FIRM_MW = "firmMw";
    static final String CURTAILABLE_MW = "curtailableMw";
    static final String LEVER = "deRateLever";

    /** Criteria of other modules. */
    static final String FLEXIBLE = "flexibleHeadroomMw";

    static final String PUBLISHED = "publishedHeadroomMw";

    static final String CONDITION = "publishedHeadroomCondition";
    static final String FIRM_HEADROOM = "firmHeadroomMw";
    static final String VOLTAGE = "nominalVoltageKv";
    static final String DISTANCE = "distanceToInterconnectionKm";
    static final String EXPECTED_LOAD = "expectedLoadMw";
    static final String USABLE_RIGHT = "usableRightMw";

    private static final List<String> EFFECTIVE_INPUTS =
            List.of(PUBLISHED, FIRM_HEADROOM, EXPECTED_LOAD, NetOfQueue.PARAMETER);
    private static final List<String> SPLIT_INPUTS = List.of(EFFECTIVE, CONDITION, USABLE_RIGHT);

    private static final double MOST_MW = 100_000;
    private static final String SPLIT_SOURCE = "Least of what is asked and what is there";

    static final List<Criterion> ALL = List.of(
            megawatts(
                    EFFECTIVE,
                    "Effective headroom",
                    "Headroom that is published, or else firm, less the load ahead in the queue by its chance to arrive; not below 0.",
                    "Headroom less the sum of MW times the probability of going into service"),
            megawatts(
                    FIRM_MW,
                    "Firm MW",
                    "Part of the load asked for that a right held there or the effective headroom carries at any hour.",
                    SPLIT_SOURCE),
            megawatts(
                    CURTAILABLE_MW,
                    "Curtailable MW",
                    "Part of the load asked for, beyond the firm one, that is there if it may be curtailed.",
                    SPLIT_SOURCE),
            Criterion.category(
                    LEVER,
                    "What would raise the MW",
                    Lever.LABELS,
                    "What the planner can change to have more of the load asked for, or all of a smaller one, as firm.",
                    "Headroom's own order: curtailment, the part on a right, the next voltage, a smaller request"));

    private DeRateCriteria() {}

    private static Criterion megawatts(String id, String label, String description, String source) {
        return Criterion.number(id, label, "MW", Direction.HIGHER_IS_BETTER, 0, MOST_MW, description, source);
    }

    /** What each is worked out from, as people should read it. */
    static List<String> inputs(String criterion) {
        return switch (criterion) {
            case EFFECTIVE -> EFFECTIVE_INPUTS;
            case FIRM_MW -> SPLIT_INPUTS;
            case CURTAILABLE_MW -> with(SPLIT_INPUTS, FIRM_MW, FLEXIBLE);
            default -> with(SPLIT_INPUTS, FIRM_MW, CURTAILABLE_MW, VOLTAGE, DISTANCE);
        };
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }
}
