package org.headroom.overlay;

import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.testkit.MemoryLayer;
import org.junit.jupiter.api.Test;

/** Values of the areas in which sites lie. Boxes of as many degrees of longitude between the same parallels measure the same. */
class AreaValueTest {
    private final MemoryLayer layer = Declared.things()
            .evidence(EvidenceClass.OBSERVED)
            .box("W", 0, 0, 3, 1, Map.of("sizeMw", 100, "zone", "A"))
            .box("E", 3, 0, 4, 1, Map.of("sizeMw", 200, "zone", "B"))
            .box("silent", 4, 0, 5, 1, Map.of("zone", "?"))
            .point("point", 0.5, 0.5, Map.of("sizeMw", 9))
            .build();

    private static Declared size(Combine combine) {
        return Declared.of(Measure.VALUE_AT).field("sizeMw").range(0, 1000).combine(combine);
    }

    @Test
    void aPlaceHasTheValueOfItsArea() {
        Declared size = size(Combine.MEAN);
        Answer.of(size.at(0.5, 0.5, layer)).is(100, 0).by(0, 0).by(EvidenceClass.OBSERVED);
        Answer.of(size.at(3, 0.5, layer)).is(100, 0).by(0, 0);
        Answer.of(size(Combine.RANGE).at(3, 0.5, layer)).isBetween(100, 200, 0);
        Answer.of(size(Combine.MAXIMUM).at(3, 0.5, layer)).is(200, 0).by(0, 1);
        Answer.of(size(Combine.MINIMUM).at(4, 0.5, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 2);
        Answer.of(size.at(4.5, 0.5, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 2);
        Answer.of(size.at(0.5, 1.5, layer)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(Declared.of(Measure.VALUE_AT).field("zone").labels("B", "A").at(0.5, 0.5, layer))
                .is(1, 0);
        Answer.of(size.where("zone", "B").at(4.5, 0.5, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 2);
        Answer.of(size.where("zone", "B").at(1, 0.5, layer)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
    }

    @Test
    void whereNothingLiesAndAllIsKnownThereIsAnotherValue() {
        Declared size = size(Combine.MEAN).otherwise(7);
        Answer.of(size.at(0.5, 1.5, layer)).is(7, 0).by(EvidenceClass.DERIVED).by(-1, -1);
        Answer.of(size.at(0.5, 0.5, layer)).is(100, 0);
        // A quarter of the site lies in an area of 100.
        Answer.of(size.at(Declared.box(-3, 0, 1, 1), layer))
                .is(0.25 * 100 + 0.75 * 7, 0.001)
                .by(0, 0);
        Answer.of(size(Combine.LARGEST).otherwise(7).at(Declared.box(-3, 0, 1, 1), layer))
                .is(7, 0);
        Answer.of(size(Combine.MINIMUM).otherwise(7).at(Declared.box(-3, 0, 1, 1), layer))
                .is(7, 0);
        Answer.of(size.at(Declared.box(-3, 0, -1, 1), layer)).is(7, 0);
        Answer.of(size.knownInRecords().at(0.5, 1.5, layer)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(size.at(Declared.box(-3, 0, -1, 1), layer)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(size.at(Declared.box(-3, 0, 1, 1), layer)).isBetween(25, 775, 0.001);
    }

    @Test
    void anAreaIsMeasuredByOverlap() {
        String site = Declared.box(2, 0.2, 4, 0.8);
        Answer.of(size(Combine.MEAN).at(Declared.box(0, 0.2, 4, 0.8), layer))
                .is(125, 1e-6)
                .by(0, 0)
                .by(EvidenceClass.DERIVED);
        Answer.of(size(Combine.LARGEST).at(site, layer)).is(100, 0).by(0, 0).by(EvidenceClass.OBSERVED);
        Answer.of(size(Combine.LARGEST).at(Declared.box(2.5, 0, 4, 1), layer))
                .is(200, 0)
                .by(0, 1);
        Answer.of(size(Combine.MINIMUM).at(site, layer)).is(100, 0).by(0, 0);
        Answer.of(size(Combine.MAXIMUM).at(site, layer)).is(200, 0).by(0, 1);
        Answer.of(size(Combine.RANGE).at(site, layer)).isBetween(100, 200, 0);
        // A neighbour that only touches has no part.
        Answer.of(size(Combine.MAXIMUM).at(Declared.box(1, 0, 3, 1), layer))
                .is(100, 0)
                .by(0, 0);
    }

    @Test
    void whatIsNotKnownOfAnAreaWidensTheAnswer() {
        // A quarter of the site each: 200, without a value, nothing, nothing.
        String site = Declared.box(3, 0, 7, 1);
        Answer.of(size(Combine.MEAN).at(site, layer)).isBetween(50, 800, 0.001);
        Answer.of(size(Combine.MAXIMUM).at(site, layer)).isBetween(200, 1000, 0);
        Answer.of(size(Combine.MINIMUM).at(site, layer)).isBetween(0, 200, 0);
        Answer.of(size(Combine.LARGEST).at(site, layer)).isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(size(Combine.MEAN).range(0, Double.POSITIVE_INFINITY).at(site, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 2);
        Answer.of(size(Combine.MEAN).range(0, Double.POSITIVE_INFINITY).at(Declared.box(-3, 0, 1, 1), layer))
                .isUnknown(UnknownReason.OUTSIDE_COVERAGE);
        Answer.of(size(Combine.MEAN).at(Declared.box(-0.002, 0, 3, 1), layer)).is(100, 1e-9);
        Answer.of(size(Combine.LARGEST).at(Declared.box(3.9, 0, 5, 1), layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 2);
        Answer.of(size(Combine.MEAN).where("zone", "B").at(Declared.box(3, 0, 5, 1), layer))
                .isBetween(100, 600, 0.001);
    }
}
