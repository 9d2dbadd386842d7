package org.headroom.energyprice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.energyprice.PriceFixture.context;
import static org.headroom.energyprice.PriceFixture.measure;
import static org.headroom.energyprice.PriceFixture.price;
import static org.headroom.energyprice.PriceFixture.prices;
import static org.headroom.energyprice.PriceFixture.row;
import static org.headroom.energyprice.PriceFixture.territories;
import static org.headroom.energyprice.PriceFixture.territory;
import static org.headroom.energyprice.PriceFixture.with;

import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerField;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.RecordNote;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose prices a new large load can have, of which year, and which of them are believed. */
class NewLoadPriceTest {
    /** Utilities U and V serve the place in Ohio, and so does W, of which there is no record. */
    private static MemoryContext.Builder served(MemoryLayerBuilder rows) {
        return context()
                .layer(rows.build())
                .layer(territories()
                        .box("T1", 0, 0, 1, 1, territory("U", "OH"))
                        .box("T2", 0, 0, 1, 1, territory("V", "OH"))
                        .box("T3", 0, 0, 1, 1, territory("TVA", "OH"))
                        .box("T4", 2, 0, 3, 1, territory("W", "OH"))
                        .build());
    }

    private static MeasurementColumn at(MemoryContext context) {
        return measure(context, 0.5, 0.5);
    }

    private static RecordNote note(MemoryContext context) {
        return new EnergyPriceModule().notes(context).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "V, FEDERAL, 70, preference power",
        "V, BEHIND_THE_METER, 70, customers' own land",
        "V, " + LayerField.NOT_UNDERSTOOD + ", 70, nobody understood who owns",
        "TVA, FEDERAL, 30, ",
        "V, COOPERATIVE, 30, ",
        "V, , 30, "
    })
    void whatANewLoadCannotBuyIsLeftOutAndListed(String utility, String ownership, double lowest, String reason) {
        Map<String, Object> cheap = row(utility, "OH", "A", 3e6, 1e5);
        MemoryContext context = served(prices().notLocated("1", row("U", "OH", "A", 7e6, 1e5))
                        .notLocated("2", ownership == null ? cheap : with(cheap, "ownership", ownership)))
                .build();
        assertThat(at(context).lower(0)).isEqualTo(lowest);
        assertThat(at(context).upper(0)).isEqualTo(70);
        if (reason == null) {
            assertThat(new EnergyPriceModule().notes(context)).isEmpty();
        } else {
            assertThat(note(context).record()).isEqualTo(1);
            assertThat(note(context).value()).isEqualTo("30 USD/MWh");
            assertThat(note(context).reason()).contains(reason);
        }
    }

    // Two grids meet in many a county: a seller on the one is none to a site on the other.
    @ParameterizedTest
    @CsvSource({"SPP, 50, 50", "ERCOT, 70, 70", ", 50, 70", "MISO, 60, 60"})
    void aSellerOnAnotherGridIsNone(String siteMarket, double lowest, double highest) {
        MemoryContext context = context()
                .layer(prices().notLocated("1", with(row("U", "OH", "A", 5e6, 1e5), "market", "SPP"))
                        .notLocated("2", with(row("V", "OH", "A", 7e6, 1e5), "market", "ERCOT"))
                        .notLocated("3", row("R", "OH", "D", 6e6, 1e5))
                        .build())
                .layer(territories()
                        .box("T1", 0, 0, 1, 1, territory("U", "OH"))
                        .box("T2", 0, 0, 1, 1, territory("V", "OH"))
                        .build())
                .build();
        MeasurementColumn price =
                measure(context, 0.5, 0.5, siteMarket == null ? Map.of() : Map.of("market", siteMarket));
        assertThat(price.lower(0)).isEqualTo(lowest);
        assertThat(price.upper(0)).isEqualTo(highest);
    }

    // A utility whose whole class takes less than the load sells to nobody like it: between its average and the state's
    // lies what it would take.
    @ParameterizedTest
    @CsvSource({"30, 100000, 50, 30, 50", "70, 100000, 50, 50, 70", "30, 876000, 50, 30, 30", "30, 100000, , 30, 30"})
    void aUtilityWithoutSoLargeACustomerMayTakeWhatOthersOfTheStateDo(
            double own, double salesMwh, Double ofState, double lowest, double highest) {
        MemoryLayerBuilder rows = prices().notLocated("1", row("U", "OH", "A", own * salesMwh, salesMwh));
        if (ofState != null) {
            rows.notLocated("2", with(price("STATE", "OH", ofState), "priceYear", 2023.0));
        }
        MeasurementColumn column =
                at(served(rows).number("representativeSalesMwh", 876_000).build());
        assertThat(column.lower(0)).isEqualTo(lowest);
        assertThat(column.upper(0)).isEqualTo(highest);
        assertThat(column.evidence(0)).isEqualTo(lowest == highest ? EvidenceClass.DERIVED : EvidenceClass.ESTIMATED);
        assertThat(column.record(0)).isZero();
    }

    // Delivery 20 and energy 40 are 60, where a load may choose; the bundled sale is 90.
    @Test
    void deliveryCountsOnlyWhereALoadMayChooseItsSeller() {
        MemoryLayerBuilder rows = prices().notLocated("A", row("U", "OH", "A", 9e6, 1e5))
                .notLocated("C", row("U", "OH", "C", 2e6, 1e5))
                .notLocated("B", row("seller", "OH", "B", 4e6, 1e5));
        assertThat(at(served(rows).build()).lower(0)).isEqualTo(75);
        MemoryContext without = served(rows).text("retailChoiceStates", "NONE").build();
        assertThat(at(without).lower(0)).isEqualTo(90);
        assertThat(note(without).record()).isEqualTo(1);
        assertThat(note(without).reason()).contains("no such choice");
    }

    // By hand: (6 + 8) MUSD / (100 + 100) GWh = 70, of retail providers in Ohio; that W only delivers is taken to be
    // so.
    @Test
    void whereOnlyWiresServeTheRetailProvidersOfTheStateAreTheOffer() {
        MemoryLayerBuilder rows = prices().notLocated("D1", row("seller 1", "OH", "D", 6e6, 1e5))
                .notLocated("D2", row("seller 2", "OH", "D", 8e6, 1e5))
                .notLocated("TX", row("seller 3", "TX", "D", 9e6, 1e5));
        MeasurementColumn price = measure(served(rows).build(), 2.5, 0.5);
        assertThat(price.lower(0)).isEqualTo(70);
        assertThat(price.evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
        assertThat(measure(served(rows).text("retailChoiceStates", "TX").build(), 2.5, 0.5)
                        .isKnown(0))
                .isFalse();
    }

    private static Map<String, Object> state(String state, int year, double usdPerMwh, double salesMwh) {
        return with(with(price("STATE", state, usdPerMwh), "priceYear", year), "salesMwh", salesMwh);
    }

    private static Map<String, Object> of2018(Map<String, Object> record) {
        return with(record, "priceYear", 2018);
    }

    // By hand: 60 * 84 / 70 = 72.
    @Test
    void aPriceIsBroughtToOneYearByTheIndexOfItsState() {
        MemoryContext context = served(prices().notLocated("1", of2018(row("U", "OH", "A", 6e6, 1e5)))
                        .notLocated("2", with(row("V", "OH", "A", 8e6, 1e5), "priceYear", 2023))
                        .notLocated("3", state("OH", 2018, 70, 1e6))
                        .notLocated("4", state("OH", 2023, 84, Double.NaN)))
                .build();
        MeasurementColumn price = at(context);
        assertThat(price.lower(0)).isCloseTo(72, within(1e-9));
        assertThat(price.upper(0)).isEqualTo(80);
        assertThat(price.evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(measure(context, 40, 0.5).lower(0))
                .as("the state's own, of the year wanted")
                .isEqualTo(84);
    }

    // By hand: the other states' (60 * 1 + 90 * 3) / (50 * 1 + 60 * 3) = 330 / 230 = 1.43478; 60 times that is 86.087,
    // 50 times 71.739.
    @Test
    void whereTheStateHasNoIndexThatOfAllStatesStandsIn() {
        MemoryContext context = served(prices().notLocated("1", of2018(row("U", "OH", "A", 6e6, 1e5)))
                        .notLocated("2", state("OH", 2018, 50, 1e6))
                        .notLocated("3", state("TX", 2018, 50, 1e6))
                        .notLocated("4", state("TX", 2023, 60, 1e6))
                        .notLocated("5", state("PA", 2018, 60, 3e6))
                        .notLocated("6", state("PA", 2023, 90, 1e6)))
                .build();
        assertThat(at(context).lower(0)).isCloseTo(86.087, within(1e-3));
        assertThat(at(context).evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
        assertThat(measure(context, 40, 0.5).lower(0)).isCloseTo(71.739, within(1e-3));
        assertThat(measure(context, 40, 0.5).evidence(0)).isEqualTo(EvidenceClass.FALLBACK);
    }

    @Test
    void aPriceThatNoIndexBringsToTheYearIsLeftOutAndListed() {
        MemoryContext context = served(prices().notLocated("1", of2018(row("U", "OH", "A", 6e6, 1e5)))
                        .notLocated("2", price("STATE", "OH", 72)))
                .build();
        assertThat(at(context).lower(0)).isEqualTo(72);
        assertThat(note(context).reason()).contains("a price of 2018, and no index brings it to 2023");
        MemoryContext in2018 = served(prices().notLocated("1", of2018(row("U", "OH", "A", 6e6, 1e5))))
                .number("priceYear", 2018)
                .build();
        assertThat(at(in2018).lower(0)).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"1.9, below 20", "25.1, above 250"})
    void aPriceOutOfBoundsIsListedAndDoesNotDecide(double tenths, String why) {
        double odd = tenths * 10;
        MemoryContext utility = served(prices().notLocated("1", row("U", "OH", "A", odd * 1e5, 1e5))
                        .notLocated("2", price("STATE", "OH", 72)))
                .build();
        assertThat(at(utility).lower(0)).isEqualTo(72);
        assertThat(at(utility).evidence(0)).isEqualTo(EvidenceClass.FALLBACK);
        assertThat(note(utility).record()).isZero();
        assertThat(note(utility).reason()).contains(why);
        MemoryContext zone = served(prices().box("1", 0, 0, 1, 1, price("ZONE", "Z", odd))
                        .notLocated("2", price("STATE", "OH", 72))
                        .notLocated("3", price("STATE", "TX", odd)))
                .build();
        assertThat(at(zone).lower(0)).isEqualTo(72);
        assertThat(new EnergyPriceModule().notes(zone)).hasSize(2);
    }

    // By hand: 200 * 2 = 400 and 30 / 2 = 15.
    @Test
    void theIndexAloneNeitherHidesADearPriceNorMakesACheapOneBelieved() {
        MemoryContext dear = served(prices().notLocated("1", of2018(row("U", "OH", "A", 20e6, 1e5)))
                        .notLocated("2", state("OH", 2018, 50, 1e6))
                        .notLocated("3", state("OH", 2023, 100, 1e6)))
                .build();
        assertThat(at(dear).lower(0)).isEqualTo(200);
        assertThat(at(dear).upper(0)).isEqualTo(400);
        assertThat(note(dear).reason()).contains("400 USD/MWh is above 250").endsWith("anything from 200 to that");
        MemoryContext cheap = served(prices().notLocated("1", of2018(row("U", "OH", "A", 3e6, 1e5)))
                        .notLocated("2", state("OH", 2018, 100, 1e6))
                        .notLocated("3", state("OH", 2023, 50, 1e6)))
                .build();
        assertThat(at(cheap).lower(0)).as("the state's").isEqualTo(50);
        assertThat(note(cheap).reason()).contains("15 USD/MWh is below 20");
    }

    @Test
    void aLongListEndsWithItsCount() {
        MemoryLayerBuilder rows = prices();
        for (int i = 0; i < 250; i++) {
            rows.notLocated("n" + i, price("STATE", "S" + i, 1));
        }
        assertThat(new EnergyPriceModule().notes(context().layer(rows.build()).build()))
                .hasSize(201)
                .last()
                .extracting(RecordNote::reason)
                .isEqualTo("250 records are left out or odd, of which the first 200 are listed");
    }
}
