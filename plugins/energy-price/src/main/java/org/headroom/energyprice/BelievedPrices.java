package org.headroom.energyprice;

import java.util.List;
import org.headroom.model.EvidenceClass;
import org.jspecify.annotations.Nullable;

/** Prices in the policy's year, of which those are believed that lie within its bounds. Immutable. */
final class BelievedPrices {
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
        double price = layer.price(record) * index.factor(layer, record);
        return isBelieved(price) ? price : Double.NaN;
    }

    EvidenceClass evidence(PriceLayer layer, int record) {
        return index.evidence(layer, record, layer.evidence(record));
    }

    boolean isBelieved(double usdPerMwh) {
        return usdPerMwh >= lowest && usdPerMwh <= highest;
    }

    /** Why a record that gives a price is left out, in one sentence without a full stop; null when it is not, or gives none. */
    @Nullable
    String doubt(PriceLayer layer, int record) {
        double price = layer.price(record);
        if (Double.isNaN(price)) {
            return null;
        }
        double factor = index.factor(layer, record);
        return Double.isNaN(factor) ? noIndex(layer, record) : doubt(price * factor);
    }

    String noIndex(PriceLayer layer, int record) {
        return "a price of " + (int) layer.year(record) + ", and no index brings it to " + index.year()
                + ": add average prices of states for both years, or set parameter priceYear; the record is left out";
    }

    /** Why a price in the policy's year is not believed; null when it is. */
    @Nullable
    String doubt(double usdPerMwh) {
        if (isBelieved(usdPerMwh)) {
            return null;
        }
        boolean isLow = usdPerMwh < lowest;
        return LeftOut.plain(usdPerMwh) + " USD/MWh in " + index.year() + " is " + (isLow ? "below " : "above ")
                + LeftOut.plain(isLow ? lowest : highest) + ", "
                + (isLow ? "lowestBelievedUsdPerMwh" : "highestBelievedUsdPerMwh")
                + " of the policy, and not believed until somebody has looked at it; the record is left out";
    }
}
