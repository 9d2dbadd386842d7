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
    private final UtilityOffers utilities;
    private final StatePrices states;

    EnergyPriceMeasurer(
            List<FeatureLayer> priceLayers, List<FeatureLayer> boundaries, EnergyPriceParameters parameters) {
        List<PriceLayer> prices = priceLayers.stream().map(PriceLayer::new).toList();
        BelievedPrices believed = new BelievedPrices(prices, parameters);
        noLayer = prices.isEmpty();
        zones = new ZonePrices(prices, believed, parameters.nodeReachKm());
        states = new StatePrices(prices, believed);
        utilities = new UtilityOffers(prices, believed, states, parameters, new ListedRecords());
        territories = new Territories(priceLayers, boundaries, utilities);
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
        @Nullable String[] markets = sites.texts("market");
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
            List<Offer> offers = offers(serving, markets[site], stateCodes[site]);
            if (!offers.isEmpty()) {
                writeOffers(column, site, offers);
            } else if (!states.write(column, site, stateCodes[site])) {
                column.setUnknown(
                        site, serving.isCovered() ? UnknownReason.FIELD_MISSING : UnknownReason.OUTSIDE_COVERAGE);
            }
        }
    }

    /** The offers that hold at a place for a site on a market's grid; where that is the grid of none of them, what sellers by choice take there. */
    private List<Offer> offers(Serving serving, @Nullable String market, @Nullable String stateCode) {
        List<Offer> open = new ArrayList<>();
        for (int i = 0; i < serving.size(); i++) {
            Offer offer = territories.offer(serving.number(i));
            if (offer.isOpenTo(market)) {
                open.add(offer);
            }
        }
        Offer byChoice = open.isEmpty() && serving.size() > 0 ? utilities.byChoice(stateCode) : null;
        return byChoice == null ? open : List.of(byChoice);
    }

    // The cheapest offer is the record to look at: it is the one that makes a place look good.
    private static void writeOffers(MeasurementColumn column, int site, List<Offer> offers) {
        Offer cheapest = offers.get(0);
        double high = cheapest.highUsdPerMwh();
        EvidenceClass evidence = cheapest.evidence();
        for (Offer offer : offers) {
            high = Math.max(high, offer.highUsdPerMwh());
            evidence = EvidenceClass.weaker(evidence, offer.evidence());
            if (offer.lowUsdPerMwh() < cheapest.lowUsdPerMwh()) {
                cheapest = offer;
            }
        }
        column.setInterval(site, cheapest.lowUsdPerMwh(), high, evidence, cheapest.layer(), cheapest.record());
    }
}
