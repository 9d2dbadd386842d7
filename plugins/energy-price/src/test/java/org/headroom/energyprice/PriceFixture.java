package org.headroom.energyprice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;

/** Contexts and single prices for the tests of this module. */
final class PriceFixture {
    private PriceFixture() {}

    static MemoryContext.Builder context() {
        return MemoryContext.builder()
                .number("minimumSalesMwh", 0)
                .number("representativeSalesMwh", 0)
                .number("nodeReachKm", 20)
                .number("priceYear", 2023)
                .number("lowestBelievedUsdPerMwh", 20)
                .number("highestBelievedUsdPerMwh", 250)
                .text("retailChoiceStates", "OH TX")
                .text("federalSellersOpenToAll", "TVA");
    }

    /** Sales of utilities and prices of states, without places. */
    static MemoryLayerBuilder prices() {
        return MemoryLayer.of(LayerKind.ENERGY_PRICE, "prices").evidence(EvidenceClass.REPORTED);
    }

    static MemoryLayerBuilder territories() {
        return MemoryLayer.of(LayerKind.BOUNDARY, "territories").ordinal(1).evidence(EvidenceClass.REPORTED);
    }

    /** A row of Form EIA-861. */
    static Map<String, Object> row(String utility, String state, String part, double revenueUsd, double salesMwh) {
        return Map.of(
                "zoneKind",
                "UTILITY",
                "zoneCode",
                utility,
                "stateCode",
                state,
                "servicePart",
                part,
                "revenueUsd",
                revenueUsd,
                "salesMwh",
                salesMwh);
    }

    /** The same record with one more field. */
    static Map<String, Object> with(Map<String, Object> record, String field, Object value) {
        Map<String, Object> more = new HashMap<>(record);
        more.put(field, value);
        return more;
    }

    static Map<String, Object> price(String zoneKind, String code, double usdPerMwh) {
        return new HashMap<>(Map.of("zoneKind", zoneKind, "zoneCode", code, "energyPriceUsdPerMwh", usdPerMwh));
    }

    static Map<String, Object> territory(String utility, String state) {
        return Map.of("code", "C-" + utility, "boundaryKind", "UTILITY", "zoneCode", utility, "stateCode", state);
    }

    /** What a site in Ohio gets, in a block of its own. */
    static MeasurementColumn measure(MemoryContext context, double longitude, double latitude) {
        return measure(context, longitude, latitude, Map.of());
    }

    /** What a site in Ohio gets of which more is known. */
    static MeasurementColumn measure(
            MemoryContext context, double longitude, double latitude, Map<String, String> attributes) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.put("stateCode", "OH");
        MemorySites site = MemorySites.builder()
                .site("site", SiteOrigin.GREENFIELD, longitude, latitude, all)
                .build();
        MeasurementBlock block = new MeasurementBlock(List.of(EnergyPriceModule.PRICE), 1);
        new EnergyPriceModule().bind(context).measure(site, block);
        return block.column(EnergyPriceModule.PRICE);
    }
}
