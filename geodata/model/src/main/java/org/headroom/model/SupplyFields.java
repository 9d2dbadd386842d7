package org.headroom.model;

import static org.headroom.model.LayerField.number;
import static org.headroom.model.LayerField.text;
import static org.headroom.model.SiteFields.elevation;

import java.util.List;

/** Fields of what running a site takes: weather for its cooling, and the price of energy. */
final class SupplyFields {
    static final List<LayerField> CLIMATE = List.of(
            text("stationId", "station"),
            number("hourOfYear", "h", "0 to 8783, for hourly records").between(0, 8_783),
            number("dryBulbC", "degC", "dry-bulb temperature; in a raster its annual mean")
                    .between(-90, 60),
            number("dewPointC", "degC", "dew-point temperature")
                    .between(-100, 40)
                    .notKnownWhen(-99.9, -99.0),
            number("wetBulbC", "degC", "wet-bulb temperature; in a raster its annual mean")
                    .between(-90, 40),
            number(
                            "pressurePa",
                            "Pa",
                            "station pressure, not reduced to sea level; beside hoursByDryAndWetBulb its mean")
                    .between(30_000, 110_000),
            elevation("of the station"),
            text("stationQuality", "whether the station's figures are doubted; one that is speaks for no place")
                    .oneOf("GOOD", "DOUBTFUL"),
            text(
                    "hoursByDryAndWetBulb",
                    "hours of a year by whole degrees Celsius of dry and wet bulb, rounded down: rows dry:wet:hours hours ... divided"
                            + " by semicolons, the first count for the wet bulb that stands there, each further one for the next degree"),
            number("dryBulbP99C", "degC", "dry bulb that 99 % of the hours do not pass, beside hoursByDryAndWetBulb")
                    .between(-90, 60),
            number("wetBulbP99C", "degC", "wet bulb that 99 % of the hours do not pass, beside hoursByDryAndWetBulb")
                    .between(-90, 40),
            number("meanWetBulbC", "degC", "mean wet bulb of the year, beside hoursByDryAndWetBulb")
                    .between(-90, 40),
            number("heatingDegreeDays", "degC.d", "annual heating degree days, base 18.33 degC (65 degF)")
                    .between(0, 20_000),
            number("coolingDegreeDays", "degC.d", "annual cooling degree days, base 18.33 degC (65 degF)")
                    .between(0, 10_000)
                    .notKnownWhen(9_999.0),
            number("population", "1", "people the record stands for, used as its weight")
                    .between(0, 2e9));

    static final List<LayerField> ENERGY_PRICE = List.of(
            text("zoneCode", "utility, zone, state or node the price is for"),
            text("zoneKind", "what the price is for")
                    .oneOf("UTILITY", "ZONE", "STATE", "NODE")
                    .asRequired(),
            text("stateCode", "two-letter state"),
            text("name", "name of the utility or zone"),
            text("market", "market or balancing authority on whose grid it sells; any when missing"),
            text("ownership", "who owns the seller")
                    .oneOf(
                            "FEDERAL",
                            "STATE",
                            "MUNICIPAL",
                            "POLITICAL_SUBDIVISION",
                            "COOPERATIVE",
                            "INVESTOR_OWNED",
                            "RETAIL_MARKETER",
                            "COMMUNITY_AGGREGATOR",
                            "BEHIND_THE_METER"),
            number("priceYear", "1", "year whose money and market the price is of; that of the policy when missing")
                    .between(1_990, 2_100),
            number("energyPriceUsdPerMwh", "USD/MWh", "all-in price: energy, delivery and taxes")
                    .between(0.01, 5_000),
            number("energyOnlyPriceUsdPerMwh", "USD/MWh", "price of the energy alone")
                    .between(-500, 5_000),
            number("deliveryChargeUsdPerMwh", "USD/MWh", "delivery, riders and taxes")
                    .between(-500, 5_000),
            number("revenueUsd", "USD", "revenue from the customer class")
                    .between(-1e12, 1e12)
                    .negativeMeans("an adjustment of other records"),
            number("salesMwh", "MWh", "sales to the customer class")
                    .between(-1e10, 1e10)
                    .negativeMeans("an adjustment of other records"),
            text(
                            "servicePart",
                            "part of the sale: A bundled, B energy only, C delivery only, D bundled by retail provider")
                    .oneOf("A", "B", "C", "D"),
            number("customerCount", "1", "customers of the class")
                    .between(-1e9, 1e9)
                    .negativeMeans("an adjustment of other records"));

    private SupplyFields() {}
}
