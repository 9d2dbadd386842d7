package org.headroom.energyprice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.model.EvidenceClass;
import org.jspecify.annotations.Nullable;

/**
 * The prices of utilities, from revenue and sales as Form EIA-861 counts them, in the policy's year. Only what a new large load can buy counts.
 * Part A (bundled) and part D (bundled by a retail provider) stand alone. Part C is the delivery of energy that somebody else sold under part B; the two are put together: what a
 * delivery customer pays is the utility's own delivery revenue a MWh plus the average energy-only price of the state, as the sellers
 * under part B have no territory. The utility's price is then
 *
 * <pre>(revenue A + D + C + sales C * energy price of B in the state) / (sales A + D + C).</pre>
 *
 * Its sales under part B go to customers outside its own territory and count for the state's energy price only. Most sellers under part D have no
 * territory either: their average in the state is what is paid where a company of wires serves that sells nothing itself.
 */
final class UtilityOffers {
    private static final String SEPARATOR = "\n";

    private final Map<String, List<Row>> rowsByUtility = new LinkedHashMap<>();
    private final Map<String, double[]> energyOnlyByState = new HashMap<>();
    private final Map<String, List<Row>> retailByState = new HashMap<>();
    private final BelievedPrices believed;
    private final NewLoadAccess access;
    private final StatePrices states;
    private final double minimumSalesMwh;
    private final double representativeSalesMwh;
    private final ListedRecords listed;

    private record Row(PriceLayer layer, int record) {
        String part() {
            return layer.part(record);
        }
    }

    /**
     * @param states averages of the states, between which and its own a utility's price lies that has no customer as large
     * @param listed takes the records that are left out, as {@link #find} comes across them
     */
    UtilityOffers(
            List<PriceLayer> layers,
            BelievedPrices believed,
            StatePrices states,
            EnergyPriceParameters parameters,
            ListedRecords listed) {
        this.believed = believed;
        this.access = new NewLoadAccess(parameters);
        this.states = states;
        this.minimumSalesMwh = parameters.minimumSalesMwh();
        this.representativeSalesMwh = parameters.representativeSalesMwh();
        this.listed = listed;
        for (PriceLayer layer : layers) {
            for (int record = 0; record < layer.layer().size(); record++) {
                String code = layer.zoneCode(record);
                if (code != null && layer.is(record, "UTILITY")) {
                    add(code, new Row(layer, record));
                }
            }
        }
    }

    private void add(String code, Row row) {
        rowsByUtility.computeIfAbsent(code, key -> new ArrayList<>()).add(row);
        PriceLayer layer = row.layer;
        double revenue = layer.revenueUsd(row.record) * believed.index().factor(layer, row.record);
        String state = state(layer, row.record);
        if (!layer.hasSales(row.record) || Double.isNaN(revenue)) {
            return;
        }
        if (row.part().equals("B")) {
            double[] sums = energyOnlyByState.computeIfAbsent(state, key -> new double[2]);
            sums[0] += revenue;
            sums[1] += layer.salesMwh(row.record);
        } else if (row.part().equals("D") && access.closed(layer, row.record) == null) {
            retailByState.computeIfAbsent(state, key -> new ArrayList<>()).add(row);
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

    /** Looks at every utility in each of its states, for what is left out. */
    void list() {
        rowsByUtility.forEach((utility, rows) -> {
            Set<String> states = new LinkedHashSet<>();
            rows.forEach(row -> states.add(state(row.layer, row.record)));
            states.forEach(state -> find(utility, state.isEmpty() ? null : state));
        });
    }

    /**
     * The offer of a utility in a state, over all its states when that is null; null when its records give no price that a new large load could
     * pay, its price is not believed, or its sales are too small.
     */
    @Nullable
    Offer find(String utility, @Nullable String stateCode) {
        List<Row> all = rowsByUtility.get(utility);
        if (all == null) {
            return byChoice(stateCode);
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : all) {
            String own = row.layer.stateCode(row.record);
            if ((own == null || stateCode == null || own.equals(stateCode)) && isOpen(row)) {
                rows.add(row);
            }
        }
        Offer offer = stated(rows);
        return ofALargeLoad(offer == null ? averaged(rows) : offer, stateCode);
    }

    /** What sellers take where a load may choose among them; null in a state where it may not, or where none is known. */
    @Nullable
    Offer byChoice(@Nullable String stateCode) {
        return stateCode != null && access.hasChoice(stateCode) ? ofALargeLoad(retail(stateCode), stateCode) : null;
    }

    /** What a utility's average says of a load as large as all that it sells, or larger: little, or nothing. */
    private @Nullable Offer ofALargeLoad(@Nullable Offer offer, @Nullable String stateCode) {
        if (offer == null || offer.salesMwh() < minimumSalesMwh) {
            return null;
        }
        return offer.salesMwh() < representativeSalesMwh ? offer.widenedTo(states.usdPerMwh(stateCode)) : offer;
    }

    /** Whether a new large load can buy there and the price can be brought to the policy's year; lists it when not. */
    private boolean isOpen(Row row) {
        double price = row.layer.price(row.record);
        // Energy without delivery is no offer in itself, so nothing is missing where it is left out.
        if (Double.isNaN(price) || row.part().equals("B")) {
            return false;
        }
        String reason = access.closed(row.layer, row.record);
        if (reason == null && Double.isNaN(believed.index().factor(row.layer, row.record))) {
            reason = believed.noIndex(row.layer, row.record);
        }
        if (reason != null) {
            listed.add(row.layer, row.record, price, reason);
        }
        return reason == null;
    }

    private @Nullable Offer stated(List<Row> rows) {
        for (Row row : rows) {
            PriceLayer layer = row.layer;
            double price = layer.statedPrice(row.record);
            if (!Double.isNaN(price)) {
                double now = price * believed.index().factor(layer, row.record);
                return offer(row, price, now, layer.salesMwh(row.record), believed.evidence(layer, row.record));
            }
        }
        return null;
    }

    /** The offer that a row stands for, listed when it is odd; null when it is not believed. */
    private @Nullable Offer offer(Row row, double then, double now, double sales, EvidenceClass evidence) {
        String odd = believed.doubt(then, now);
        if (odd != null) {
            listed.add(row.layer, row.record, then, odd);
        }
        return believed.isBelieved(then, now)
                ? new Offer(
                        believed.lowest(then, now),
                        now,
                        sales,
                        row.layer.market(row.record),
                        evidence,
                        row.layer.layer(),
                        row.record)
                : null;
    }

    private @Nullable Offer averaged(List<Row> rows) {
        return average(rows, EvidenceClass.DERIVED);
    }

    // That a utility without any record is a company of wires, rather than one too small to report, is taken to be so.
    private @Nullable Offer retail(String stateCode) {
        return average(retailByState.getOrDefault(stateCode, List.of()), EvidenceClass.ESTIMATED);
    }

    private @Nullable Offer average(List<Row> rows, EvidenceClass best) {
        double revenue = 0;
        double revenueThen = 0;
        double sales = 0;
        Row largest = null;
        EvidenceClass evidence = best;
        for (Row row : rows) {
            PriceLayer layer = row.layer;
            if (!layer.hasSales(row.record)) {
                continue;
            }
            double factor = believed.index().factor(layer, row.record);
            double energy = 0;
            if (row.part().equals("C")) {
                double[] sums = energyOnlyByState.get(state(layer, row.record));
                if (sums == null) {
                    continue;
                }
                energy = sums[0] / sums[1] * layer.salesMwh(row.record);
            }
            revenue += layer.revenueUsd(row.record) * factor + energy;
            revenueThen += layer.revenueUsd(row.record) + energy / factor;
            sales += layer.salesMwh(row.record);
            evidence = EvidenceClass.weaker(evidence, believed.evidence(layer, row.record));
            if (largest == null || layer.salesMwh(row.record) > largest.layer.salesMwh(largest.record)) {
                largest = row;
            }
        }
        return largest == null ? null : offer(largest, revenueThen / sales, revenue / sales, sales, evidence);
    }
}
