package org.headroom.energyprice;

import java.util.List;
import org.headroom.model.EvidenceClass;
import org.jspecify.annotations.Nullable;

/**
 * Prices in the policy's year, of which those are believed whose records lie within its bounds. One that only the index lifts above them is anything from
 * what the record says to that: leaving it out would make a dear place look cheap, and taking it at its word could exclude a place by an index. One that
 * the index puts below the bounds is left out. Immutable.
 */
final class BelievedPrices {
    private static final String LEFT_OUT = "and not believed until somebody has looked at it; the record is left out";

    private final PriceIndex index;
    private final double lowest;
    private final double highest;

    BelievedPrices(List<PriceLayer> layers, EnergyPriceParameters parameters) {
        index = new PriceIndex(layers, parameters.priceYear());
        lowest = parameters.lowestBelievedUsdPerMwh();
        highest = parameters.highestBelievedUsdPerMwh();
    }

    PriceIndex index() {
        return index;
    }

    /** Price of one record in the policy's year; NaN where the record gives none, no index reaches that year, or it is not believed. */
    double of(PriceLayer layer, int record) {
        double then = layer.price(record);
        double now = then * index.factor(layer, record);
        return isBelieved(then, now) ? now : Double.NaN;
    }

    /** Lowest price that a record may stand for, where {@link #of} is the highest. */
    double lowest(PriceLayer layer, int record) {
        return lowest(layer.price(record), of(layer, record));
    }

    /** Lowest price that one which is believed may stand for, given as by {@link #isBelieved}. */
    double lowest(double then, double now) {
        return now > highest ? then : now;
    }

    EvidenceClass evidence(PriceLayer layer, int record) {
        return index.evidence(layer, record, layer.evidence(record));
    }

    /**
     * Whether a price is believed.
     *
     * @param then as the record gives it
     * @param now brought to the policy's year; NaN is not believed
     */
    boolean isBelieved(double then, double now) {
        return then >= lowest && now >= lowest && then <= highest;
    }

    /** What is odd about the price of a record, in one sentence without a full stop; null when nothing is, or it gives none. */
    @Nullable
    String doubt(PriceLayer layer, int record) {
        double price = layer.price(record);
        if (Double.isNaN(price)) {
            return null;
        }
        double factor = index.factor(layer, record);
        return Double.isNaN(factor) ? noIndex(layer, record) : doubt(price, price * factor);
    }

    String noIndex(PriceLayer layer, int record) {
        return "a price of " + (int) layer.year(record) + ", and no index brings it to " + index.year()
                + ": add average prices of states for both years, or set parameter priceYear; the record is left out";
    }

    /** As {@link #doubt(PriceLayer, int)}, of a price as records give it and in the policy's year. */
    @Nullable
    String doubt(double then, double now) {
        if (Math.min(then, now) < lowest) {
            return odd(Math.min(then, now), "below", lowest, "lowestBelievedUsdPerMwh", LEFT_OUT);
        }
        if (then > highest) {
            return odd(then, "above", highest, "highestBelievedUsdPerMwh", LEFT_OUT);
        }
        return now > highest
                ? odd(
                        now,
                        "above",
                        highest,
                        "highestBelievedUsdPerMwh",
                        "as brought to " + index.year() + "; it is taken to be anything from "
                                + ListedRecords.plain(then) + " to that")
                : null;
    }

    private static String odd(double price, String side, double bound, String parameter, String end) {
        return ListedRecords.plain(price) + " USD/MWh is " + side + " " + ListedRecords.plain(bound) + ", " + parameter
                + " of the policy, " + end;
    }
}
