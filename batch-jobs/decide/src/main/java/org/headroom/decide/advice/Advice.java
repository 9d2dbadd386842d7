package org.headroom.decide.advice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The call list of a run, as it lies in its folder of decisions.
 *
 * @param topN length of the list that it is about
 * @param entries the most valuable first
 */
public record Advice(
        @JsonProperty("topN") int topN,
        @JsonProperty("entries") List<AdviceEntry> entries) {

    public Advice {
        entries = List.copyOf(entries);
    }
}
