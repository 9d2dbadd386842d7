package org.headroom.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.MeasurementColumn;
import org.headroom.testkit.MemoryLayer;
import org.junit.jupiter.api.Test;

/** Counts and sums. One degree of longitude on the equator is 111.3195 km. */
class WithinTest {
    private final MemoryLayer layer = Declared.things()
            .point("near", 0.5, 0, Map.of("sizeMw", 5, "delta", -2, "zone", "A"))
            .point("big", 1, 0, Map.of("sizeMw", 50, "delta", 3, "zone", "?"))
            .line("line", "LINESTRING (2 -3, 2 3)", Map.of("sizeMw", 7, "zone", "A"))
            .box("area", -9, -3, -3, 3, Map.of("sizeMw", 1, "delta", 1, "zone", "B"))
            .notLocated("nowhere", Map.of("sizeMw", 1000))
            .build();

    private static Declared count() {
        return Declared.of(Measure.COUNT_WITHIN).range(0, 1000);
    }

    private static Declared sum(String field) {
        return Declared.of(Measure.SUM_WITHIN).field(field).range(-1e6, 1e6);
    }

    @Test
    void circlesTakeWhatIsNearAtItsNearestPlace() {
        Answer.of(count().circle(50).at(0, 0, layer))
                .is(0, 0)
                .by(EvidenceClass.DERIVED)
                .by(-1, -1);
        Answer.of(count().circle(112).at(0, 0, layer)).is(2, 0).by(0, 0);
        Answer.of(count().circle(223).at(0, 0, layer)).is(3, 0);
        Answer.of(count().circle(335).at(0, 0, layer)).is(4, 0);
        Answer.of(count().circle(1).at(-4, 0, layer)).is(1, 0).by(0, 3);
        Answer.of(sum("sizeMw").circle(112).at(0, 0, layer)).is(55, 0).by(0, 1);
        Answer.of(sum("delta").circle(112).at(0, 0, layer)).is(1, 0).by(0, 1);
        Answer.of(count().circle(112)
                        .at(
                                179.9,
                                0,
                                Declared.things()
                                        .point("T", -179.5, 0, Map.of())
                                        .build()))
                .is(1, 0);
    }

    @Test
    void areasTakeWhatTouchesThem() {
        Answer.of(count().at(Declared.box(0, 0, 1, 1), layer)).is(2, 0);
        Answer.of(sum("sizeMw").at(Declared.box(0.6, -1, 2, 1), layer))
                .is(57, 0)
                .by(0, 1);
        Answer.of(count().at(Declared.box(-8, -2, -7, -1), layer)).is(1, 0).by(0, 3);
        Answer.of(count().at(Declared.box(-20, -20, 20, 20), layer)).is(4, 0);
        Answer.of(count().at(Declared.box(3, 3, 4, 4), layer)).is(0, 0);
        // A point has no area; where there is a radius it stands for a circle.
        Answer.of(count().at(0, 0, layer)).isUnknown(UnknownReason.FIELD_MISSING);
        Answer.of(count().radius(112).at(0, 0, layer)).is(2, 0);
        Answer.of(count().radius(112).at(Declared.box(3, 3, 4, 4), layer)).is(0, 0);
    }

    @Test
    void whatMayCountMakesAnInterval() {
        Answer.of(count().where("zone", "A").circle(112).at(0, 0, layer)).isBetween(1, 2, 0);
        Answer.of(sum("sizeMw").where("zone", "A").circle(112).at(0, 0, layer)).isBetween(5, 55, 0);
        Answer.of(sum("delta")
                        .where("zone", "B")
                        .where("sizeMw", 0, 10)
                        .circle(112)
                        .at(0, 0, layer))
                .is(0, 0);
        Answer.of(sum("delta").where("absent", 0, 10).circle(112).at(0, 0, layer))
                .isBetween(-2, 3, 0);
    }

    @Test
    void aRecordWithoutAValueMakesTheSumUnknown() {
        Answer.of(sum("delta").circle(300).at(0, 0, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 2);
        Answer.of(sum("absent").circle(300).at(0, 0, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(-1, -1);
    }

    @Test
    void beyondWhatIsKnownMayBeMore() {
        MemoryLayer areas =
                Declared.things("area", 1).box("A", -5, -5, 5, 5, Map.of()).build();
        Declared known = count().circle(112).knownIn("area");
        Answer.of(known.at(0, 0, layer, areas)).is(2, 0);
        Answer.of(known.at(4.5, 0, layer, areas)).isBetween(0, 1000, 0);
        Answer.of(known.at(6.5, 0, layer, areas)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(known.range(0, Double.POSITIVE_INFINITY).at(4.5, 0, layer, areas))
                .isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(sum("sizeMw").knownIn("area").at(Declared.box(0, 0, 6, 1), layer, areas))
                .isBetween(62, 1e6, 0);
        Answer.of(sum("delta").knownIn("area").at(Declared.box(0, 0, 6, 1), layer, areas))
                .isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        // The layer's own box reaches from -9 to 2.
        Answer.of(count().circle(50).knownInRecords().at(0, 0, layer)).is(0, 0);
        Answer.of(count().circle(50).knownInRecords().at(1.9, 0, layer)).isBetween(1, 1000, 0);
    }

    @Test
    void moreLieWithinMoreWhateverTheOrderOfLayers() {
        MemoryLayer more = Declared.things("more", 1)
                .point("M1", 0.3, 0.4, Map.of("sizeMw", 2, "zone", "A"))
                .point("M2", -0.9, 0.1, Map.of("sizeMw", 4, "zone", "?"))
                .build();
        double before = 0;
        for (double km = 0; km < 500; km += 37) {
            Declared count = count().circle(km).where("zone", "A");
            MeasurementColumn oneWay = count.layers("things", "more").at(0, 0, layer, more);
            MeasurementColumn other = count.layers("more", "things").at(0, 0, layer, more);
            assertThat(oneWay.lower(0)).isGreaterThanOrEqualTo(before).isEqualTo(other.lower(0));
            assertThat(oneWay.upper(0)).isGreaterThanOrEqualTo(oneWay.lower(0)).isEqualTo(other.upper(0));
            before = oneWay.lower(0);
        }
        assertThat(before).isEqualTo(3);
    }
}
