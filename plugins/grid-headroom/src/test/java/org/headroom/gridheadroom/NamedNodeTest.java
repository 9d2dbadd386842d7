package org.headroom.gridheadroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.gridheadroom.GridFixture.substation;

import java.util.Map;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryContext;
import org.headroom.testkit.MemorySites;
import org.junit.jupiter.api.Test;

/** A site that names its node is measured at it, and at no other. */
class NamedNodeTest {
    private static final MemoryContext CONTEXT = GridFixture.context()
            .layer(GridFixture.substations()
                    .point("A 400", 0, 0, substation(400))
                    .point("A 220", 0, 0, substation(220))
                    .point("A 66", 0, 0, substation(66))
                    .build())
            .layer(GridFixture.substations()
                    .ordinal(4)
                    .point("B 220", 0.5, 0, substation(220))
                    .area("C 132", "POLYGON ((-0.1 -0.1, 0.1 -0.1, 0.1 0.1, -0.1 0.1, -0.1 -0.1))", substation(132))
                    .build())
            .build();

    private static MeasurementBlock measure(Map<String, Object> attributes) {
        MemorySites site = MemorySites.builder()
                .site("S", SiteOrigin.GREENFIELD, 0.01, 0, attributes)
                .build();
        MeasurementBlock block = new MeasurementBlock(
                GridHeadroomModule.CRITERIA.stream().map(c -> c.id()).toList(), 1);
        new GridHeadroomModule().bind(CONTEXT).measure(site, block);
        return block;
    }

    private static MeasurementBlock at(String node) {
        return measure(Map.of("interconnectionNodeId", node));
    }

    @Test
    void ofTwoNodesAtOnePlaceTheNamedOneCounts() {
        assertThat(at("A 220").column("nominalVoltageKv").lower(0)).isEqualTo(220);
        assertThat(at("A 400").column("nominalVoltageKv").lower(0)).isEqualTo(400);
        assertThat(at("C 132").column("nominalVoltageKv").lower(0)).isEqualTo(132);
        assertThat(at("C 132").column("distanceToInterconnectionKm").lower(0)).isZero();
    }

    @Test
    void aNamedNodeFartherAwayCountsWithItsDistance() {
        MeasurementColumn distance = at("B 220").column("distanceToInterconnectionKm");
        // 0.49 degrees on the equator: 0.49 * pi * 6378.137 km / 180.
        assertThat(distance.lower(0)).isCloseTo(54.54655, within(1e-4));
        assertThat(distance.layerOrdinal(0)).isEqualTo(4);
        assertThat(distance.record(0)).isZero();
    }

    @Test
    void withoutANameTheBestInReachCounts() {
        assertThat(measure(Map.of()).column("nominalVoltageKv").lower(0)).isEqualTo(400);
        assertThat(measure(Map.of()).column("distanceToInterconnectionKm").lower(0))
                .isZero();
    }

    @Test
    void aNodeThatIsNotThereOrTooLowIsNotReplacedByAnother() {
        for (String node : new String[] {"Z 400", "A 66"}) {
            for (String criterion : new String[] {"distanceToInterconnectionKm", "publishedHeadroomStanding"}) {
                assertThat(at(node).column(criterion).reason(0)).as(node).isEqualTo(UnknownReason.NO_RECORD_IN_REACH);
            }
        }
    }
}
