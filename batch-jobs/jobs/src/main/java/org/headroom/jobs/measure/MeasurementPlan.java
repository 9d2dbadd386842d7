package org.headroom.jobs.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.export.ColumnNames;
import org.headroom.host.InstalledModule;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.runs.table.PublishSpec;

/**
 * What a run has to measure and keep: what the policy weighs or tests, and what is published. Nothing else is measured.
 *
 * @param criteria ids of criteria, in the vocabulary's order
 * @param families modules whose scores are kept
 */
public record MeasurementPlan(Set<String> criteria, Set<String> families) {
    /**
     * Makes the plan.
     *
     * @param installed the modules, with what the policy declares
     */
    public static MeasurementPlan of(Policy policy, PublishSpec publish, List<InstalledModule> installed) {
        Set<String> asked = new LinkedHashSet<>(policy.fieldsOfRules());
        policy.criteria().stream()
                .map(WeightedCriterion::criterion)
                .map(Criterion::id)
                .forEach(asked::add);
        policy.vocabulary().criteria().stream()
                .map(Criterion::id)
                .filter(publish::isPublished)
                .forEach(asked::add);
        addInputs(asked, installed);
        Set<String> criteria = new LinkedHashSet<>();
        for (Criterion criterion : policy.vocabulary().criteria()) {
            if (asked.contains(criterion.id())) {
                criteria.add(criterion.id());
            }
        }
        Set<String> families = new LinkedHashSet<>();
        for (String family : policy.families()) {
            if (publish.isPublished(ColumnNames.familyScore(family))) {
                families.add(family);
            }
        }
        return new MeasurementPlan(criteria, families);
    }

    /** What is asked for is worked out from other things, and these from others. */
    private static void addInputs(Set<String> asked, List<InstalledModule> installed) {
        int before;
        do {
            before = asked.size();
            for (InstalledModule module : installed) {
                for (Criterion criterion : module.module().criteria()) {
                    if (asked.contains(criterion.id())) {
                        asked.addAll(module.module().inputs(criterion.id()));
                    }
                }
            }
        } while (asked.size() > before);
    }

    /**
     * The installed modules that measure anything that is planned, in their order, but each behind those that it reads.
     *
     * @throws HeadroomException of family PLUGIN when modules read one another
     */
    public List<InstalledModule> modules(List<InstalledModule> installed) {
        List<InstalledModule> left = new ArrayList<>(installed);
        left.removeIf(module ->
                module.module().criteria().stream().noneMatch(criterion -> criteria.contains(criterion.id())));
        List<InstalledModule> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            InstalledModule next = left.stream()
                    .filter(module -> left.stream().noneMatch(module::reads))
                    .findFirst()
                    .orElseThrow(() -> circle(left));
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private static HeadroomException circle(List<InstalledModule> modules) {
        return new HeadroomException(
                FailureFamily.PLUGIN,
                "the scoring modules "
                        + modules.stream().map(module -> module.module().id()).collect(Collectors.joining(", "))
                        + " read what one another measure, so none of them can measure first",
                "Remove one of them from the plugins folder.");
    }
}
