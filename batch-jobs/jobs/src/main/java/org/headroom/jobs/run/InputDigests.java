package org.headroom.jobs.run;

import java.util.Map;

/**
 * What a run is made from; two runs with the same key give the same bytes.
 *
 * @param key SHA-256 over all the rest
 * @param headroom version of Headroom
 * @param evaluationDate ISO 8601
 * @param project digest of the project file
 * @param policy digest of the policy folder
 * @param layers digest of each layer, by id
 * @param modules version of each module by id, and digest of each jar that was dropped in by its path in the plugins folder
 */
public record InputDigests(
        String key,
        String headroom,
        String evaluationDate,
        String project,
        String policy,
        Map<String, String> layers,
        Map<String, String> modules) {
    /** The same with another key. */
    public InputDigests withKey(String newKey) {
        return new InputDigests(newKey, headroom, evaluationDate, project, policy, layers, modules);
    }
}
