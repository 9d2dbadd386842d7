package org.headroom.energyprice;

import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Finds the price of each site. Immutable and safe for several threads. */
final class EnergyPriceMeasurer implements Measurer {
    private final boolean noLayer;
    private final ZonePrices zones;
    private final Territories territories;
    private final StatePrices states;
    private final boolean asInterval;

    EnergyPriceMeasurer(
            List<FeatureLayer> priceLayers, List<FeatureLayer> boundaries, EnergyPriceParameters parameters) {
        List<PriceLayer> prices = priceLayers.stream().map(PriceLayer::new).toList();
        noLayer = prices.isEmpty();
        zones = new ZonePrices(prices, parameters.nodeReachKm());
        territories = new Territories(priceLayers, boundaries, new UtilityOffers(prices, parameters.minimumSalesMwh()));
        states = new StatePrices(prices);
        asInterval = parameters.asInterval();
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        MeasurementColumn column = out.column(EnergyPriceModule.PRICE);
        double[] longitudes = sites.longitudes();
        double[] latitudes = sites.latitudes();
        @Nullable String[] stateCodes = sites.texts("stateCode");
        Serving serving = new Serving();
        for (int site = 0; site < sites.size(); site++) {
            if (noLayer) {
                column.setUnknown(site, UnknownReason.NO_LAYER);
                continue;
            }
            double longitude = longitudes[site];
            double latitude = latitudes[site];
            if (zones.write(column, site, longitude, latitude)) {
                continue;
            }
            territories.serving(longitude, latitude, serving);
            if (serving.size() > 0) {
                writeOffers(column, site, serving);
            } else if (!states.write(column, site, stateCodes[site])) {
                column.setUnknown(
                        site, serving.isCovered() ? UnknownReason.FIELD_MISSING : UnknownReason.OUTSIDE_COVERAGE);
            }
        }
    }

    // The offer with the largest sales stands for all of them as the deciding record.
    private void writeOffers(MeasurementColumn column, int site, Serving serving) {
        Offer first = territories.offer(serving.number(0));
        if (serving.size() == 1) {
            column.set(site, first.usdPerMwh(), first.evidence(), first.layer(), first.record());
            return;
        }
        double weighted = 0;
        double weights = 0;
        double plain = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        Offer largest = first;
        EvidenceClass evidence = EvidenceClass.DERIVED;
        for (int i = 0; i < serving.size(); i++) {
            Offer offer = territories.offer(serving.number(i));
            weighted += offer.usdPerMwh() * offer.salesMwh();
            weights += offer.salesMwh();
            plain += offer.usdPerMwh();
            low = Math.min(low, offer.usdPerMwh());
            high = Math.max(high, offer.usdPerMwh());
            evidence = EvidenceClass.weaker(evidence, offer.evidence());
            largest = offer.salesMwh() > largest.salesMwh() ? offer : largest;
        }
        if (asInterval) {
            column.setInterval(site, low, high, evidence, largest.layer(), largest.record());
            return;
        }
        // Where one utility's sales are unknown (or all are zero) no weights can be given, and all count alike.
        double mean = weights > 0 ? weighted / weights : plain / serving.size();
        column.set(site, Math.max(low, Math.min(high, mean)), evidence, largest.layer(), largest.record());
    }
}
