package org.headroom.gridheadroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import org.headroom.model.UnknownReason;
import org.headroom.spi.GeometryRole;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemoryLayer;
import org.junit.jupiter.api.Test;

/** Lines and outlines of the grid: what is a node, and how far it is. */
final class GridShapesTest {
    private static final String OUTLINE =
            "POLYGON ((-99.512 35.499, -99.508 35.499, -99.508 35.502, -99.512 35.502, -99.512 35.499))";

    private static MeasurementColumn measure(MemoryLayer layer, String criterion, double longitude, double latitude) {
        MemoryContext context = GridFixture.context().layer(layer).build();
        return GridFixture.measure(context, criterion, longitude, latitude);
    }

    @Test
    void aLineIsAsNearAsItsNearestPlace() {
        MemoryLayer lines = GridFixture.substations()
                .line("L1", "LINESTRING (-99.5 35.495, -97 35.495)", GridFixture.substation(230))
                .line("L2", "LINESTRING (-99 35.9, -98.9 35.9)", GridFixture.substation(345))
                .build();
        assertThat(measure(lines, GridHeadroomModule.DISTANCE, -98.5, 35.5).lower(0))
                .isCloseTo(0.555, within(0.003));
        assertThat(measure(lines, GridHeadroomModule.DISTANCE, -98.5, 35.5).record(0))
                .isZero();
        assertThat(measure(lines, GridHeadroomModule.VOLTAGE, -98.5, 35.5).lower(0))
                .isEqualTo(345);
    }

    @Test
    void anOutlineWithAVoltageIsANode() {
        MemoryLayer outline = GridFixture.substations()
                .asOf(LocalDate.of(2026, 1, 1))
                .area("S1", OUTLINE, GridFixture.substation(230, "publishedHeadroomMw", 150.0))
                .build();
        assertThat(measure(outline, GridHeadroomModule.DISTANCE, -99.5, 35.5).lower(0))
                .isCloseTo(0.726, within(0.003));
        assertThat(measure(outline, GridHeadroomModule.DISTANCE, -99.51, 35.5).lower(0))
                .isZero();
        assertThat(measure(outline, GridHeadroomModule.PUBLISHED, -99.51, 35.5).lower(0))
                .isEqualTo(150);
    }

    @Test
    void figuresOfAnAreaOrTheDescriptorMakeItAnArea() {
        Map<String, Object> figures = GridFixture.substation(230, "transferCapacityMw", 900.0);
        MemoryLayer area =
                GridFixture.substations().area("S1", OUTLINE, figures).build();
        MemoryLayer said = GridFixture.substations()
                .role(GeometryRole.AREA)
                .area("S1", OUTLINE, GridFixture.substation(230))
                .build();
        for (MemoryLayer layer : new MemoryLayer[] {area, said}) {
            assertThat(measure(layer, GridHeadroomModule.DISTANCE, -99.51, 35.5).reason(0))
                    .isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
            assertThat(measure(layer, GridHeadroomModule.VOLTAGE, -99.51, 35.5).lower(0))
                    .isEqualTo(230);
        }
        MemoryLayer node = GridFixture.substations()
                .role(GeometryRole.NODE)
                .area("S1", OUTLINE, figures)
                .build();
        assertThat(measure(node, GridHeadroomModule.DISTANCE, -99.51, 35.5).lower(0))
                .isZero();
    }
}
