package org.headroom.workbench.diff;

import static org.headroom.workbench.diff.PolicyChange.Kind.CRITERION;
import static org.headroom.workbench.diff.PolicyChange.Kind.PARAMETER;
import static org.headroom.workbench.diff.PolicyChange.Kind.POLICY;
import static org.headroom.workbench.diff.PolicyChange.Kind.WEIGHTING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.value.Words;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.rules.weight.Weighting;
import org.headroom.spi.Parameter;
import org.headroom.workbench.diff.PolicyChange.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Compares two policies by what they mean, after they were read: layout, comments, the order of lines, files and parts of conditions, and
 * in which file something stands count for nothing. Examples under {@code spec} change no result and are not compared.
 */
public final class PolicyDiff {
    private final List<PolicyChange> changes = new ArrayList<>();

    private PolicyDiff() {}

    /**
     * What differs, by kind and in the order of the policies; empty when they mean the same, whatever their digests are.
     *
     * @param before a policy
     * @param after another one, read with the same vocabulary
     */
    public static List<PolicyChange> between(Policy before, Policy after) {
        PolicyDiff diff = new PolicyDiff();
        diff.settings(before, after);
        diff.weightings(before.weightings(), after.weightings());
        diff.criteria(before.criteria(), after.criteria());
        diff.parameters(before, after);
        diff.changes.addAll(RuleChanges.between(before.rules(), after.rules()));
        return List.copyOf(diff.changes);
    }

    private void settings(Policy before, Policy after) {
        String name = after.id();
        add(POLICY, name, "policy", before.id(), after.id(), false);
        add(POLICY, name, "version", before.version(), after.version(), false);
        add(POLICY, name, "title", before.title(), after.title(), false);
        add(POLICY, name, "rankBy", before.rankBy().name(), after.rankBy().name(), true);
        add(
                POLICY,
                name,
                "unchecked",
                before.unchecked().name(),
                after.unchecked().name(),
                true);
        add(POLICY, name, "lowest score", before.minimumScore(), after.minimumScore());
        add(POLICY, name, "highest score", before.maximumScore(), after.maximumScore());
    }

    private void weightings(List<Weighting> before, List<Weighting> after) {
        Map<String, Weighting> then = byKey(before, Weighting::of);
        Map<String, Weighting> now = byKey(after, Weighting::of);
        for (String of : allOf(then.keySet(), now.keySet())) {
            // The weights themselves are told with their criteria.
            add(WEIGHTING, of, "method", method(then.get(of)), method(now.get(of)), false);
        }
    }

    private static String method(@Nullable Weighting weighting) {
        return weighting == null ? "as the tables give them" : weighting.text();
    }

    private void criteria(List<WeightedCriterion> before, List<WeightedCriterion> after) {
        Map<String, WeightedCriterion> then =
                byKey(before, line -> line.criterion().id());
        Map<String, WeightedCriterion> now =
                byKey(after, line -> line.criterion().id());
        for (String id : allOf(then.keySet(), now.keySet())) {
            WeightedCriterion one = then.get(id);
            WeightedCriterion other = now.get(id);
            if (one == null || other == null) {
                whole(CRITERION, id, one == null ? "" : line(one), other == null ? "" : line(other));
            } else {
                add(CRITERION, id, "weight", one.weight(), other.weight());
                add(
                        CRITERION,
                        id,
                        "value",
                        one.value().definition(),
                        other.value().definition(),
                        true);
                add(CRITERION, id, "unknown", unknown(one), unknown(other), true);
                add(CRITERION, id, "reasoning", one.reasoning(), other.reasoning(), false);
                add(CRITERION, id, "source", one.source(), other.source(), false);
            }
        }
    }

    private static String unknown(WeightedCriterion line) {
        UnknownMeaning unknown = line.unknown();
        return unknown == null ? "not said" : unknown.definition();
    }

    private static String line(WeightedCriterion line) {
        return "weight " + Words.exact(line.weight()) + ", " + line.value().definition();
    }

    private void parameters(Policy before, Policy after) {
        for (Vocabulary.Module module : after.vocabulary().modules()) {
            Map<String, Parameter> then =
                    byKey(List.copyOf(before.parameters(module.id()).all()), Parameter::id);
            Map<String, Parameter> now =
                    byKey(List.copyOf(after.parameters(module.id()).all()), Parameter::id);
            for (String id : allOf(then.keySet(), now.keySet())) {
                String name = module.id() + " " + id;
                Parameter one = then.get(id);
                Parameter other = now.get(id);
                if (one == null || other == null) {
                    whole(PARAMETER, name, one == null ? "" : value(one), other == null ? "" : value(other));
                } else {
                    add(PARAMETER, name, "value", value(one), value(other), true);
                    add(PARAMETER, name, "asOf", one.asOf(), other.asOf(), true);
                    add(PARAMETER, name, "assumption", one.assumption() + "", other.assumption() + "", true);
                    add(PARAMETER, name, "source", one.source(), other.source(), false);
                }
            }
        }
    }

    /** The value of a parameter with its unit, as people read it, with all its digits. */
    public static String value(Parameter parameter) {
        if (parameter.numbers().isEmpty()) {
            return parameter.text();
        }
        String numbers = parameter.numbers().stream().map(Words::exact).collect(Collectors.joining(", "));
        String list = parameter.numbers().size() == 1 ? numbers : "[" + numbers + "]";
        return parameter.unit().equals("1") ? list : list + " " + parameter.unit();
    }

    private void add(Kind kind, String name, String part, double before, double after) {
        boolean isSeen = !Words.number(before).equals(Words.number(after));
        add(
                kind,
                name,
                part,
                isSeen ? Words.number(before) : Words.exact(before),
                isSeen ? Words.number(after) : Words.exact(after),
                true);
    }

    private void add(Kind kind, String name, String part, String before, String after, boolean decides) {
        if (!before.equals(after)) {
            changes.add(new PolicyChange(kind, name, part, before, after, decides));
        }
    }

    private void whole(Kind kind, String name, String before, String after) {
        changes.add(new PolicyChange(kind, name, before.isEmpty() ? "added" : "removed", before, after, true));
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    private static Set<String> allOf(Set<String> before, Set<String> after) {
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(after);
        return all;
    }
}
