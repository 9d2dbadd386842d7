package org.headroom.runs.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.spi.Parameter;
import org.headroom.spi.Parameters;
import org.headroom.workbench.diff.PolicyDiff;

/**
 * Refuses to score a run by a policy for which its measurements are not the ones that the next run would make: a criterion that the run
 * did not keep, or a parameter of a module that is needed and stands otherwise in the policy of the run. Everything about a parameter that
 * a module can see counts, but its source.
 */
final class KeptEnough {
    private final PublishedRun run;
    private final Policy ofRun;

    KeptEnough(PublishedRun run, Policy ofRun) {
        this.run = run;
        this.ofRun = ofRun;
    }

    /**
     * The criteria that the scores of a policy are made of.
     *
     * @throws HeadroomException of family POLICY that names every criterion or parameter that stands against it
     */
    Set<String> check(Policy policy) {
        Set<String> needed = needed(policy);
        Set<String> missing = new LinkedHashSet<>(needed);
        missing.removeAll(RunColumns.kept(run.explanationFiles()));
        if (!missing.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "policy " + policy.id() + " " + policy.version() + " needs what run " + run.shownName()
                            + " has not measured: "
                            + missing.stream()
                                    .map(id -> "criterion " + id + " of module " + moduleOf(policy, id))
                                    .collect(Collectors.joining(", ")),
                    "Make a run with this policy by \"headroom rank\"; after that its edits can be shown without measuring.");
        }
        List<String> changed = new ArrayList<>();
        for (String module : modulesOf(policy, needed)) {
            changed.addAll(changedParameters(module, policy));
        }
        if (!changed.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "policy " + policy.id() + " " + policy.version() + " has other parameters than run "
                            + run.shownName()
                            + " was measured with, and nothing is measured again here:"
                            + changed.stream().map(line -> "\n  " + line).collect(Collectors.joining()),
                    "Make a run with \"headroom rank\" to see what they change, or put them back to see what the rest changes.");
        }
        return needed;
    }

    /** What the run did not measure as a policy asks, in words; empty when {@link #check} finds nothing. */
    List<String> lacking(Policy policy) {
        List<String> lacking = new ArrayList<>();
        Set<String> needed = needed(policy);
        Set<String> missing = new LinkedHashSet<>(needed);
        missing.removeAll(RunColumns.kept(run.explanationFiles()));
        missing.forEach(
                id -> lacking.add("criterion " + id + " of module " + moduleOf(policy, id) + " was not measured"));
        for (String module : modulesOf(policy, needed)) {
            lacking.addAll(changedParameters(module, policy));
        }
        return lacking;
    }

    private static Set<String> needed(Policy policy) {
        Set<String> ofRules = policy.fieldsOfRules();
        Set<String> weighed = policy.criteria().stream()
                .filter(line -> line.weight() > 0)
                .map(WeightedCriterion::criterion)
                .map(criterion -> criterion.id())
                .collect(Collectors.toSet());
        return policy.vocabulary().criteria().stream()
                .map(criterion -> criterion.id())
                .filter(id -> ofRules.contains(id) || weighed.contains(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> modulesOf(Policy policy, Set<String> criteria) {
        return policy.vocabulary().modules().stream()
                .filter(module -> module.criteria().stream().anyMatch(c -> criteria.contains(c.id())))
                .map(Vocabulary.Module::id)
                .toList();
    }

    private static String moduleOf(Policy policy, String criterion) {
        return modulesOf(policy, Set.of(criterion)).get(0);
    }

    private List<String> changedParameters(String module, Policy policy) {
        List<String> changed = new ArrayList<>();
        Map<String, Parameter> then = byId(ofRun.parameters(module));
        byId(policy.parameters(module)).forEach((id, now) -> {
            Parameter before = then.get(id);
            String name = module + " " + id;
            if (before == null) {
                changed.add(name + " is " + PolicyDiff.value(now) + ", in the run it was not given");
            } else if (!PolicyDiff.value(now).equals(PolicyDiff.value(before))) {
                changed.add(name + " is " + PolicyDiff.value(now) + ", in the run " + PolicyDiff.value(before));
            } else if (!now.asOf().equals(before.asOf()) || now.assumption() != before.assumption()) {
                changed.add(name + " has asOf " + now.asOf() + " and assumption " + now.assumption() + ", in the run "
                        + before.asOf() + " and " + before.assumption());
            }
        });
        return changed;
    }

    private static Map<String, Parameter> byId(Parameters parameters) {
        Map<String, Parameter> byId = new LinkedHashMap<>();
        parameters.all().forEach(parameter -> byId.put(parameter.id(), parameter));
        return byId;
    }
}
