package org.headroom.rules.weight;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headroom.config.YamlDocument;
import org.headroom.rules.check.Advice;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;

/**
 * Reads {@code weights.yaml}: weights that come from judgements in place of figures in the criteria tables. Modules are weighed against
 * one another, and in each module its criteria; a criterion's weight is the product of both.
 */
public final class WeightReader {
    /** Where judgements stand, within a policy folder. */
    public static final String FILE = "weights.yaml";

    private static final String MODULES = "modules";

    private final Problems problems;
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> weights = new TreeMap<>();
    private final List<Weighting> weightings = new ArrayList<>();

    /**
     * Prepares to weigh criteria.
     *
     * @param criteria lines of the criteria tables
     */
    public WeightReader(List<WeightedCriterion> criteria, Problems problems) {
        this.problems = problems;
        Set<String> modules =
                criteria.stream().map(WeightedCriterion::module).collect(Collectors.toCollection(LinkedHashSet::new));
        members.put(MODULES, List.copyOf(modules));
        for (String module : modules) {
            members.put(
                    module,
                    criteria.stream()
                            .filter(line -> line.module().equals(module))
                            .map(line -> line.criterion().id())
                            .toList());
        }
    }

    /** Whether a policy has its weights from judgements. */
    public static boolean isUsed(PolicyFolder folder) {
        return !folder.paths(FILE).isEmpty();
    }

    /** The same lines with their weights; without when there was a problem. */
    public List<WeightedCriterion> weigh(PolicyFolder folder, List<WeightedCriterion> criteria) {
        int before = problems.count();
        PolicyYaml.read(FILE, folder.text(FILE, problems), "weights", problems).ifPresent(this::groups);
        if (problems.count() > before) {
            return criteria;
        }
        return criteria.stream()
                .map(line -> line.withWeight(weight(MODULES, line.module())
                        * weight(line.module(), line.criterion().id())))
                .toList();
    }

    /** How the weights were found, in the order of the file. */
    public List<Weighting> weightings() {
        return List.copyOf(weightings);
    }

    /** What a group gives to one of its members; the only member of a group gets all without a judgement. */
    private double weight(String group, String member) {
        return weights.getOrDefault(group, Map.of(member, 1.0)).getOrDefault(member, 0.0);
    }

    private void groups(YamlDocument document) {
        JsonNode groups = document.root().path("weights");
        for (int i = 0; i < groups.size(); i++) {
            group(document, groups.get(i), "/weights/" + i);
        }
        members.forEach((group, names) -> {
            if (names.size() > 1 && !weights.containsKey(group)) {
                problems.add(
                        FILE,
                        0,
                        "nothing is said of the weights of "
                                + (group.equals(MODULES) ? "the modules" : "the criteria of the module " + group) + ": "
                                + String.join(", ", names));
            }
        });
    }

    private void group(YamlDocument document, JsonNode group, String pointer) {
        String of = group.path("of").asText();
        List<String> names = members.get(of);
        if (names == null) {
            problems.add(PolicyYaml.at(document, pointer + "/of", "there is nothing to weigh named \"" + of + "\"")
                    .withKind("unknown-name")
                    .withAdvice(Advice.nearest(of, members.keySet())));
            return;
        }
        Map.Entry<String, JsonNode> by =
                group.path("by").properties().iterator().next();
        WeightMethods.Result result =
                new WeightMethods(document, pointer + "/by", names, problems).read(by.getKey(), by.getValue());
        if (weights.put(of, result.weights()) != null) {
            problems.add(PolicyYaml.at(document, pointer + "/of", "the weights of " + of + " stand here already")
                    .withKind("duplicate-name"));
        }
        weightings.add(new Weighting(of, by.getKey(), result.judges(), result.consistencyRatio()));
    }
}
