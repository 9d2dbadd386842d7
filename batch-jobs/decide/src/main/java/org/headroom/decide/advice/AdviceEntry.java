package org.headroom.decide.advice;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that is not exactly known, and what settling it would change.
 *
 * @param criterion id of the criterion
 * @param label its name for people
 * @param isUnknown whether nothing is known of it; else it is known within bounds
 * @param sharedBy attribute of sites by which they share it; empty where it belongs to one site
 * @param sharing what these sites have alike, such as a county's code; empty where it belongs to one site
 * @param where whom or what to ask about: a county, a state, a site
 * @param sites how many sites it touches
 * @param siteId the site whose place in the list hangs on it most
 * @param siteName its name; the id where it has none
 * @param stateCode the state that it lies in; may be empty
 * @param rank its rank, from 1
 * @param probabilityToEnter that a site comes into the list once it is known, 0 to 1
 * @param probabilityToLeave that one drops out
 * @param expectedChange expected gain of the list's summed expected score, in points: the expected value of partial perfect information (Raiffa
 *     and Schlaifer 1961)
 * @param advice the same in one sentence
 */
public record AdviceEntry(
        @JsonProperty("criterion") String criterion,
        @JsonProperty("label") String label,
        @JsonProperty("isUnknown") boolean isUnknown,
        @JsonProperty("sharedBy") String sharedBy,
        @JsonProperty("sharing") String sharing,
        @JsonProperty("where") String where,
        @JsonProperty("sites") int sites,
        @JsonProperty("siteId") String siteId,
        @JsonProperty("siteName") String siteName,
        @JsonProperty("stateCode") String stateCode,
        @JsonProperty("rank") int rank,
        @JsonProperty("probabilityToEnter") double probabilityToEnter,
        @JsonProperty("probabilityToLeave") double probabilityToLeave,
        @JsonProperty("expectedChange") double expectedChange,
        @JsonProperty("advice") String advice) {}
