package org.headroom.overlay;

import java.util.Map;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.testkit.MemoryLayer;
import org.junit.jupiter.api.Test;

class NearestValueTest {
    private final MemoryLayer layer = Declared.things()
            .evidence(EvidenceClass.OBSERVED)
            .point("small", 0.5, 0.5, Map.of("sizeMw", 5, "zone", "A"))
            .point("large", 0.8, 0.2, Map.of("sizeMw", 50, "zone", "B"))
            .point("open", 3, 0, Map.of("sizeMw", 70, "zone", "?"))
            .point("silent", 6, 0, Map.of("zone", "A"))
            .point("odd", 9, 0, Map.of("zone", "A;B"))
            .build();

    private static Declared size() {
        return Declared.of(Measure.VALUE_AT_NEAREST).field("sizeMw").range(0, 1e6);
    }

    @Test
    void theNearestRecordGivesItsValue() {
        Answer.of(size().at(0, 0.5, layer)).is(5, 0).by(0, 0).by(EvidenceClass.OBSERVED);
        Answer.of(size().at(5.5, 0, layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 3);
        Answer.of(size().reach(10).at(0, 0.5, layer)).isUnknown(UnknownReason.NO_RECORD_IN_REACH);
        Answer.of(size().field("absent").at(0, 0, layer)).isUnknown(UnknownReason.FIELD_MISSING);
        Answer.of(size().field("zone").at(0, 0, layer)).isUnknown(UnknownReason.FIELD_MISSING);
    }

    @Test
    void wordsAreTheirPlaceAmongTheLabels() {
        Declared zone = Declared.of(Measure.VALUE_AT_NEAREST).field("zone").labels("B", "A");
        Answer.of(zone.at(0, 0.5, layer)).is(1, 0);
        Answer.of(zone.at(0.9, 0.2, layer)).is(0, 0);
        Answer.of(zone.at(3, 0, layer)).isUnknown(UnknownReason.FIELD_MISSING).by(0, 2);
        Answer.of(zone.at(9, 0, layer)).isUnknown(UnknownReason.FIELD_MISSING).by(0, 4);
    }

    @Test
    void aNearerOneThatMayCountDecidesNothing() {
        Declared inA = size().where("zone", "A");
        Answer.of(inA.at(2, 0, layer)).isUnknown(UnknownReason.FIELD_MISSING).by(0, 2);
        Answer.of(inA.at(1, 0.4, layer)).is(5, 0).by(0, 0);
    }

    @Test
    void anAreaHasTheBestOfWhatLiesInside() {
        String both = Declared.box(0, 0, 1, 1);
        Answer.of(size().combine(Combine.MAXIMUM).at(both, layer)).is(50, 0).by(0, 1);
        Answer.of(size().combine(Combine.MINIMUM).at(both, layer)).is(5, 0).by(0, 0);
        Answer.of(size().combine(Combine.RANGE).at(both, layer)).isBetween(5, 50, 0);
        Answer.of(size().combine(Combine.MAXIMUM).at(Declared.box(0, 0, 4, 1), layer))
                .is(70, 0);
        Answer.of(size().combine(Combine.MAXIMUM).where("zone", "A").at(Declared.box(0, 0, 4, 1), layer))
                .isBetween(5, 70, 0);
        Answer.of(size().combine(Combine.MAXIMUM).at(Declared.box(0, 0, 7, 1), layer))
                .isUnknown(UnknownReason.FIELD_MISSING)
                .by(0, 3);
        Answer.of(size().combine(Combine.MAXIMUM).at(Declared.box(1, 1, 2, 2), layer))
                .is(5, 0)
                .by(0, 0);
        Answer.of(size().combine(Combine.MAXIMUM).circle(120).at(0.1, 0.4, layer))
                .is(50, 0);
    }
}
