package org.headroom.energyprice;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.RecordNote;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Finds the price of each site. Immutable and safe for several threads. */
final class EnergyPriceMeasurer implements Measurer {
    private final boolean noLayer;
    private final ZonePrices zones;
    private final Territories territories;
    private final StatePrices states;

    EnergyPriceMeasurer(
            List<FeatureLayer> priceLayers, List<FeatureLayer> boundaries, EnergyPriceParameters parameters) {
        List<PriceLayer> prices = priceLayers.stream().map(PriceLayer::new).toList();
        BelievedPrices believed = new BelievedPrices(prices, parameters);
        noLayer = prices.isEmpty();
        zones = new ZonePrices(prices, believed, parameters.nodeReachKm());
        states = new StatePrices(prices, believed);
        territories = new Territories(
                priceLayers, boundaries, new UtilityOffers(prices, believed, states, parameters, new ListedRecords()));
    }

    /** The records that are left out wherever a site lies. */
    static List<RecordNote> listed(List<FeatureLayer> priceLayers, EnergyPriceParameters parameters) {
        List<PriceLayer> prices = new ArrayList<>();
        priceLayers.forEach(layer -> prices.add(new PriceLayer(layer)));
        BelievedPrices believed = new BelievedPrices(prices, parameters);
        ListedRecords listed = new ListedRecords();
        new UtilityOffers(prices, believed, new StatePrices(prices, believed), parameters, listed).list();
        ZonePrices.list(prices, believed, listed);
        StatePrices.list(prices, believed, listed);
        return listed.notes();
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

    // The cheapest offer is the record to look at: it is the one that makes a place look good.
    private void writeOffers(MeasurementColumn column, int site, Serving serving) {
        Offer cheapest = territories.offer(serving.number(0));
        double high = cheapest.highUsdPerMwh();
        EvidenceClass evidence = cheapest.evidence();
        for (int i = 1; i < serving.size(); i++) {
            Offer offer = territories.offer(serving.number(i));
            high = Math.max(high, offer.highUsdPerMwh());
            evidence = EvidenceClass.weaker(evidence, offer.evidence());
            if (offer.lowUsdPerMwh() < cheapest.lowUsdPerMwh()) {
                cheapest = offer;
            }
        }
        column.setInterval(site, cheapest.lowUsdPerMwh(), high, evidence, cheapest.layer(), cheapest.record());
    }
}
