package org.headroom.energyprice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.jspecify.annotations.Nullable;

/**
 * Brings prices to one year. The index of a state is its own average price, from records of kind STATE:
 *
 * <pre>price in the year wanted = price * (state's price in the year wanted / state's price in the year of the price)</pre>
 *
 * Where the state lacks one of the two, the index of all states that have both stands in, weighted by their sales in the year of
 * the price: {@code sum(sales * price wanted) / sum(sales * price then)}. Immutable.
 */
final class PriceIndex {
    private record StatePrice(double usdPerMwh, double salesMwh) {}

    private final int year;
    private final Map<Integer, Map<String, StatePrice>> statesByYear = new HashMap<>();
    private final Map<Integer, Double> nationByYear = new HashMap<>();

    PriceIndex(List<PriceLayer> layers, int year) {
        this.year = year;
        for (PriceLayer layer : layers) {
            if (layer.hasYears()) {
                collect(layer);
            }
        }
        statesByYear.forEach((then, states) -> nationByYear.put(then, nation(states)));
    }

    private void collect(PriceLayer layer) {
        for (int record = 0; record < layer.layer().size(); record++) {
            String state = layer.stateOfAverage(record);
            double of = layer.year(record);
            double price = layer.price(record);
            if (state != null && !Double.isNaN(of) && price > 0) {
                statesByYear
                        .computeIfAbsent((int) of, key -> new HashMap<>())
                        .putIfAbsent(state, new StatePrice(price, layer.salesMwh(record)));
            }
        }
    }

    private double nation(Map<String, StatePrice> then) {
        Map<String, StatePrice> wanted = statesByYear.getOrDefault(year, Map.of());
        double now = 0;
        double before = 0;
        for (Map.Entry<String, StatePrice> entry : then.entrySet()) {
            StatePrice target = wanted.get(entry.getKey());
            StatePrice base = entry.getValue();
            if (target != null && base.salesMwh > 0) {
                now += base.salesMwh * target.usdPerMwh;
                before += base.salesMwh * base.usdPerMwh;
            }
        }
        return before > 0 ? now / before : Double.NaN;
    }

    int year() {
        return year;
    }

    /** Whether the record is of another year than the one wanted. */
    boolean isOfAnotherYear(PriceLayer layer, int record) {
        double of = layer.year(record);
        return !Double.isNaN(of) && of != year;
    }

    /** What a price of the record is multiplied by; NaN where no index reaches from its year to the one wanted. */
    double factor(PriceLayer layer, int record) {
        if (!isOfAnotherYear(layer, record)) {
            return 1;
        }
        int then = (int) layer.year(record);
        double own = ofState(then, layer.stateCode(record));
        return Double.isNaN(own) ? nationByYear.getOrDefault(then, Double.NaN) : own;
    }

    private double ofState(int then, @Nullable String state) {
        StatePrice base = statesByYear.getOrDefault(then, Map.of()).get(state);
        StatePrice target = statesByYear.getOrDefault(year, Map.of()).get(state);
        return base == null || target == null ? Double.NaN : target.usdPerMwh / base.usdPerMwh;
    }

    /** What a price of the record is after {@link #factor}: derived, or estimated where the state has no index of its own. */
    EvidenceClass evidence(PriceLayer layer, int record, EvidenceClass evidence) {
        if (!isOfAnotherYear(layer, record)) {
            return evidence;
        }
        boolean isOwn = !Double.isNaN(ofState((int) layer.year(record), layer.stateCode(record)));
        return EvidenceClass.weaker(evidence, isOwn ? EvidenceClass.DERIVED : EvidenceClass.ESTIMATED);
    }
}
