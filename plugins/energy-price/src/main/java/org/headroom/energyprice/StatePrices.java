package org.headroom.energyprice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * Average prices of states, the last resort. Of several records of a state the one whose year is nearest to the policy's counts, of those the
 * first in the project's order.
 */
final class StatePrices {
    private record Found(PriceLayer layer, int record, double yearsOff) {}

    private final BelievedPrices believed;
    private final Map<String, Found> byState = new HashMap<>();

    StatePrices(List<PriceLayer> layers, BelievedPrices believed) {
        this.believed = believed;
        for (PriceLayer layer : layers) {
            for (int record = 0; record < layer.layer().size(); record++) {
                String state = layer.stateOfAverage(record);
                if (state != null && !Double.isNaN(believed.of(layer, record))) {
                    double year = layer.year(record);
                    double off = Double.isNaN(year)
                            ? 0
                            : Math.abs(year - believed.index().year());
                    byState.merge(
                            state,
                            new Found(layer, record, off),
                            (first, other) -> other.yearsOff < first.yearsOff ? other : first);
                }
            }
        }
    }

    /** Lists the states whose price is not believed. */
    static void list(List<PriceLayer> layers, BelievedPrices believed, ListedRecords listed) {
        for (PriceLayer layer : layers) {
            for (int record = 0; record < layer.layer().size(); record++) {
                String doubt = layer.stateOfAverage(record) == null ? null : believed.doubt(layer, record);
                if (doubt != null) {
                    listed.add(layer, record, layer.price(record), doubt);
                }
            }
        }
    }

    /** The average of a state in the policy's year; NaN where it is not known. */
    double usdPerMwh(@Nullable String stateCode) {
        Found found = stateCode == null ? null : byState.get(stateCode);
        return found == null ? Double.NaN : believed.of(found.layer, found.record);
    }

    /** Whether the state gave the price of the site. */
    boolean write(MeasurementColumn column, int site, @Nullable String stateCode) {
        Found found = stateCode == null ? null : byState.get(stateCode);
        if (found == null) {
            return false;
        }
        PriceLayer layer = found.layer;
        EvidenceClass evidence = EvidenceClass.weaker(believed.evidence(layer, found.record), EvidenceClass.FALLBACK);
        column.setInterval(
                site,
                believed.lowest(layer, found.record),
                believed.of(layer, found.record),
                evidence,
                layer.layer(),
                found.record);
        return true;
    }
}
