package org.headroom.gridheadroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.gridheadroom.GridFixture.context;
import static org.headroom.gridheadroom.GridFixture.measure;
import static org.headroom.gridheadroom.GridFixture.substation;
import static org.headroom.gridheadroom.GridFixture.substations;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.junit.jupiter.api.Test;

class GridHeadroomModuleTest {
    // One degree of longitude on the equator: pi * 6378.137 km / 180 = 111.31949 km.
    @Test
    void theNearestUsableSubstationCounts() {
        MemoryContext context = context()
                .number("maximumDistanceKm", 200)
                .number("connectionReachKm", 200)
                .layer(substations()
                        .point("too low", 0.1, 0, substation(69))
                        .point("unknown voltage", 0.2, 0, Map.of())
                        .point("far", 2, 0, substation(500))
                        .point("usable", 1, 0, substation(138))
                        .build())
                .build();
        MeasurementColumn distance = measure(context, "distanceToInterconnectionKm", 0, 0);
        assertThat(distance.lower(0)).isCloseTo(111.31949, within(1e-5));
        assertThat(distance.upper(0)).isEqualTo(distance.lower(0));
        assertThat(distance.record(0)).isEqualTo(3);
        assertThat(distance.evidence(0)).isEqualTo(EvidenceClass.DERIVED);
        assertThat(measure(context, "nominalVoltageKv", 0, 0).lower(0)).isEqualTo(138);
    }

    @Test
    void beyondReachNothingIsKnownOfTheSubstation() {
        MemoryContext context = context()
                .layer(substations()
                        .point("S", 1, 0, substation(138, "publishedHeadroomMw", 50))
                        .build())
                .build();
        for (String criterion :
                new String[] {"distanceToInterconnectionKm", "nominalVoltageKv", "publishedHeadroomMw", "firmHeadroomMw"
                }) {
            MeasurementColumn column = measure(context, criterion, 0, 0);
            assertThat(column.isKnown(0)).as(criterion).isFalse();
            assertThat(column.reason(0)).as(criterion).isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
        }
    }

    @Test
    void aVoltageOfExactlyTheMinimumIsUsable() {
        MemoryContext context = context()
                .layer(substations().point("S", 0, 0, substation(100)).build())
                .build();
        assertThat(measure(context, "distanceToInterconnectionKm", 0, 0).lower(0))
                .isZero();
    }

    @Test
    void theNearestOfSeveralLayersCounts() {
        MemoryContext context = context()
                .layer(substations().point("S", 0.3, 0, substation(345)).build())
                .layer(substations()
                        .ordinal(7)
                        .point("other", 0.2, 0, substation(138))
                        .build())
                .build();
        MeasurementColumn distance = measure(context, "distanceToInterconnectionKm", 0, 0);
        assertThat(distance.layerOrdinal(0)).isEqualTo(7);
        assertThat(distance.lower(0)).isCloseTo(22.263898, within(1e-5));
    }

    private static MeasurementColumn published(Object... more) {
        MemoryContext context = context()
                .layer(substations().point("S", 0, 0, substation(138, more)).build())
                .build();
        return measure(context, "publishedHeadroomMw", 0, 0);
    }

    @Test
    void publishedHeadroomIsForLoadOnly() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(published("publishedHeadroomMw", 80, "headroomAsOf", day).lower(0))
                .isEqualTo(80);
        assertThat(published("publishedHeadroomMw", 80, "headroomAsOf", day, "capacityDirection", "LOAD")
                        .lower(0))
                .isEqualTo(80);
        assertThat(published("publishedHeadroomMw", 80, "headroomAsOf", day, "capacityDirection", "GENERATION")
                        .reason(0))
                .isEqualTo(UnknownReason.FIELD_MISSING);
        assertThat(published("headroomAsOf", day).reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
    }

    // Two years are 730.5 days: 2024-05-01 is 730 days before 2026-05-01, 2024-04-30 is 731.
    @Test
    void publishedHeadroomGrowsOld() {
        assertThat(published("publishedHeadroomMw", 80, "headroomAsOf", LocalDate.of(2024, 5, 1))
                        .lower(0))
                .isEqualTo(80);
        assertThat(published("publishedHeadroomMw", 80, "headroomAsOf", LocalDate.of(2024, 4, 30))
                        .reason(0))
                .isEqualTo(UnknownReason.DATE_UNCERTAIN);
        assertThat(published("publishedHeadroomMw", 80).reason(0)).isEqualTo(UnknownReason.DATE_UNCERTAIN);
    }

    private static MeasurementColumn firm(Object... more) {
        MemoryContext context = context()
                .layer(substations().point("S", 0, 0, substation(138, more)).build())
                .build();
        return measure(context, "firmHeadroomMw", 0, 0);
    }

    // By hand: 0.9 * (600 - 200) * 0.95 = 342; 342 - (150 + 40) = 152.
    @Test
    void firmHeadroomByHand() {
        MeasurementColumn firm = firm(
                "transformerTotalMva", 600, "transformerLargestMva", 200, "peakDemandMw", 150, "committedLoadMw", 40);
        assertThat(firm.lower(0)).isCloseTo(152, within(1e-9));
        assertThat(firm.evidence(0)).isEqualTo(EvidenceClass.DERIVED);
    }

    @Test
    void anOverloadedSubstationHasNoneAndAnIncompleteOneIsUnknown() {
        assertThat(firm(
                                "transformerTotalMva",
                                100,
                                "transformerLargestMva",
                                100,
                                "peakDemandMw",
                                10,
                                "committedLoadMw",
                                0)
                        .lower(0))
                .isZero();
        MeasurementColumn incomplete =
                firm("transformerTotalMva", 600, "transformerLargestMva", 200, "peakDemandMw", 150);
        assertThat(incomplete.isKnown(0)).isFalse();
        assertThat(incomplete.reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
    }

    @Property(tries = 200)
    void moreCommittedLoadNeverGivesMoreFirmHeadroom(
            @ForAll @DoubleRange(min = 0, max = 1000) double committed,
            @ForAll @DoubleRange(min = 0, max = 1000) double more) {
        Object[] less = {
            "transformerTotalMva", 900, "transformerLargestMva", 300, "peakDemandMw", 100, "committedLoadMw", committed
        };
        Object[] greater = less.clone();
        greater[7] = committed + more;
        assertThat(firm(greater).lower(0)).isLessThanOrEqualTo(firm(less).lower(0));
    }

    private static MemoryContext withAreas() {
        return context()
                .layer(substations().point("S", 0, 0, substation(345)).build())
                .layer(MemoryLayer.of(LayerKind.GRID_CAPACITY, "counties")
                        .ordinal(1)
                        .evidence(EvidenceClass.OBSERVED)
                        .box("mapped", -1, -1, 3, 1, Map.of("nominalVoltageKv", 230, "bulkSubstationCount", 0))
                        .box("not mapped", 3, -1, 5, 1, Map.of("nominalVoltageKv", 0))
                        .build())
                .layer(MemoryLayer.of(LayerKind.GRID_CAPACITY, "lines")
                        .ordinal(2)
                        .box("in", -1, -1, 3, 1, Map.of("transferCapacityMw", 1250.5))
                        .build())
                .build();
    }

    @Test
    void theSubstationsVoltageWinsOverTheAreas() {
        assertThat(measure(withAreas(), "nominalVoltageKv", 0.1, 0).lower(0)).isEqualTo(345);
        MeasurementColumn area = measure(withAreas(), "nominalVoltageKv", 2.5, 0);
        assertThat(area.lower(0)).isEqualTo(230);
        assertThat(area.evidence(0)).isEqualTo(EvidenceClass.OBSERVED);
    }

    @Test
    void zeroVoltsOfAnAreaMeanNotMapped() {
        MeasurementColumn column = measure(withAreas(), "nominalVoltageKv", 4, 0);
        assertThat(column.isKnown(0)).isFalse();
        assertThat(column.reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
        assertThat(column.record(0)).isEqualTo(1);
    }

    @Test
    void areaFiguresAreTakenAsTheyAre() {
        assertThat(measure(withAreas(), "transferCapacityMw", 0, 0).lower(0)).isEqualTo(1250.5);
        assertThat(measure(withAreas(), "transferCapacityMw", 0, 0).layerOrdinal(0))
                .isEqualTo(2);
        assertThat(measure(withAreas(), "bulkSubstationCount", 0, 0).lower(0)).isZero();
        assertThat(measure(withAreas(), "bulkSubstationCount", 4, 0).reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
        assertThat(measure(withAreas(), "bulkSubstationCount", 10, 0).reason(0))
                .isEqualTo(UnknownReason.OUTSIDE_COVERAGE);
    }
}
