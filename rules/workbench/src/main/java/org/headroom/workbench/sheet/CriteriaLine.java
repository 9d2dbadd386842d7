package org.headroom.workbench.sheet;

import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * A criterion as it stands in a YAML table.
 *
 * @param texts what a sheet shows of it; without the unit
 * @param node its place in the file
 */
record CriteriaLine(Map<CriteriaColumn, String> texts, MappingNode node) {
    CriteriaLine {
        texts = Map.copyOf(texts);
    }

    String text(CriteriaColumn column) {
        return texts.getOrDefault(column, "");
    }

    /** What tells it from every other line of the policy. */
    String id() {
        return text(CriteriaColumn.MODULE) + "/" + text(CriteriaColumn.CRITERION);
    }
}
