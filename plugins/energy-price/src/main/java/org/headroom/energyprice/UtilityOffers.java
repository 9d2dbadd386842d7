package org.headroom.energyprice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.jspecify.annotations.Nullable;

/**
 * The prices of utilities, from revenue and sales as Form EIA-861 counts them. Part A (bundled) and part D (bundled by a retail
 * provider) stand alone. Part C is the delivery of energy that somebody else sold under part B; the two are put together: what a
 * delivery customer pays is the utility's own delivery revenue a MWh plus the average energy-only price of the state, as the sellers
 * under part B have no territory. The utility's price is then
 *
 * <pre>(revenue A + D + C + sales C * energy price of B in the state) / (sales A + D + C).</pre>
 *
 * Its sales under part B go to customers outside its own territory and count for the state's energy price only.
 */
final class UtilityOffers {
    private static final String SEPARATOR = "\n";

    private final Map<String, List<Row>> rowsByUtility = new HashMap<>();
    private final Map<String, double[]> energyOnlyByState = new HashMap<>();
    private final double minimumSalesMwh;

    private record Row(PriceLayer layer, int record) {}

    UtilityOffers(List<PriceLayer> layers, double minimumSalesMwh) {
        this.minimumSalesMwh = minimumSalesMwh;
        for (PriceLayer layer : layers) {
            for (int record = 0; record < layer.layer().size(); record++) {
                String code = layer.zoneCode(record);
                if (code == null || !layer.is(record, "UTILITY")) {
                    continue;
                }
                rowsByUtility.computeIfAbsent(code, key -> new ArrayList<>()).add(new Row(layer, record));
                if (layer.part(record).equals("B") && layer.hasSales(record)) {
                    double[] sums = energyOnlyByState.computeIfAbsent(state(layer, record), key -> new double[2]);
                    sums[0] += layer.revenueUsd(record);
                    sums[1] += layer.salesMwh(record);
                }
            }
        }
    }

    private static String state(PriceLayer layer, int record) {
        String state = layer.stateCode(record);
        return state == null ? "" : state;
    }

    /** A key that is the same for the same offer. */
    static String key(String utility, @Nullable String stateCode) {
        return utility + SEPARATOR + (stateCode == null ? "" : stateCode);
    }

    /**
     * The offer of a utility in a state, over all its states when that is null; null when its records give no price or its sales are
     * too small.
     */
    @Nullable
    Offer find(String utility, @Nullable String stateCode) {
        List<Row> rows = rowsByUtility.getOrDefault(utility, List.of()).stream()
                .filter(row -> {
                    String own = row.layer.stateCode(row.record);
                    return own == null || stateCode == null || own.equals(stateCode);
                })
                .toList();
        Offer offer = stated(rows);
        if (offer == null) {
            offer = averaged(rows);
        }
        if (offer == null || !PriceLayer.isPrice(offer.usdPerMwh()) || offer.salesMwh() < minimumSalesMwh) {
            return null;
        }
        return offer;
    }

    private static @Nullable Offer stated(List<Row> rows) {
        for (Row row : rows) {
            double price = row.layer.statedPrice(row.record);
            if (!Double.isNaN(price)) {
                double sales = row.layer.salesMwh(row.record);
                return new Offer(price, sales, row.layer.statedEvidence(row.record), row.layer.layer(), row.record);
            }
        }
        return null;
    }

    private @Nullable Offer averaged(List<Row> rows) {
        double revenue = 0;
        double sales = 0;
        Row largest = null;
        EvidenceClass evidence = EvidenceClass.DERIVED;
        for (Row row : rows) {
            PriceLayer layer = row.layer;
            if (!layer.hasSales(row.record) || layer.part(row.record).equals("B")) {
                continue;
            }
            double energy = 0;
            if (layer.part(row.record).equals("C")) {
                double[] sums = energyOnlyByState.get(state(layer, row.record));
                if (sums == null) {
                    continue;
                }
                energy = sums[0] / sums[1] * layer.salesMwh(row.record);
            }
            revenue += layer.revenueUsd(row.record) + energy;
            sales += layer.salesMwh(row.record);
            evidence = EvidenceClass.weaker(evidence, layer.layer().evidenceClass());
            if (largest == null || layer.salesMwh(row.record) > largest.layer.salesMwh(largest.record)) {
                largest = row;
            }
        }
        return largest == null
                ? null
                : new Offer(revenue / sales, sales, evidence, largest.layer.layer(), largest.record);
    }
}
