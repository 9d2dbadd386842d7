package org.headroom.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.headroom.runs.file.Json;

/**
 * What was drawn to find how sure the ranks of a run are.
 *
 * @param topN length of the list
 * @param draws number of draws
 * @param weightRange by which share of itself a weight was drawn; 0 for not at all
 * @param unknowns whether what is unknown was drawn
 * @param intervals whether intervals were drawn
 * @param timesInTop in how many draws any site was among the first N and not excluded, all sites together: N times the draws where never fewer
 *     than N were not excluded
 * @param largestStandardError of the probabilities of all sites
 */
public record DrawnRanks(
        @JsonProperty("topN") int topN,
        @JsonProperty("draws") int draws,
        @JsonProperty("weightRange") double weightRange,
        @JsonProperty("unknowns") boolean unknowns,
        @JsonProperty("intervals") boolean intervals,
        @JsonProperty("timesInTop") long timesInTop,
        @JsonProperty("largestStandardError") double largestStandardError) {
    /** Reads what a run has kept. */
    public static DrawnRanks read(ExplanationFiles files) {
        return Json.read(files.drawn(), DrawnRanks.class);
    }

    public void write(ExplanationFiles files) {
        Json.write(files.drawn(), this);
    }
}
