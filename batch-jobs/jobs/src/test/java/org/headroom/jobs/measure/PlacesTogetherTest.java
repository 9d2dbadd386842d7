package org.headroom.jobs.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.junit.jupiter.api.Test;

/** What becomes of the measurements at several places of one site. */
class PlacesTogetherTest {
    private final MeasurementColumn places = new MeasurementColumn(3);
    private final MeasurementColumn out = new MeasurementColumn(2);

    @Test
    void whatIsTheSameEverywhereIsKnownAsAtOnePlace() {
        for (int i = 0; i < 3; i++) {
            places.set(i, 12, EvidenceClass.REPORTED);
        }
        PlacesTogether.write(places, 3, false, out, 1);
        assertThat(out.lower(1)).isEqualTo(12);
        assertThat(out.upper(1)).isEqualTo(12);
        assertThat(out.evidence(1)).isEqualTo(EvidenceClass.REPORTED);
        assertThat(out.isKnown(0)).isFalse();
    }

    @Test
    void aNumberThatDiffersIsAnIntervalAndAnEstimate() {
        places.set(0, 5, EvidenceClass.OBSERVED);
        places.setInterval(1, 2, 9, EvidenceClass.OBSERVED);
        places.set(2, 7, EvidenceClass.DERIVED);
        PlacesTogether.write(places, 3, false, out, 0);
        assertThat(out.lower(0)).isEqualTo(2);
        assertThat(out.upper(0)).isEqualTo(9);
        assertThat(out.evidence(0)).isEqualTo(EvidenceClass.ESTIMATED);
    }

    @Test
    void aCategoryThatDiffersAndANumberKnownInPartAreUnknown() {
        places.set(0, 0, EvidenceClass.REPORTED);
        places.set(1, 2, EvidenceClass.REPORTED);
        PlacesTogether.write(places, 2, true, out, 0);
        assertThat(out.reason(0)).isEqualTo(UnknownReason.PLACE_COARSE);
        places.setUnknown(1, UnknownReason.OUTSIDE_COVERAGE);
        PlacesTogether.write(places, 2, false, out, 1);
        assertThat(out.reason(1)).isEqualTo(UnknownReason.PLACE_COARSE);
    }

    @Test
    void whatIsUnknownEverywhereKeepsItsReason() {
        places.setUnknown(0, UnknownReason.NOT_CHECKED);
        places.setUnknown(1, UnknownReason.NOT_CHECKED);
        PlacesTogether.write(places, 2, true, out, 0);
        assertThat(out.reason(0)).isEqualTo(UnknownReason.NOT_CHECKED);
    }
}
