package org.headroom.gridheadroom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usable substations of all layers by their ids, for sites that name their node. Of the same id in several layers that of the first counts.
 * Safe for several threads.
 */
final class NamedNodes {
    private final List<SubstationLayer> layers;
    private @Nullable Map<String, Place> byId;

    NamedNodes(List<SubstationLayer> layers) {
        this.layers = layers;
    }

    /**
     * Where a substation stands.
     *
     * @param layer place of its layer
     * @param record its record there
     */
    record Place(int layer, int record) {}

    /** The usable substation with an id; null when there is none. */
    @Nullable
    Place find(String id) {
        return byId().get(id);
    }

    /** Made when the first site asks; most projects have none that does. */
    private synchronized Map<String, Place> byId() {
        Map<String, Place> made = byId;
        if (made == null) {
            made = new HashMap<>();
            for (int layer = 0; layer < layers.size(); layer++) {
                SubstationLayer of = layers.get(layer);
                for (int record = 0; record < of.size(); record++) {
                    if (of.isUsable(record)) {
                        made.putIfAbsent(of.recordId(record), new Place(layer, record));
                    }
                }
            }
            byId = made;
        }
        return made;
    }
}
