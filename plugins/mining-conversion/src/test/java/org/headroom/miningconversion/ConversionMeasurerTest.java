package org.headroom.miningconversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.HeadroomException;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One site at a time; figures by hand. */
class ConversionMeasurerTest {
    private static final double EXACT = 1e-12;
    private static final Map<String, String> OPERATING =
            Map.of("facilityStatus", "OPERATING", "capacityMeaning", "CONTRACTED");

    @Test
    void newLandConvertsNothing() {
        MeasurementBlock out = measure(MemorySites.builder().greenfield("s", 0, 0));
        assertThat(out.column("importRightMw").upper(0)).isZero();
        for (Criterion criterion : ConversionCriteria.ALL) {
            assertThat(out.column(criterion.id()).lower(0)).isZero();
            assertThat(out.column(criterion.id()).upper(0)).isZero();
            assertThat(out.column(criterion.id()).evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        }
    }

    @Test
    void aMineWithoutAContractIsUnknown() {
        for (Map<String, ?> site : List.of(Map.of("interruptibleCapacityMw", 50), Map.of("contractedCapacityMw", -5))) {
            MeasurementBlock out = mine(site);
            for (Criterion criterion : ConversionCriteria.ALL) {
                assertThat(out.column(criterion.id()).isKnown(0)).isFalse();
                assertThat(out.column(criterion.id()).reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
            }
        }
    }

    @Test
    void theLeastLimitBinds() {
        // contract 100, land 8 ha / 0.1 = 80, building 30000 / 500 = 60; / 1.25
        MeasurementBlock out = measure(known(Map.of()).measured("peakPue", 1.25, 1.25));
        assertThat(out.column("convertibleMw").lower(0)).isCloseTo(48, within(EXACT));
        assertThat(out.column("convertibleMw").upper(0)).isCloseTo(48, within(EXACT));
        assertThat(out.column("convertibleMw").evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(out.column("firstYearItLoadMw").lower(0)).isCloseTo(12, within(EXACT));
    }

    @Test
    void anUnknownLimitMayLeaveAllThatTheOthersAllowOrNothing() {
        MeasurementBlock out = mine(Map.of("contractedCapacityMw", 100, "buildableAreaHa", 8));
        assertThat(out.column("convertibleMw").lower(0)).isZero();
        assertThat(out.column("convertibleMw").upper(0)).isCloseTo(64, within(EXACT));
        assertThat(out.column("convertibleMw").evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void theSitesOwnPueTakesThePlaceOfThePolicys() {
        MeasurementBlock out = measure(known(Map.of()).measured("peakPue", 1.5, 1.6));
        assertThat(out.column("convertibleMw").lower(0)).isCloseTo(60 / 1.6, within(EXACT));
        assertThat(out.column("convertibleMw").upper(0)).isCloseTo(60 / 1.5, within(EXACT));
    }

    @Test
    void whereEnergyIsCheapMiningOnIsWorthMoreAndConversionLess() {
        double[] before = {Double.NEGATIVE_INFINITY};
        for (double price : new double[] {20, 45, 70, 95}) {
            MeasurementBlock out =
                    measure(known(Map.of("coolingTechnology", "AIR")).measured("energyPriceUsdPerMwh", price, price));
            MeasurementColumn value = out.column("conversionValueUsdPerMwYear");
            assertThat(value.lower(0)).isEqualTo(value.upper(0));
            assertThat(value.lower(0)).isGreaterThanOrEqualTo(before[0]);
            // Above the price at which ASICs earn nothing they stand still.
            assertThat(value.lower(0) > before[0]).isEqualTo(price < 95);
            before[0] = value.lower(0);
        }
        MeasurementColumn unknown =
                measure(known(Map.of("coolingTechnology", "AIR"))).column("conversionValueUsdPerMwYear");
        assertThat(unknown.upper(0)).isEqualTo(before[0]);
        assertThat(unknown.lower(0)).isLessThan(unknown.upper(0) - 300_000);
    }

    @Test
    void theYearsSavedAreWorthNothingWithoutARightAndUnknownWhereItIs() {
        // 48 MW IT and 3.5 years: 1.35e6 a year, (1 - 1.1^-3.5) / 0.1
        double years = (1 - Math.pow(1.1, -3.5)) / 0.1;
        MeasurementColumn saved = measure(known(Map.of())).column("valueOfYearsSavedUsd");
        assertThat(saved.lower(0)).isCloseTo(48 * 1.35e6 * years, within(1e-3));
        assertThat(saved.upper(0)).isCloseTo(48 * 1.35e6 * years, within(1e-3));
        // Land and floor unknown: the right carries 80 MW
        assertThat(mine(Map.of("contractedCapacityMw", 100))
                        .column("valueOfYearsSavedUsd")
                        .lower(0))
                .isCloseTo(80 * 1.35e6 * years, within(1e-3));
        // A right of 40 of the 100 MW asked for carries 32 MW for all of the years
        assertThat(measure(known(Map.of("contractedCapacityMw", 40)))
                        .column("valueOfYearsSavedUsd")
                        .upper(0))
                .isCloseTo(32 * 1.35e6 * years, within(1e-3));
        for (String status : List.of("PROPOSED", "WITHDRAWN", "CONVERTED")) {
            Map<String, String> none = Map.of("facilityStatus", status, "capacityMeaning", "PLANNED");
            assertThat(measure(known(none)).column("valueOfYearsSavedUsd").upper(0))
                    .isZero();
        }
        assertThat(mine(Map.of()).column("valueOfYearsSavedUsd").isKnown(0)).isFalse();
    }

    @Test
    void yearsOfOperationAreThoseSinceSomeDayOfTheYear() {
        // The day of the tests is 2026-05-01.
        MeasurementColumn years = mine(Map.of("operatingSinceYear", 2018)).column("yearsOfOperation");
        assertThat(years.lower(0)).isCloseTo(7 + 120.0 / 365, within(1e-9));
        assertThat(years.upper(0)).isCloseTo(8 + 120.0 / 365, within(1e-9));
        assertThat(mine(Map.of("operatingSinceYear", 2027))
                        .column("yearsOfOperation")
                        .upper(0))
                .isZero();
        assertThat(mine(Map.of("contractedCapacityMw", 100))
                        .column("yearsOfOperation")
                        .reason(0))
                .isEqualTo(UnknownReason.FIELD_MISSING);
    }

    @Test
    void waitIsSavedInProportionUpToTheLoadAskedFor() {
        assertThat(waitAvoided(100)).isEqualTo(3.5);
        assertThat(waitAvoided(250)).isEqualTo(3.5);
        assertThat(waitAvoided(40)).isCloseTo(1.4, within(EXACT));
        assertThat(waitAvoided(0)).isZero();
    }

    @Test
    void whereNobodyMeasuredTheWaitNothingIsKnownOfWhatIsSaved() {
        MemorySites sites = MemorySites.builder()
                .brownfield("s", 0, 0, OPERATING)
                .measured("usableRightMw", 100, 100)
                .build();
        List<String> ids = ConversionCriteria.ALL.stream().map(Criterion::id).toList();
        MeasurementBlock out = new MeasurementBlock(ids, 1);
        new MiningConversionModule().bind(TestParameters.context().build()).measure(sites, out);
        assertThat(out.column("waitAvoidedYears").isKnown(0)).isFalse();
        assertThat(out.column("valueOfYearsSavedUsd").isKnown(0)).isFalse();
        assertThat(out.column("conversionValueUsdPerMwYear").isKnown(0)).isTrue();
    }

    @Test
    void valueIsTheAnnualisedGainPerContractedMw() {
        // lease of 1.35e6, opex 1e5, mining displaced 20 USD/MWh * 8760 h * 1.25: a MW IT and year in service; blocks
        // of 1/4, 1/4, 1/2
        // at 4e6 or 3.6e6, each paid a year before it earns
        double sum = 0;
        double capex = 0;
        double[] ramp = {0.25, 0.5, 1};
        double[] blocks = {0.25, 0.25, 0.5};
        for (int year = 1; year <= 12; year++) {
            sum += ramp[Math.min(year, 3) - 1] * (1.25e6 - 219_000) * Math.pow(1.1, -year);
            capex += (year <= 3 ? blocks[year - 1] : 0) * Math.pow(1.1, 1 - year);
        }
        double factor = 0.1 * Math.pow(1.1, 12) / (Math.pow(1.1, 12) - 1);
        double air = 0.48 * factor * (sum - 4e6 * capex);
        double liquid = 0.48 * factor * (sum - 3.6e6 * capex);
        assertValue(Map.of(), air, liquid);
        assertValue(Map.of("coolingTechnology", "IMMERSION"), liquid, liquid);
        assertValue(Map.of("coolingTechnology", "AIR"), air, air);
    }

    private static void assertValue(Map<String, ?> attributes, double low, double high) {
        MeasurementColumn value = measure(known(attributes).measured("energyPriceUsdPerMwh", 50, 50))
                .column("conversionValueUsdPerMwYear");
        assertThat(value.lower(0)).isCloseTo(low, within(1e-6));
        assertThat(value.upper(0)).isCloseTo(high, within(1e-6));
        assertThat(value.evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void aLossIsWorstWhereMostIsConverted() {
        MemoryContext dear = TestParameters.context()
                .number("conversionCapexLowUsdPerMw", 2e7)
                .number("conversionCapexHighUsdPerMw", 2e7)
                .build();
        MeasurementColumn all = measure(known(Map.of()), dear).column("conversionValueUsdPerMwYear");
        Map<String, Object> site = new HashMap<>(OPERATING);
        site.put("contractedCapacityMw", 100);
        MeasurementColumn perhaps =
                measure(MemorySites.builder().brownfield("s", 0, 0, site), dear).column("conversionValueUsdPerMwYear");
        assertThat(all.upper(0)).isNegative();
        assertThat(perhaps.upper(0)).isZero();
        assertThat(perhaps.lower(0)).isLessThan(all.lower(0));
    }

    @Test
    void policyMistakesAreNamed() {
        assertRefused(TestParameters.context().numbers("rampFractions", 0.5, 0.4), "rampFractions falls from 0.5");
        assertRefused(TestParameters.context().number("leaseYears", 2.5), "leaseYears is 2.5");
        assertRefused(
                TestParameters.context().number("conversionCapexLowUsdPerMw", 5e6),
                "conversionCapexLowUsdPerMw is 5000000.0, above conversionCapexHighUsdPerMw with 4000000.0");
    }

    @Property
    void moreContractNeverLowersWhatCanBeConverted(
            @ForAll @DoubleRange(min = 0, max = 500) double contract,
            @ForAll @DoubleRange(min = 0, max = 500) double more,
            @ForAll @DoubleRange(min = 0, max = 100) double land,
            @ForAll @DoubleRange(min = 0, max = 100_000) double building,
            @ForAll boolean landKnown,
            @ForAll boolean buildingKnown) {
        Map<String, Object> site = new HashMap<>();
        if (landKnown) {
            site.put("buildableAreaHa", land);
        }
        if (buildingKnown) {
            site.put("buildingAreaM2", building);
        }
        site.put("contractedCapacityMw", contract);
        MeasurementBlock before = mine(site);
        site.put("contractedCapacityMw", contract + more);
        MeasurementBlock after = mine(site);
        for (String id : List.of("convertibleMw", "firstYearItLoadMw", "waitAvoidedYears")) {
            assertThat(after.column(id).lower(0))
                    .isGreaterThanOrEqualTo(before.column(id).lower(0));
            assertThat(after.column(id).upper(0))
                    .isGreaterThanOrEqualTo(before.column(id).upper(0));
            assertThat(before.column(id).lower(0))
                    .isLessThanOrEqualTo(before.column(id).upper(0));
        }
        double grid = after.column("convertibleMw").upper(0) * 1.25;
        assertThat(grid).isLessThanOrEqualTo((contract + more) * (1 + 1e-12));
    }

    private static void assertRefused(MemoryContext.Builder context, String message) {
        assertThatThrownBy(() -> new MiningConversionModule().bind(context.build()))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining(message);
    }

    private static double waitAvoided(double contract) {
        return mine(Map.of("contractedCapacityMw", contract))
                .column("waitAvoidedYears")
                .lower(0);
    }

    /** A mine of 100 MW, of which the building allows 60. */
    private static MemorySites.Builder known(Map<String, ?> attributes) {
        Map<String, Object> all = new HashMap<>(OPERATING);
        all.putAll(Map.of("contractedCapacityMw", 100, "buildableAreaHa", 8, "buildingAreaM2", 30_000));
        all.putAll(attributes);
        return MemorySites.builder().brownfield("s", 0, 0, all);
    }

    private static MeasurementBlock mine(Map<String, ?> attributes) {
        Map<String, Object> all = new HashMap<>(OPERATING);
        all.putAll(attributes);
        return measure(MemorySites.builder().brownfield("s", 0, 0, all));
    }

    private static MeasurementBlock measure(MemorySites.Builder sites) {
        return measure(sites, TestParameters.context().build());
    }

    /** What is measured of one site, the right first; a right for all of the load saves three and a half years. */
    private static MeasurementBlock measure(MemorySites.Builder sites, MemoryContext context) {
        List<String> ids = Stream.concat(new ImportRightModule().criteria().stream(), ConversionCriteria.ALL.stream())
                .map(Criterion::id)
                .toList();
        MeasurementBlock out = new MeasurementBlock(ids, 1);
        new ImportRightModule().bind(TestParameters.ofRight()).measure(sites.build(), out);
        MeasurementColumn right = out.column("usableRightMw");
        if (right.isKnown(0)) {
            sites.measured("usableRightMw", right.lower(0), right.upper(0));
        }
        sites.measured("rightSavesMonths", 42, 42);
        new MiningConversionModule().bind(context).measure(sites.build(), out);
        return out;
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATING, CONTRACTED, 100, 100",
        "OPERATING, ENERGISED, 100, 100",
        "OPERATING, NAMEPLATE, 50, 100",
        "OPERATING, PLANNED, 0, 100",
        "OPERATING, , 0, 100",
        "CONVERTED, CONTRACTED, 100, 100",
        "BUILDING, ENERGISED, 100, 100",
        "BUILDING, CONTRACTED, 0, 100",
        "PROPOSED, PLANNED, 0, 0",
        "PROPOSED, NAMEPLATE, 0, 0",
        "PROPOSED, CONTRACTED, 0, 100",
        "DELAYED, PLANNED, 0, 0",
        "WITHDRAWN, ENERGISED, 0, 0",
        "RETIRING, ENERGISED, 100, 100",
        "RETIRED, ENERGISED, 0, 0",
        "UNKNOWN, CONTRACTED, 0, 100",
        ", CONTRACTED, 0, 100",
        "?, ?, 0, 100"
    })
    void whatAFacilityHoldsFollowsFromItsStatusAndWhatItsFigureMeans(
            String status, String meaning, double low, double high) {
        Map<String, Object> site = new HashMap<>(Map.of("contractedCapacityMw", 100));
        site.put("facilityStatus", status == null ? "?" : status);
        site.put("capacityMeaning", meaning == null ? "?" : meaning);
        MeasurementBlock out = mine(site);
        assertThat(out.column("importRightMw").lower(0)).isEqualTo(low);
        assertThat(out.column("importRightMw").upper(0)).isEqualTo(high);
        // Years are saved by a right only, and not where nothing is left to convert, or nothing stands yet.
        boolean isConverted = List.of("CONVERTED", "PROPOSED", "DELAYED").contains(String.valueOf(status));
        assertThat(out.column("convertibleMw").upper(0)).isCloseTo(isConverted ? 0 : high / 1.25, within(EXACT));
        assertThat(out.column("waitAvoidedYears").lower(0)).isCloseTo(isConverted ? 0 : 3.5 * low / 100, within(EXACT));
        assertThat(out.column("waitAvoidedYears").upper(0))
                .isCloseTo(isConverted ? 0 : 3.5 * high / 100, within(EXACT));
    }

    /** A figure of energised load behind a plant's connection is no right to import. */
    @ParameterizedTest
    @CsvSource({"EXPORT, 0, 0", "NONE, 0, 0", "IMPORT_INTERRUPTIBLE, 0, 0", "IMPORT_FIRM, 100, 3.5", "UNKNOWN, 100, 3.5"
    })
    void onlyAConnectionForImportGivesAnImportRight(String connection, double rightMw, double years) {
        MeasurementBlock out = mine(Map.of(
                "contractedCapacityMw",
                100,
                "facilityStatus",
                "OPERATING",
                "capacityMeaning",
                "ENERGISED",
                "connectionRight",
                connection));
        assertThat(out.column("importRightMw").lower(0)).isEqualTo(rightMw);
        assertThat(out.column("importRightMw").upper(0)).isEqualTo(rightMw);
        assertThat(out.column("waitAvoidedYears").lower(0)).isEqualTo(years);
        assertThat(out.column("waitAvoidedYears").upper(0)).isEqualTo(years);
    }

    @Test
    void aRetiredPlantWithoutAFigureHoldsNoImportRight() {
        MeasurementBlock out = mine(Map.of("facilityStatus", "RETIRED", "connectionRight", "EXPORT"));
        assertThat(out.column("importRightMw").upper(0)).isZero();
        assertThat(out.column("waitAvoidedYears").upper(0)).isZero();
    }

    @Test
    void aProposedFacilityWithoutAFigureHoldsNothing() {
        assertThat(mine(Map.of("facilityStatus", "PROPOSED", "capacityMeaning", "PLANNED"))
                        .column("importRightMw")
                        .upper(0))
                .isZero();
        assertThat(mine(Map.of("facilityStatus", "OPERATING"))
                        .column("importRightMw")
                        .isKnown(0))
                .isFalse();
    }
}
