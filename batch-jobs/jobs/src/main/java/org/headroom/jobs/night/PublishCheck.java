package org.headroom.jobs.night;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.headroom.export.ColumnNames;
import org.headroom.jobs.project.PublishSpec;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerField;
import org.headroom.model.NearestName;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.policy.Policy;

/** Refuses a project that wants to publish what there is not, before anything is read for it. */
final class PublishCheck {
    private PublishCheck() {}

    /** @throws HeadroomException of family CONFIG, with every column that shows nothing */
    static void check(PublishSpec publish, Policy policy, String projectFile) {
        Set<String> known = known(policy);
        List<String> problems = new ArrayList<>();
        for (PublishSpec.Column column : publish.columns()) {
            if (!known.contains(column.of())) {
                problems.add(projectFile + ": publish: column " + column.name() + " shows \"" + column.of()
                        + "\", which there is not" + NearestName.hint(column.of(), known));
            }
        }
        if (!problems.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    String.join("\n", problems),
                    "A column shows a criterion, an attribute of the site, or a part of the ranking such as rank or score.");
        }
    }

    private static Set<String> known(Policy policy) {
        Set<String> known = new TreeSet<>(List.of(
                ColumnNames.RANK,
                ColumnNames.SCORE,
                ColumnNames.SCORE_LOWER_BOUND,
                ColumnNames.SCORE_UPPER_BOUND,
                ColumnNames.GATE,
                ColumnNames.TIER,
                ColumnNames.EXCLUSION,
                ColumnNames.WHY,
                ColumnNames.CONFIDENCE_FRACTION));
        policy.families().forEach(family -> known.add(ColumnNames.familyScore(family)));
        policy.vocabulary().criteria().stream().map(Criterion::id).forEach(known::add);
        SiteAttributes.all().stream().map(LayerField::name).forEach(known::add);
        return known;
    }
}
