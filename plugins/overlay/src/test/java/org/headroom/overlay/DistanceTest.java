package org.headroom.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryLayer;
import org.headroom.testkit.MemoryLayerBuilder;
import org.junit.jupiter.api.Test;

/** Distances to the nearest record. One degree of longitude on the equator is 111.3195 km, one of latitude there 110.574 km (WGS 84). */
class DistanceTest {
    private static final double DEGREE_EAST = 111.3195;
    private static final double DEGREE_NORTH = 110.574;

    private static Declared distance() {
        return Declared.of(Measure.DISTANCE_TO);
    }

    @Test
    void theNearestOfAllLayersDecides() {
        MemoryLayer first = Declared.things()
                .point("far", 3, 0, Map.of())
                .point("tie", 1, 0, Map.of())
                .build();
        MemoryLayer second = Declared.things("more", 1)
                .evidence(EvidenceClass.MANUAL)
                .point("tie", 1, 0, Map.of())
                .line("line", "LINESTRING (-0.5 -1, -0.5 1)", Map.of())
                .build();
        Declared both = distance().layers("more", "things");
        Answer.of(both.at(0.75, 0, first, second))
                .is(DEGREE_EAST / 4, 0.001)
                .by(1, 0)
                .by(EvidenceClass.MANUAL);
        Answer.of(distance().layers("things", "more").at(0.75, 0, first, second))
                .by(0, 1)
                .by(EvidenceClass.DERIVED);
        Answer.of(both.at(0, 0, first, second)).is(DEGREE_EAST / 2, 0.002).by(1, 1);
        Answer.of(both.at(
                        -179, 0, Declared.things().point("T", 179, 0, Map.of()).build()))
                .is(2 * DEGREE_EAST, 0.001);
    }

    @Test
    void nothingInReachIsAtLeastTheReach() {
        MemoryLayer layer = Declared.things().point("T", 1, 0, Map.of()).build();
        Answer.of(distance().reach(112).at(0, 0, layer)).is(DEGREE_EAST, 0.001);
        Answer.of(distance().reach(100).at(0, 0, layer))
                .isBetween(100, 20_040, 0)
                .by(0, 0);
        Answer.of(distance().reach(100).range(0, 100).at(0, 0, layer)).isUnknown(UnknownReason.NO_RECORD_IN_REACH);
        Answer.of(distance().reach(100).range(0, Double.POSITIVE_INFINITY).at(0, 0, layer))
                .isUnknown(UnknownReason.NO_RECORD_IN_REACH);
        MemoryLayer none = Declared.things().notLocated("N", Map.of()).build();
        Answer.of(distance().reach(100).at(0, 0, none))
                .isBetween(100, 20_040, 0)
                .by(EvidenceClass.DERIVED);
        Answer.of(distance().at(0, 0, none)).isUnknown(UnknownReason.NO_RECORD_IN_REACH);
    }

    @Test
    void aNearerRecordThatMayCountMakesAnInterval() {
        MemoryLayer layer = Declared.things()
                .point("sure", 2, 0, Map.of("zone", "A"))
                .point("out", 0.5, 0, Map.of("zone", "B"))
                .point("open", 1, 0, Map.of("zone", "B;?"))
                .build();
        Declared inA = distance().where("zone", "A");
        Answer.of(inA.at(0, 0, layer))
                .isBetween(DEGREE_EAST, 2 * DEGREE_EAST, 0.001)
                .by(0, 2);
        Answer.of(inA.at(3, 0, layer)).is(DEGREE_EAST, 0.001).by(0, 0);
        Answer.of(distance().where("zone", "A").reach(150).at(0, 0, layer)).isBetween(DEGREE_EAST, 20_040, 0.001);
        Answer.of(distance()
                        .where("zone", "C")
                        .range(0, Double.POSITIVE_INFINITY)
                        .at(0, 0, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 2);
    }

    @Test
    void behindTheBorderOfWhatIsKnownMayBeANearerOne() {
        MemoryLayer layer = Declared.things()
                .point("T", 3, 3, Map.of())
                .point("corner", 0, 0, Map.of())
                .build();
        Declared inBox = distance().knownInRecords();
        // Half a degree from the border in the west, far from both records.
        Answer.of(inBox.at(0.5, 1.5, layer))
                .isBetween(0.5 * DEGREE_EAST, 174.99, 0.6)
                .by(0, 1);
        Answer.of(inBox.at(2.9, 2.9, layer))
                .isBetween(0.1 * DEGREE_NORTH, 15.68, 0.1)
                .by(0, 0);
        Answer.of(inBox.at(0, 0, layer)).is(0, 0);
        Answer.of(inBox.at(-0.01, 1, layer)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        MemoryLayer areas = Declared.things("area", 1)
                .box("W", -10, -10, 1, 10, Map.of())
                .box("E", 1, -10, 10, 10, Map.of())
                .evidence(EvidenceClass.ESTIMATED)
                .build();
        Declared inAreas = distance().knownIn("area");
        Answer.of(inAreas.at(1, 1, layer, areas)).is(156.9, 0.1).by(EvidenceClass.ESTIMATED);
        Answer.of(inAreas.at(9, 1, layer, areas)).isBetween(DEGREE_EAST, 703.16, 1.5);
        Answer.of(inAreas.at(11, 1, layer, areas)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(inAreas.reach(50).at(9, 1, layer, areas)).isBetween(50, 20_040, 0);
    }

    @Test
    void aSiteWithAnAreaIsAsNearAsItsNearestPlace() {
        MemoryLayer layer = Declared.things()
                .point("inside", 0.2, 0.7, Map.of())
                .point("beside", 2, 0.5, Map.of())
                .box("round", 9, 9, 12, 12, Map.of())
                .build();
        Answer.of(distance().at(Declared.box(0, 0, 1, 1), layer)).is(0, 0).by(0, 0);
        Answer.of(distance().at(Declared.box(10, 10, 11, 11), layer)).is(0, 0).by(0, 2);
        Answer.of(distance().at(Declared.box(2, 0, 2, 1).replace("2.0 1.0, 2.0 1.0", "3 1, 2.0 1.0"), layer))
                .is(0, 0)
                .by(0, 1);
        // In the hole of the area, a tenth of a degree from its edge.
        String holed = "POLYGON ((1 -1, 4 -1, 4 2, 1 2, 1 -1), (1.9 0, 3 0, 3 1, 1.9 1, 1.9 0))";
        Answer.of(distance().at(holed, layer)).is(0.1 * DEGREE_EAST, 0.001).by(0, 1);
        // An edge that comes near the record in its middle only.
        Answer.of(distance().at("POLYGON ((4 -9, 5 0, 4 9, 9 0, 4 -9))", layer))
                .is(Geodesic.WGS84.Inverse(0.5, 2, 0.5, 5 - 0.5 / 9).s12 / 1000, 2.5);
    }

    /** No place of an area is nearer than the area is, and one is as near, to a metre or two. */
    @Test
    void anAreaIsMeasuredAsByManyPlacesOnItsBorder() {
        Random random = new Random(5);
        MemoryLayerBuilder builder = Declared.things();
        for (int i = 0; i < 12; i++) {
            builder.point("T" + i, 6 + 3 * random.nextDouble(), 44 + 3 * random.nextDouble(), Map.of());
        }
        MemoryLayer layer = builder.build();
        double[] corners = {3, 43, 5.5, 44.2, 5.1, 45, 5.6, 46.1, 3.2, 47};
        StringBuilder wkt = new StringBuilder("POLYGON ((");
        for (int i = 0; i < corners.length; i += 2) {
            wkt.append(corners[i]).append(' ').append(corners[i + 1]).append(", ");
        }
        MeasurementColumn found = distance().at(wkt + "3 43))", layer);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners.length; i += 2) {
            int next = (i + 2) % corners.length;
            for (double share = 0; share < 1; share += 0.0005) {
                double x = corners[i] + share * (corners[next] - corners[i]);
                double y = corners[i + 1] + share * (corners[next + 1] - corners[i + 1]);
                for (int record = 0; record < layer.size(); record++) {
                    double km =
                            Geodesic.WGS84.Inverse(y, x, layer.latitude(record), layer.longitude(record)).s12 / 1000;
                    least = Math.min(least, km);
                }
            }
        }
        assertThat(found.lower(0)).isBetween(least - 0.01, least + 0.001);
    }

    @Test
    void ofAnAreaThatIsKnownInPartTheRestMayHoldANearerOne() {
        MemoryLayer layer = Declared.things().point("T", 3, 0.5, Map.of()).build();
        MemoryLayer areas =
                Declared.things("area", 1).box("A", 0, -5, 9, 5, Map.of()).build();
        Declared known = distance().knownIn("area");
        Answer.of(known.at(Declared.box(-1, 0, 1, 1), layer, areas)).isBetween(0, 2 * DEGREE_EAST, 0.01);
        Answer.of(known.at(Declared.box(1, 0, 2, 1), layer, areas)).isBetween(DEGREE_EAST, DEGREE_EAST, 3.5);
        Answer.of(known.at(Declared.box(0.5, 0, 1, 1), layer, areas)).isBetween(0.5 * DEGREE_EAST, 2 * DEGREE_EAST, 2);
        Answer.of(known.at(Declared.box(-3, 0, -2, 1), layer, areas)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
    }

    @Test
    void anAreaThatIsCutAtTheAntimeridianIsWhole() {
        MemoryLayer layer = Declared.things()
                .point("west", -179.6, 0.5, Map.of())
                .point("far", 178, 0.5, Map.of())
                .build();
        String cut = "MULTIPOLYGON (((179.5 0, 180 0, 180 1, 179.5 1, 179.5 0)), ((-180 0, -179.7 0, -179.7 1, -180 1,"
                + " -180 0)))";
        Answer.of(distance().at(cut, layer)).is(0.1 * DEGREE_EAST, 0.002).by(0, 0);
        Answer.of(Declared.of(Measure.COUNT_WITHIN).at(cut.replace("-179.7", "-179.5"), layer))
                .is(1, 0);
    }
}
