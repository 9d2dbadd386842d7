package org.headroom.runs;

import java.util.Map;
import org.headroom.model.GateAnswer;

/**
 * A site as the ranking has it.
 *
 * @param rank from 1
 * @param siteId its id
 * @param name name for people; empty when it has none
 * @param stateCode the state that it lies in; empty when it is not known
 * @param score the score that it is ranked by
 * @param scoreLowerBound the score if all that is unknown turns out for the worst
 * @param scoreUpperBound the score if all that is unknown turns out for the best
 * @param topNProbability probability to be among the first N; NaN where nothing was drawn
 * @param gate all gates together
 * @param tier the group that it is ranked in
 * @param measured lower and upper bound of each criterion that is known
 */
public record RankedRow(
        long rank,
        String siteId,
        String name,
        String stateCode,
        double score,
        double scoreLowerBound,
        double scoreUpperBound,
        double topNProbability,
        GateAnswer gate,
        long tier,
        Map<String, Bounds> measured) {
    public RankedRow {
        measured = Map.copyOf(measured);
    }

    /** Ends of a measurement, equal when it is exact. */
    public record Bounds(double lower, double upper) {}
}
