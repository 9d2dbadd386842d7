package org.headroom.runs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.rules.policy.Policy;

/** Refuses a project that wants to publish what there is not, before anything is read for it. */
public final class PublishCheck {
    private PublishCheck() {}

    /** @throws HeadroomException of family CONFIG, with every column that shows nothing */
    public static void check(PublishSpec publish, Policy policy, String projectFile) {
        Set<String> known = Sources.names(policy, publish.ramp());
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
                    "A column shows a criterion, an attribute of the site, a part of the ranking such as rank or score, or what the"
                            + " record says that decided a criterion, such as publishedHeadroomMw_headroomZoneId.");
        }
    }
}
