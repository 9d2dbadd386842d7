package org.headroom.energyprice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.energyprice.PriceFixture.context;
import static org.headroom.energyprice.PriceFixture.measure;
import static org.headroom.energyprice.PriceFixture.price;
import static org.headroom.energyprice.PriceFixture.prices;
import static org.headroom.energyprice.PriceFixture.row;
import static org.headroom.energyprice.PriceFixture.territories;
import static org.headroom.energyprice.PriceFixture.territory;

import java.util.Map;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.headroom.model.EvidenceClass;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.RecordNote;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.junit.jupiter.api.Test;

class EnergyPriceModuleTest {
    private static MemoryContext.Builder oneUtility(MemoryLayerBuilder rows) {
        return context()
                .layer(rows.build())
                .layer(territories().box("T", 0, 0, 1, 1, territory("U", "OH")).build());
    }

    private static MeasurementColumn at(MemoryContext context) {
        return measure(context, 0.5, 0.5);
    }

    // By hand: 6,000,000 USD / 100,000 MWh = 60.
    @Test
    void bundledSalesStandAlone() {
        MeasurementColumn price = at(oneUtility(prices().notLocated("1", row("U", "OH", "A", 6e6, 1e5)))
                .build());
        assertThat(price.lower(0)).isEqualTo(60);
        assertThat(price.evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(price.record(0)).isZero();
    }

    // By hand: energy of the state (4 + 12) MUSD / (100 + 300) GWh = 40 USD/MWh. Delivery: 2 MUSD for 100 GWh, so those
    // customers pay
    // 20 + 40 = 60. Bundled: 9 MUSD for 100 GWh = 90. Together (9 + 2 + 4) MUSD / 200 GWh = 75.
    @Test
    void deliveryIsPutTogetherWithTheEnergyThatOthersSold() {
        MemoryLayerBuilder rows = prices().notLocated("A", row("U", "OH", "A", 9e6, 1e5))
                .notLocated("C", row("U", "OH", "C", 2e6, 1e5))
                .notLocated("B1", row("seller 1", "OH", "B", 4e6, 1e5))
                .notLocated("B2", row("seller 2", "OH", "B", 12e6, 3e5))
                .notLocated("elsewhere", row("seller 3", "TX", "B", 90e6, 3e5));
        assertThat(at(oneUtility(rows).build()).lower(0)).isCloseTo(75, within(1e-9));
    }

    @Test
    void deliveryAloneIsNoPrice() {
        MemoryLayerBuilder rows = prices().notLocated("C", row("U", "OH", "C", 2e6, 1e5));
        MeasurementColumn price = at(oneUtility(rows).build());
        assertThat(price.isKnown(0)).isFalse();
        assertThat(price.reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
    }

    @Test
    void anotherStatesSalesDoNotCount() {
        MemoryLayerBuilder rows =
                prices().notLocated("1", row("U", "TX", "A", 1e6, 1e5)).notLocated("2", row("U", "OH", "A", 5e6, 1e5));
        assertThat(at(oneUtility(rows).build()).lower(0)).isEqualTo(50);
    }

    @Test
    void aStatedPriceWinsAndEnergyAndDeliveryAreAdded() {
        Map<String, Object> stated = price("UTILITY", "U", 81);
        stated.putAll(Map.of("revenueUsd", 5e6, "salesMwh", 1e5));
        MeasurementColumn direct =
                at(oneUtility(prices().notLocated("1", stated)).build());
        assertThat(direct.lower(0)).isEqualTo(81);
        assertThat(direct.evidence(0)).isEqualTo(EvidenceClass.REPORTED);
        Map<String, Object> two = Map.of(
                "zoneKind",
                "UTILITY",
                "zoneCode",
                "U",
                "energyOnlyPriceUsdPerMwh",
                35,
                "deliveryChargeUsdPerMwh",
                22.5);
        MeasurementColumn sum = at(oneUtility(prices().notLocated("1", two)).build());
        assertThat(sum.lower(0)).isEqualTo(57.5);
        assertThat(sum.evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        Map<String, Object> half = Map.of("zoneKind", "UTILITY", "zoneCode", "U", "energyOnlyPriceUsdPerMwh", 35);
        assertThat(at(oneUtility(prices().notLocated("1", half)).build()).isKnown(0))
                .isFalse();
    }

    private static MemoryContext.Builder twoUtilities() {
        return context()
                .layer(prices().notLocated("1", row("U", "OH", "A", 6e6, 1e5))
                        .notLocated("2", row("V", "OH", "A", 9e6, 3e5))
                        .notLocated("3", row("tiny", "OH", "A", 900, 5))
                        .build())
                .layer(territories()
                        .box("T1", 0, 0, 1, 1, territory("U", "OH"))
                        .box("T2", 0, 0, 1, 1, territory("V", "OH"))
                        .box("T3", 0, 0, 1, 1, territory("V", "OH"))
                        .box("T4", 0, 0, 1, 1, territory("tiny", "OH"))
                        .build());
    }

    // No figure says what each sells there, so the price is anything from 30 to 60; the cheapest is the record to look
    // at.
    @Test
    void severalUtilitiesGiveAnInterval() {
        MeasurementColumn price =
                at(twoUtilities().number("minimumSalesMwh", 1000).build());
        assertThat(price.lower(0)).isEqualTo(30);
        assertThat(price.upper(0)).isEqualTo(60);
        assertThat(price.record(0)).isEqualTo(1);
    }

    @Test
    void trivialSalesCountOnlyWhenThePolicyLetsThem() {
        assertThat(at(twoUtilities().build()).upper(0)).isEqualTo(180);
    }

    @Test
    void theStateIsTheFallback() {
        MemoryContext context = context()
                .number("minimumSalesMwh", 10)
                .layer(prices().notLocated("tiny", row("U", "OH", "A", 500, 5))
                        .notLocated("OH", price("STATE", "OH", 72))
                        .build())
                .layer(territories().box("T", 0, 0, 1, 1, territory("U", "OH")).build())
                .build();
        for (double longitude : new double[] {0.5, 40}) {
            MeasurementColumn price = measure(context, longitude, 0.5);
            assertThat(price.lower(0)).isEqualTo(72);
            assertThat(price.evidence(0)).isEqualTo(EvidenceClass.FALLBACK);
            assertThat(price.record(0)).isEqualTo(1);
        }
    }

    @Test
    void nothingThereIsUnknown() {
        MemoryContext context = context()
                .layer(prices().notLocated("TX", price("STATE", "TX", 60)).build())
                .build();
        assertThat(at(context).reason(0)).isEqualTo(UnknownReason.OUTSIDE_COVERAGE);
        assertThat(at(context().build()).reason(0)).isEqualTo(UnknownReason.NO_LAYER);
    }

    @Test
    void zonesComeBeforeUtilitiesAndNodesBeforeZones() {
        MemoryLayerBuilder zones = MemoryLayer.of(LayerKind.ENERGY_PRICE, "zones")
                .ordinal(2)
                .evidence(EvidenceClass.OBSERVED)
                .box("Z", 0, 0, 1, 1, price("ZONE", "Z", 48))
                .box("N", 0.4, 0, 1, 1, price("NODE", "N", 43));
        MemoryContext context = oneUtility(prices().notLocated("1", row("U", "OH", "A", 6e6, 1e5)))
                .layer(zones.build())
                .build();
        assertThat(at(context).lower(0)).isEqualTo(43);
        assertThat(measure(context, 0.2, 0.5).lower(0)).isEqualTo(48);
        assertThat(measure(context, 0.2, 0.5).evidence(0)).isEqualTo(EvidenceClass.OBSERVED);
    }

    // 20 km at the equator are 0.1797 degrees.
    @Test
    void aNodeKnownByAPointCountsWithinItsReach() {
        MemoryContext context = context()
                .layer(prices().point("N", 0, 0, price("NODE", "N", 43)).build())
                .build();
        assertThat(measure(context, 0.179, 0).lower(0)).isEqualTo(43);
        assertThat(measure(context, 0.179, 0).evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
        assertThat(measure(context, 0.181, 0).isKnown(0)).isFalse();
    }

    @Test
    void boundsInTheWrongOrderAndHalfYearsAreRefused() {
        assertThatThrownBy(() ->
                        at(context().number("lowestBelievedUsdPerMwh", 300).build()))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("lowestBelievedUsdPerMwh, 300.0, is above highestBelievedUsdPerMwh, 250.0");
        assertThatThrownBy(() -> at(context().number("priceYear", 2023.5).build()))
                .isInstanceOf(HeadroomException.class)
                .hasMessage("parameter priceYear of module energy-price is 2023.5");
    }

    @Property(tries = 300)
    void theIntervalHoldsEveryOfferThatIsBelievedAndNoOther(
            @ForAll @DoubleRange(min = 1, max = 400) double one,
            @ForAll @DoubleRange(min = 1, max = 400) double other) {
        MemoryContext context = context()
                .layer(prices().notLocated("1", row("U", "OH", "A", one * 1e5, 1e5))
                        .notLocated("2", row("V", "OH", "A", other * 1e6, 1e6))
                        .build())
                .layer(territories()
                        .box("T1", 0, 0, 1, 1, territory("U", "OH"))
                        .box("T2", 0, 0, 1, 1, territory("V", "OH"))
                        .build())
                .build();
        double[] believed = DoubleStream.of(one * 1e5 / 1e5, other * 1e6 / 1e6)
                .filter(price -> price >= 20 && price <= 250)
                .sorted()
                .toArray();
        MeasurementColumn price = at(context);
        assertThat(price.isKnown(0)).isEqualTo(believed.length > 0);
        if (believed.length > 0) {
            assertThat(price.lower(0)).isEqualTo(believed[0]);
            assertThat(price.upper(0)).isEqualTo(believed[believed.length - 1]);
        }
        assertThat(new EnergyPriceModule().notes(context)).hasSize(2 - believed.length);
    }

    @Test
    void aZoneWithoutAnAreaIsTold() {
        MemoryContext context = context()
                .layer(prices().point("Z", -100, 40, price("ZONE", "Z", 50))
                        .point("N", -100, 40, price("NODE", "N", 50))
                        .box("A", -101, 39, -99, 41, price("ZONE", "A", 50))
                        .build())
                .build();
        assertThat(new EnergyPriceModule().notes(context))
                .extracting(RecordNote::record, RecordNote::reason)
                .containsExactly(tuple(
                        0,
                        "a zone without an area holds at no site; give its outline, or join it to a boundary layer"));
    }
}
