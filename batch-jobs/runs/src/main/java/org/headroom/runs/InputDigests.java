package org.headroom.runs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.runs.file.Digests;
import org.headroom.runs.file.Json;

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
    /** The same with the key that the rest gives. */
    public InputDigests withComputedKey() {
        String rest = new String(Json.bytes(withKey("")), StandardCharsets.UTF_8);
        return withKey(Digests.ofText(rest));
    }

    private InputDigests withKey(String newKey) {
        return new InputDigests(newKey, headroom, evaluationDate, project, policy, layers, modules);
    }

    /** What differs from other digests, in words: {@code policy}, {@code layer counties}, ... */
    public List<String> differences(InputDigests other) {
        List<String> names = new ArrayList<>();
        add(names, "Headroom itself", headroom, other.headroom);
        add(names, "evaluation date", evaluationDate, other.evaluationDate);
        add(names, "project file", project, other.project);
        add(names, "policy", policy, other.policy);
        add(names, "layer ", layers, other.layers);
        add(names, "module ", modules, other.modules);
        return names;
    }

    private static void add(List<String> names, String name, String one, String other) {
        if (!one.equals(other)) {
            names.add(name);
        }
    }

    private static void add(List<String> names, String prefix, Map<String, String> one, Map<String, String> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (String key : keys) {
            add(names, prefix + key, one.getOrDefault(key, ""), other.getOrDefault(key, ""));
        }
    }
}
