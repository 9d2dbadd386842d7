package org.headroom.jobs.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerAge;
import org.headroom.layers.LayerAge.Use;
import org.headroom.layers.LayerDescriptor;
import org.headroom.model.DataIssue;

/** How the layers of a project stand to the evaluation date. Immutable. */
public final class LayerAges {
    private final Map<String, LayerAge> byLayer = new LinkedHashMap<>();
    private final List<DataIssue> issues = new ArrayList<>();

    /** @throws org.headroom.model.HeadroomException of family DATA when a layer is too old for a run */
    public LayerAges(Project project, LocalDate evaluationDate) {
        for (LayerDescriptor descriptor : project.layers()) {
            LayerAge age = LayerAge.of(descriptor, evaluationDate);
            byLayer.put(descriptor.id(), age);
            DataIssue issue = age.issue(descriptor);
            if (issue != null) {
                issues.add(issue);
            }
        }
    }

    /** The age of a layer of the project. */
    public LayerAge get(String layer) {
        return Objects.requireNonNull(byLayer.get(layer), layer);
    }

    /** Whether modules may see the layer. */
    public boolean isUsed(String layer) {
        return get(layer).use() != Use.WITHHELD;
    }

    /** What should be known of their ages, in the project's order. */
    public List<DataIssue> issues() {
        return issues;
    }
}
