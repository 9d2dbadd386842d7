package org.headroom.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;

/** Says what the first site's measurement must be. */
record Answer(MeasurementColumn column, int site) {
    static Answer of(MeasurementColumn column) {
        return new Answer(column, 0);
    }

    Answer is(double value, double tolerance) {
        return isBetween(value, value, tolerance);
    }

    Answer isBetween(double low, double high, double tolerance) {
        assertThat(column.reason(site)).isEqualTo(UnknownReason.NONE);
        assertThat(column.lower(site)).isCloseTo(low, within(tolerance));
        assertThat(column.upper(site)).isCloseTo(high, within(tolerance));
        return this;
    }

    Answer isUnknown(UnknownReason reason) {
        assertThat(column.isKnown(site)).isFalse();
        assertThat(column.reason(site)).isEqualTo(reason);
        return this;
    }

    Answer by(int layer, int record) {
        assertThat(column.layerOrdinal(site)).as("layer").isEqualTo(layer);
        assertThat(column.record(site)).as("record").isEqualTo(record);
        return this;
    }

    Answer by(EvidenceClass evidence) {
        assertThat(column.evidence(site)).isEqualTo(evidence);
        return this;
    }
}
