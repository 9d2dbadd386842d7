package org.headroom.jobs.measure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.headroom.export.ColumnNames;
import org.headroom.host.InstalledModule;
import org.headroom.model.Criterion;
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
    public static MeasurementPlan of(Policy policy, PublishSpec publish) {
        Set<String> asked = new LinkedHashSet<>(policy.fieldsOfRules());
        policy.criteria().stream()
                .map(WeightedCriterion::criterion)
                .map(Criterion::id)
                .forEach(asked::add);
        Set<String> criteria = new LinkedHashSet<>();
        for (Criterion criterion : policy.vocabulary().criteria()) {
            if (asked.contains(criterion.id()) || publish.isPublished(criterion.id())) {
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

    /** The installed modules that measure anything that is planned, in their order. */
    public List<InstalledModule> modules(List<InstalledModule> installed) {
        return installed.stream()
                .filter(module ->
                        module.module().criteria().stream().anyMatch(criterion -> criteria.contains(criterion.id())))
                .toList();
    }
}
