package org.headroom.miningconversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.HeadroomException;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One site at a time; figures by hand. */
class ConversionMeasurerTest {
    private static final double EXACT = 1e-12;

    @Test
    void newLandConvertsNothing() {
        MeasurementBlock out =
                measure(MemorySites.builder().greenfield("s", 0, 0).build());
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
                assertThat(out.column(criterion.id()).reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
            }
        }
    }

    @Test
    void theLeastLimitBinds() {
        // contract 100, land 8 ha / 0.1 = 80, building 30000 / 500 = 60; / 1.25
        MeasurementBlock out =
                mine(Map.of("contractedCapacityMw", 100, "buildableAreaHa", 8, "buildingAreaM2", 30_000));
        assertThat(out.column("convertibleMw").lower(0)).isCloseTo(48, within(EXACT));
        assertThat(out.column("convertibleMw").upper(0)).isCloseTo(48, within(EXACT));
        assertThat(out.column("convertibleMw").evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(out.column("firstYearItLoadMw").lower(0)).isCloseTo(12, within(EXACT));
    }

    @Test
    void anUnknownLimitGivesAnInterval() {
        MeasurementBlock out = mine(Map.of("contractedCapacityMw", 100, "buildableAreaHa", 8));
        assertThat(out.column("convertibleMw").lower(0)).isCloseTo(0.2 * 64, within(EXACT));
        assertThat(out.column("convertibleMw").upper(0)).isCloseTo(64, within(EXACT));
        assertThat(out.column("convertibleMw").evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void waitIsSavedInProportionUpToTheThreshold() {
        assertThat(waitAvoided(100)).isEqualTo(3.5);
        assertThat(waitAvoided(250)).isEqualTo(3.5);
        assertThat(waitAvoided(40)).isCloseTo(1.4, within(EXACT));
        assertThat(waitAvoided(0)).isZero();
    }

    @Test
    void valueIsTheAnnualisedGainPerContractedMw() {
        // lease of 1.35e6, opex 1e5, mining displaced 2.5e5: 1.0e6 a MW IT and year in service; blocks of 1/4, 1/4, 1/2
        // at 4e6 or 3.6e6
        double sum = 0;
        double capex = 0;
        double[] ramp = {0.25, 0.5, 1};
        double[] blocks = {0.25, 0.25, 0.5};
        for (int year = 1; year <= 12; year++) {
            double discount = Math.pow(1.1, -year);
            sum += ramp[Math.min(year, 3) - 1] * 1.0e6 * discount;
            capex += (year <= 3 ? blocks[year - 1] : 0) * discount;
        }
        double factor = 0.1 * Math.pow(1.1, 12) / (Math.pow(1.1, 12) - 1);
        Map<String, Object> site =
                new HashMap<>(Map.of("contractedCapacityMw", 100, "buildableAreaHa", 8, "buildingAreaM2", 30_000));
        double air = 0.48 * factor * (sum - 4e6 * capex);
        double liquid = 0.48 * factor * (sum - 3.6e6 * capex);
        MeasurementBlock unknown = mine(site);
        assertThat(unknown.column("conversionValueUsdPerMwYear").lower(0)).isCloseTo(air, within(1e-6));
        assertThat(unknown.column("conversionValueUsdPerMwYear").upper(0)).isCloseTo(liquid, within(1e-6));
        site.put("coolingTechnology", "IMMERSION");
        assertThat(mine(site).column("conversionValueUsdPerMwYear").lower(0)).isCloseTo(liquid, within(1e-6));
        site.put("coolingTechnology", "AIR");
        assertThat(mine(site).column("conversionValueUsdPerMwYear").upper(0)).isCloseTo(air, within(1e-6));
        assertThat(mine(site).column("conversionValueUsdPerMwYear").evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void aLossIsWorstWhereMostIsConverted() {
        MemoryContext dear =
                TestParameters.context().number("conversionCapexUsdPerMw", 2e7).build();
        MeasurementBlock out = measure(
                MemorySites.builder()
                        .brownfield(
                                "s",
                                0,
                                0,
                                Map.of(
                                        "contractedCapacityMw", 100,
                                        "coolingTechnology", "AIR",
                                        "facilityStatus", "OPERATING",
                                        "capacityMeaning", "CONTRACTED"))
                        .build(),
                dear);
        double low = out.column("conversionValueUsdPerMwYear").lower(0);
        double high = out.column("conversionValueUsdPerMwYear").upper(0);
        assertThat(high).isNegative();
        assertThat(low).isCloseTo(5 * high, within(1e-6 * -low));
    }

    @Test
    void policyMistakesAreNamed() {
        assertRefused(TestParameters.context().numbers("rampFractions", 0.5, 0.4), "rampFractions falls from 0.5");
        assertRefused(TestParameters.context().number("leaseYears", 2.5), "leaseYears is 2.5");
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

    private static MeasurementBlock mine(Map<String, ?> attributes) {
        Map<String, Object> all = new HashMap<>(Map.of("facilityStatus", "OPERATING", "capacityMeaning", "CONTRACTED"));
        all.putAll(attributes);
        return measure(MemorySites.builder().brownfield("s", 0, 0, all).build());
    }

    private static MeasurementBlock measure(MemorySites sites) {
        return measure(sites, TestParameters.context().build());
    }

    private static MeasurementBlock measure(MemorySites sites, MemoryContext context) {
        List<String> ids = ConversionCriteria.ALL.stream().map(Criterion::id).toList();
        MeasurementBlock out = new MeasurementBlock(ids, 1);
        new MiningConversionModule().bind(context).measure(sites, out);
        return out;
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATING, CONTRACTED, 100, 100, 20",
        "OPERATING, ENERGISED, 100, 100, 20",
        "OPERATING, NAMEPLATE, 50, 100, 10",
        "OPERATING, PLANNED, 0, 100, 0",
        "OPERATING, , 0, 100, 0",
        "CONVERTED, CONTRACTED, 100, 100, 0",
        "BUILDING, ENERGISED, 100, 100, 20",
        "BUILDING, CONTRACTED, 0, 100, 0",
        "PROPOSED, PLANNED, 0, 0, 0",
        "PROPOSED, NAMEPLATE, 0, 0, 0",
        "PROPOSED, CONTRACTED, 0, 100, 0",
        "DELAYED, PLANNED, 0, 0, 0",
        "WITHDRAWN, ENERGISED, 0, 0, 0",
        "RETIRED, ENERGISED, 0, 0, 0",
        "UNKNOWN, CONTRACTED, 0, 100, 0",
        ", CONTRACTED, 0, 100, 0",
        "?, ?, 0, 100, 0"
    })
    void whatAFacilityHoldsFollowsFromItsStatusAndWhatItsFigureMeans(
            String status, String meaning, double low, double high, double leastBeforePue) {
        Map<String, Object> site = new HashMap<>(Map.of("contractedCapacityMw", 100));
        site.put("facilityStatus", status == null ? "?" : status);
        site.put("capacityMeaning", meaning == null ? "?" : meaning);
        MeasurementBlock out = mine(site);
        assertThat(out.column("importRightMw").lower(0)).isEqualTo(low);
        assertThat(out.column("importRightMw").upper(0)).isEqualTo(high);
        assertThat(out.column("convertibleMw").lower(0)).isCloseTo(leastBeforePue / 1.25, within(EXACT));
        // Years are saved by a right only, and not where nothing is left to convert, or nothing stands yet.
        boolean isConverted = List.of("CONVERTED", "PROPOSED", "DELAYED").contains(String.valueOf(status));
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
