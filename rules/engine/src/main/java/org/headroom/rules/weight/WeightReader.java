package org.headroom.rules.weight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        members.put(
                MODULES,
                criteria.stream().map(WeightedCriterion::module).distinct().toList());
        criteria.forEach(line -> members.computeIfAbsent(line.module(), module -> new ArrayList<>())
                .add(line.criterion().id()));
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

    private void groups(PolicyYaml document) {
        document.at("weights").items().forEach(this::group);
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

    private void group(PolicyYaml group) {
        PolicyYaml named = group.at("of");
        String of = named.text();
        List<String> names = members.get(of);
        if (names == null) {
            named.unknown(of, members.keySet(), "there is nothing to weigh named \"" + of + "\"");
            return;
        }
        PolicyYaml judgements = group.at("by").values().get(0);
        WeightMethods.Result result = new WeightMethods(names).read(judgements);
        if (weights.put(of, result.weights()) != null) {
            named.error("duplicate-name", "the weights of " + of + " stand here already");
        }
        weightings.add(new Weighting(of, judgements.key(), result.judges(), result.consistencyRatio()));
    }
}
