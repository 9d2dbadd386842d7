package org.headroom.energyprice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** Average prices of states, the last resort. Of several records of a state the first in the project's order counts. */
final class StatePrices {
    private record Found(PriceLayer layer, int record) {}

    private final Map<String, Found> byState = new HashMap<>();

    StatePrices(List<PriceLayer> layers) {
        for (PriceLayer layer : layers) {
            for (int record = 0; record < layer.layer().size(); record++) {
                String state = layer.stateCode(record);
                String code = state == null ? layer.zoneCode(record) : state;
                if (code != null && layer.is(record, "STATE") && PriceLayer.isPrice(layer.price(record))) {
                    byState.putIfAbsent(code.trim().toUpperCase(Locale.ROOT), new Found(layer, record));
                }
            }
        }
    }

    /** Whether the state gave the price of the site. */
    boolean write(MeasurementColumn column, int site, @Nullable String stateCode) {
        Found found = stateCode == null ? null : byState.get(stateCode);
        if (found == null) {
            return false;
        }
        PriceLayer layer = found.layer;
        EvidenceClass evidence = EvidenceClass.weaker(layer.evidence(found.record), EvidenceClass.FALLBACK);
        column.set(site, layer.price(found.record), evidence, layer.layer(), found.record);
        return true;
    }
}
