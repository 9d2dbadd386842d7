package org.headroom.sitecost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.sitecost.TestCosts.land;
import static org.headroom.sitecost.TestCosts.mine;
import static org.headroom.sitecost.TestCosts.of;

import org.headroom.model.EvidenceClass;
import org.headroom.model.HeadroomException;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs by hand. The load is 100 MW, one circuit of 69 kV in the figures of the test. */
class SiteCostTest {
    /** (A/P, 10 %, 20) of the tables of compound interest. */
    private static final double RECOVERY = 0.1174596;

    // In dollars of 2019, doubled, million USD: 10 x 0.5 + 1 + 0.4 of 69 kV; 15 x 1, an end at 345 kV of 26,
    // transformers twice.
    @Test
    void aTieLineIsOfTheClassOfTheLoadAndItsEndUpToThatOfTheNode() {
        MeasurementColumn cost = of(
                "tieLineCostUsd",
                land().measured("distanceToInterconnectionKm", 10, 10).measured("nominalVoltageKv", 345, 345));
        assertThat(cost.lower(0)).isCloseTo(2 * (10 * 0.5e6 + 1e6 + 0.4e6), within(1e-3));
        assertThat(cost.upper(0)).isCloseTo(2 * (15 * 1e6 + 26e6 + 1.6e6), within(1e-3));
        assertThat(cost.evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void sixtyKilometresToALowVoltageCostMoreThanTenToAHighOne() {
        MeasurementColumn far = of(
                "tieLineCostUsd",
                land().measured("distanceToInterconnectionKm", 60, 60).measured("nominalVoltageKv", 138, 138));
        MeasurementColumn near = of(
                "tieLineCostUsd",
                land().measured("distanceToInterconnectionKm", 10, 10).measured("nominalVoltageKv", 345, 345));
        assertThat(far.lower(0)).isGreaterThan(near.lower(0));
        assertThat(far.upper(0)).isGreaterThan(near.upper(0));
    }

    // 1,600 MW are three circuits of 345 kV, the highest class: 3 (1 x 1.3 + 3) + 1,600 x 0.004.
    @Test
    void aLargeLoadHasSeveralCircuits() {
        MeasurementColumn cost = of(
                "tieLineCostUsd",
                TestCosts.context().request("data_center", 1_600).build(),
                land().measured("distanceToInterconnectionKm", 1, 1).build());
        assertThat(cost.lower(0)).isCloseTo(2 * (3 * (1.3e6 + 3e6) + 6.4e6), within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"100, 100, 0, 0", "40, 40, 6.48e6, 24.96e6", "40, 100, 0, 24.96e6", "300, 300, 0, 0"})
    void whoHoldsARightPaysForTheRestOnly(double least, double most, double low, double high) {
        // 60 MW are left: 2 (4 x 0.5 + 1 + 60 x 0.004) and 2 (6 x 1 + 6 + 60 x 0.008) million USD.
        MeasurementColumn cost = of(
                "tieLineCostUsd",
                mine().measured("distanceToInterconnectionKm", 4, 4)
                        .measured("nominalVoltageKv", 69, 69)
                        .measured("usableRightMw", least, most));
        assertThat(cost.lower(0)).isCloseTo(low, within(1e-3));
        assertThat(cost.upper(0)).isCloseTo(high, within(1e-3));
    }

    @Test
    void bulkTransmissionIsTheFarthestThatALineMustGo() {
        MeasurementColumn cost = of("tieLineCostUsd", land().measured("distanceToBulkTransmissionKm", 90, 90));
        assertThat(cost.lower(0)).isCloseTo(2 * (1e6 + 0.4e6), within(1e-3));
        assertThat(cost.upper(0)).isCloseTo(2 * (135 * 1e6 + 26e6 + 1.6e6), within(1e-3));
    }

    // 8760 h x half load x PUE x price: 4380 x 1.2 x 50 = 262,800.
    @Test
    void energyIsPriceTimesPueTimesHours() {
        MeasurementColumn cost = of(
                "energyCostUsdPerMwYear",
                land().measured("energyPriceUsdPerMwh", 50, 50).measured("pue", 1.2, 1.2));
        assertThat(cost.lower(0)).isCloseTo(262_800, within(1e-6));
        assertThat(cost.upper(0)).isEqualTo(cost.lower(0));
        assertThat(cost.evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        MeasurementColumn assumed = of("energyCostUsdPerMwYear", land().measured("energyPriceUsdPerMwh", 50, 50));
        assertThat(assumed.lower(0)).isCloseTo(4380 * 1.1 * 50, within(1e-6));
        assertThat(assumed.upper(0)).isCloseTo(4380 * 1.5 * 50, within(1e-6));
        assertThat(assumed.evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void buildingIsConversionAsFarAsItGoes() {
        MeasurementColumn anew = of(
                "buildCostUsdPerMwYear", land().measured("convertibleMw", 0, 0).measured("peakPue", 1.25, 1.25));
        assertThat(anew.lower(0)).isCloseTo(10e6 * RECOVERY, within(1.0));
        assertThat(anew.upper(0)).isCloseTo(14e6 * RECOVERY, within(1.0));
        // 100 MW are 80 MW IT; of these 40 are converted.
        MeasurementColumn half = of(
                "buildCostUsdPerMwYear",
                mine().measured("convertibleMw", 40, 40).measured("peakPue", 1.25, 1.25));
        assertThat(half.lower(0)).isCloseTo(7e6 * RECOVERY, within(1.0));
        assertThat(half.upper(0)).isCloseTo(11e6 * RECOVERY, within(1.0));
    }

    // Rent 1.5 MUSD x 0.9 less 0.1 is 1.25 a year; two years of it are worth (1 - 1.1^-2) / 0.1 = 1.735537 today.
    @Test
    void aDelayCostsWhatTheYearsWouldHaveEarned() {
        MeasurementColumn cost = of("delayCostUsdPerMwYear", land().measured("timeToPowerMonthsP50", 24, 24));
        assertThat(cost.lower(0)).isCloseTo(1.25e6 * 1.735537 * RECOVERY, within(1.0));
        assertThat(cost.upper(0)).isCloseTo(1.7e6 * 1.735537 * RECOVERY, within(1.0));
    }

    @Test
    void theTotalIsTheSumOfItsParts() {
        MemorySites.Builder site = known(land());
        double tie = of("tieLineCostUsd", site).upper(0) * RECOVERY * 1.25 / 100;
        double rest = of("energyCostUsdPerMwYear", site).upper(0)
                + of("buildCostUsdPerMwYear", site).upper(0)
                + of("delayCostUsdPerMwYear", site).upper(0);
        assertThat(of("siteCostUsdPerMwYear", site).upper(0)).isCloseTo(tie + rest, within(1.0));
    }

    @Test
    void mineAndLandWithTheSameInputsDifferByCapitalOnly() {
        MemorySites.Builder mine = known(mine()).measured("convertibleMw", 80, 80);
        MemorySites.Builder land = known(land()).measured("convertibleMw", 0, 0);
        for (String same : new String[] {"tieLineCostUsd", "energyCostUsdPerMwYear", "delayCostUsdPerMwYear"}) {
            assertThat(of(same, mine).lower(0)).isEqualTo(of(same, land).lower(0));
            assertThat(of(same, mine).upper(0)).isEqualTo(of(same, land).upper(0));
        }
        assertThat(of("siteCostUsdPerMwYear", land).lower(0)
                        - of("siteCostUsdPerMwYear", mine).lower(0))
                .isCloseTo((10e6 - 4e6) * RECOVERY, within(1.0));
    }

    private static MemorySites.Builder known(MemorySites.Builder site) {
        return site.measured("distanceToInterconnectionKm", 5, 5)
                .measured("nominalVoltageKv", 138, 138)
                .measured("energyPriceUsdPerMwh", 50, 50)
                .measured("pue", 1.2, 1.2)
                .measured("peakPue", 1.25, 1.25)
                .measured("usableRightMw", 0, 0)
                .measured("timeToPowerMonthsP50", 24, 24);
    }

    @Test
    void unknownIsOnlyWhatHasNoBounds() {
        MemorySites.Builder site =
                land().measured("distanceToInterconnectionKm", 5, 5).measured("timeToPowerMonthsP50", 24, 24);
        assertThat(of("siteCostUsdPerMwYear", site).isKnown(0)).isFalse();
        assertThat(of("siteCostUsdPerMwYear", site).reason(0)).isEqualTo(UnknownReason.NOT_CHECKED);
        assertThat(of("buildCostUsdPerMwYear", site).isKnown(0)).isTrue();
        assertThat(of("siteCostUsdPerMwYear", site.measured("energyPriceUsdPerMwh", 50, 50))
                        .isKnown(0))
                .isTrue();
        assertThat(of("tieLineCostUsd", land()).isKnown(0)).isFalse();
        assertThat(of("delayCostUsdPerMwYear", land()).isKnown(0)).isFalse();
    }

    @Test
    void figuresThatCannotBeAreRefused() {
        assertThatThrownBy(() -> of(
                        "tieLineCostUsd",
                        TestCosts.context().number("rentDollarYear", 2022).build(),
                        land().build()))
                .isInstanceOf(HeadroomException.class)
                .hasMessage(
                        "module site-cost: parameter rentDollarYear is 2022, but priceIndex goes from 2019 to 2020");
        assertThatThrownBy(() -> of(
                        "tieLineCostUsd",
                        TestCosts.context()
                                .numbers("tieLineClassMw", 100, 90, 750)
                                .build(),
                        land().build()))
                .hasMessageContaining("tieLineClassMw falls from 100.0 to 90.0");
        assertThatThrownBy(() -> of(
                        "tieLineCostUsd",
                        TestCosts.context().numbers("tieLineClassMw", 100, 200).build(),
                        land().build()))
                .hasMessageContaining("tieLineClassMw has 2 values, tieLineClassKv has 3");
        assertThatThrownBy(() -> of(
                        "tieLineCostUsd",
                        TestCosts.context().number("lifeYears", 12.5).build(),
                        land().build()))
                .hasMessageContaining("lifeYears is 12.5, it must be a whole number of years");
        assertThatThrownBy(() -> of(
                        "tieLineCostUsd",
                        TestCosts.context().number("newBuildLowUsdPerMw", 2e7).build(),
                        land().build()))
                .hasMessageContaining("newBuildLowUsdPerMw is 2.0E7, above newBuildHighUsdPerMw");
    }
}
