package org.headroom.energyprice;

import org.headroom.model.EvidenceClass;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * What one utility takes for a MWh in one state.
 *
 * @param lowUsdPerMwh all-in average price in the policy's year, or the lowest that it may be
 * @param highUsdPerMwh the same price, or the highest that it may be
 * @param salesMwh yearly sales that the average stands on; NaN where the layer does not say
 * @param market on whose grid it is; null for any
 * @param evidence how it came to be known
 * @param layer layer of the record with the largest sales, which stands for the offer
 * @param record that record
 */
record Offer(
        double lowUsdPerMwh,
        double highUsdPerMwh,
        double salesMwh,
        @Nullable String market,
        EvidenceClass evidence,
        FeatureLayer layer,
        int record) {

    /** Whether a site on the grid of a market can have it; one of which no market is known may have any. */
    boolean isOpenTo(@Nullable String siteMarket) {
        return market == null || siteMarket == null || market.equals(siteMarket);
    }

    /** The same offer, no better known than by a class of evidence. */
    Offer knownAtMost(EvidenceClass atMost) {
        return new Offer(
                lowUsdPerMwh, highUsdPerMwh, salesMwh, market, EvidenceClass.weaker(evidence, atMost), layer, record);
    }

    /** The same offer where the price may be anything from its own to another one, USD/MWh; the same when that is NaN. */
    Offer widenedTo(double otherUsdPerMwh) {
        return Double.isNaN(otherUsdPerMwh)
                ? this
                : new Offer(
                        Math.min(lowUsdPerMwh, otherUsdPerMwh),
                        Math.max(highUsdPerMwh, otherUsdPerMwh),
                        salesMwh,
                        market,
                        EvidenceClass.weaker(evidence, EvidenceClass.ESTIMATED),
                        layer,
                        record);
    }
}
