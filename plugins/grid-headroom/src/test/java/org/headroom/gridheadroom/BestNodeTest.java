package org.headroom.gridheadroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.gridheadroom.GridFixture.context;
import static org.headroom.gridheadroom.GridFixture.measure;
import static org.headroom.gridheadroom.GridFixture.measureAll;
import static org.headroom.gridheadroom.GridFixture.substation;
import static org.headroom.gridheadroom.GridFixture.substations;
import static org.headroom.gridheadroom.GridHeadroomModule.BULK_DISTANCE;
import static org.headroom.gridheadroom.GridHeadroomModule.DISTANCE;
import static org.headroom.gridheadroom.GridHeadroomModule.FIRM;
import static org.headroom.gridheadroom.GridHeadroomModule.PUBLISHED;
import static org.headroom.gridheadroom.GridHeadroomModule.VOLTAGE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.headroom.model.LayerKind;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load connects at the best node in reach for its size, and what is mapped in one place only never counts against a site. */
class BestNodeTest {
    private static final MemorySites POINT =
            MemorySites.builder().greenfield("point", -100, 40).build();
    /** A county of about 85 by 111 km. */
    private static final MemorySites COUNTY = MemorySites.builder()
            .area("county", "POLYGON ((-100.5 39.5, -99.5 39.5, -99.5 40.5, -100.5 40.5, -100.5 39.5))")
            .build();

    private static MemoryContext.Builder reach20() {
        return context().number("minimumVoltageKv", 69).number("connectionReachKm", 20);
    }

    /** Lines of 230 kV and more are all known; the nearest passes 1.6 degrees of latitude south of the point. */
    private static MemoryLayer lines() {
        return substations()
                .ordinal(9)
                .line("line", "LINESTRING (-103 38.2, -97 38.6)", substation(345, "completeFromKv", 230))
                .build();
    }

    @Test
    void aNearerNodeOfALowerVoltageHidesNoHigherOne() {
        MemoryContext both = reach20()
                .layer(substations()
                        .point("230", -100, 40.1, substation(230))
                        .point("110", -100, 40.01, substation(110))
                        .build())
                .build();
        assertThat(measure(both, VOLTAGE, POINT).lower(0)).isEqualTo(230);
        assertThat(measure(both, VOLTAGE, POINT).record(0)).isZero();
        assertThat(measure(both, DISTANCE, POINT).upper(0)).isCloseTo(1.110, within(0.001));
    }

    // 102 MW at 69 kV, 205 at 138, 400 at 230. 150 MW: 69 * 2^(ln(150/102) / ln(205/102)) = 101.0 kV; 300 MW: 183.9 kV.
    @ParameterizedTest
    @CsvSource({"100, 69", "150, 115", "205, 138", "206, 161", "300, 230", "401, 345", "2000, 345"})
    void theNearestThatCarriesTheLoad(double loadMw, double voltageKv) {
        MemoryLayerBuilder nodes = substations();
        double[] classes = {69, 115, 138, 161, 230, 345};
        for (int i = 0; i < classes.length; i++) {
            nodes.point("N" + classes[i], -100, 40.01 + i * 0.01, substation(classes[i]));
        }
        MemoryContext context =
                reach20().request("data_center", loadMw).layer(nodes.build()).build();
        assertThat(classes[measure(context, DISTANCE, POINT).record(0)]).isEqualTo(voltageKv);
    }

    @Test
    void theNodeThatGivesMostCounts() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        MemoryContext context = reach20()
                .layer(substations()
                        .asOf(day)
                        .point("bare", -100, 40.01, substation(138))
                        .point("full", -100, 40.02, substation(138, "publishedHeadroomMw", 0))
                        .point("roomy", -100, 40.1, substation(138, "publishedHeadroomMw", 120))
                        .point("far", -100, 40.5, substation(138, "publishedHeadroomMw", 900))
                        .build())
                .build();
        assertThat(measure(context, PUBLISHED, POINT).lower(0)).isEqualTo(120);
        assertThat(measure(context, FIRM, POINT).reason(0)).isEqualTo(UnknownReason.FIELD_MISSING);
        assertThat(measure(context, FIRM, POINT).record(0)).isZero();
    }

    @Test
    void aNodeInACountyIsAtNoDistanceOfIt() {
        MemoryContext corner = reach20()
                .layer(substations().point("N", -99.6, 39.6, substation(345)).build())
                .build();
        assertThat(measure(corner, DISTANCE, COUNTY).upper(0)).isZero();
        assertThat(measure(corner, VOLTAGE, COUNTY).lower(0)).isEqualTo(345);
        assertThat(measure(corner, BULK_DISTANCE, COUNTY).upper(0)).isZero();
        MemoryContext crossing = reach20()
                .layer(substations()
                        .line("L", "LINESTRING (-103 39.6, -97 39.6)", substation(345))
                        .build())
                .build();
        assertThat(measure(crossing, DISTANCE, COUNTY).upper(0)).isZero();
        assertThat(measure(crossing, VOLTAGE, COUNTY).lower(0)).isEqualTo(345);
    }

    // A degree of latitude at 39 degrees north is 111.0 km: 39.5 to 38.9 are 66.6 km.
    @Test
    void whatLiesOutsideACountyIsMeasuredFromItsBorder() {
        MemoryContext outside = reach20()
                .layer(substations().point("N", -99.987, 38.9, substation(345)).build())
                .build();
        assertThat(measure(outside, DISTANCE, COUNTY).upper(0)).isCloseTo(66.6, within(0.05));
        assertThat(measure(outside, BULK_DISTANCE, COUNTY).upper(0)).isCloseTo(66.6, within(0.05));
    }

    @Test
    void whereNobodyHasMappedLowerVoltagesTheyAreUnknownAndNotFar() {
        MemoryContext context =
                reach20().number("maximumDistanceKm", 200).layer(lines()).build();
        MeasurementColumn distance = measure(context, DISTANCE, POINT);
        assertThat(distance.lower(0)).isZero();
        assertThat(distance.upper(0)).isCloseTo(177.0, within(0.3));
        assertThat(measure(context, BULK_DISTANCE, POINT).lower(0)).isEqualTo(distance.upper(0));
        MeasurementColumn voltage = measure(context, VOLTAGE, POINT);
        assertThat(List.of(voltage.lower(0), voltage.upper(0))).containsExactly(0.0, 229.0);
        MemoryContext large = reach20()
                .number("maximumDistanceKm", 200)
                .request("data_center", 500)
                .layer(lines())
                .build();
        assertThat(measure(large, DISTANCE, POINT).lower(0)).isEqualTo(distance.upper(0));
    }

    @Test
    void bulkTransmissionIsKnownHoweverFar() {
        MemoryContext context = reach20().layer(lines()).build();
        assertThat(measure(context, DISTANCE, POINT).reason(0)).isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
        assertThat(measure(context, BULK_DISTANCE, POINT).lower(0)).isCloseTo(177.0, within(0.3));
    }

    @Test
    void whatIsMappedInACountyIsThere() {
        MemoryContext context = reach20()
                .layer(lines())
                .layer(MemoryLayer.of(LayerKind.GRID_CAPACITY, "counties")
                        .ordinal(1)
                        .box("C", -100.5, 39.5, -99.5, 40.5, Map.of("nominalVoltageKv", 115, "substationCount", 3))
                        .build())
                .build();
        assertThat(measure(context, DISTANCE, COUNTY).upper(0)).isZero();
        assertThat(measure(context, VOLTAGE, COUNTY).lower(0)).isEqualTo(115);
        assertThat(measure(context, VOLTAGE, COUNTY).upper(0)).isEqualTo(115);
        // A point in it may be far from the node that the county has somewhere.
        assertThat(measure(context, DISTANCE, POINT).isKnown(0)).isFalse();
    }

    /** The law: whatever node is added, no end of a figure gets worse, but for the 10 m to which a border is measured. */
    @Property(tries = 40)
    void anAddedNodeNeverMakesASiteWorse(@ForAll Random random, @ForAll @IntRange(min = 0, max = 6) int count) {
        double[] classes = {60, 69, 115, 138, 230, 345, 500};
        MemoryLayerBuilder few = substations().asOf(LocalDate.of(2026, 1, 1));
        MemoryLayerBuilder more = substations().asOf(LocalDate.of(2026, 1, 1));
        for (int i = 0; i <= count; i++) {
            double longitude = -100 + random.nextGaussian();
            double latitude = 40 + random.nextGaussian();
            Map<String, Object> node = substation(classes[random.nextInt(classes.length)]);
            if (i < count) {
                if (random.nextBoolean()) {
                    node.put("publishedHeadroomMw", 300.0 * random.nextDouble());
                }
                few.point("N" + i, longitude, latitude, node);
            }
            more.point("N" + i, longitude, latitude, node);
        }
        double loadMw = 30 + 500 * random.nextDouble();
        for (MemorySites site : new MemorySites[] {POINT, COUNTY}) {
            MeasurementBlock before = measureAll(law(few, loadMw), site);
            MeasurementBlock after = measureAll(law(more, loadMw), site);
            for (String criterion : List.of(DISTANCE, BULK_DISTANCE)) {
                assertNoWorse(criterion, -1, before.column(criterion), after.column(criterion));
            }
            for (String criterion : List.of(VOLTAGE, PUBLISHED)) {
                assertNoWorse(criterion, 1, before.column(criterion), after.column(criterion));
            }
        }
    }

    private static void assertNoWorse(String criterion, int sign, MeasurementColumn before, MeasurementColumn after) {
        if (before.isKnown(0)) {
            assertThat(sign * after.lower(0)).as(criterion).isGreaterThanOrEqualTo(sign * before.lower(0) - 0.01);
            assertThat(sign * after.upper(0)).as(criterion).isGreaterThanOrEqualTo(sign * before.upper(0) - 0.01);
        }
    }

    private static MemoryContext law(MemoryLayerBuilder nodes, double loadMw) {
        return reach20()
                .request("data_center", loadMw)
                .layer(lines())
                .layer(nodes.build())
                .build();
    }
}
