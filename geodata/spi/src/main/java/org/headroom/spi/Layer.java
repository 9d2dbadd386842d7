package org.headroom.spi;

import java.time.LocalDate;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;

/** A loaded layer in EPSG:4326, longitude first, units as in {@link LayerKind#fields()}. Immutable and safe for several threads. */
public interface Layer {
    /** Place of the layer in the run, from 0; what {@link MeasurementColumn} keeps as its source. */
    int ordinal();

    /** Id from the descriptor. */
    String id();

    LayerKind kind();

    /** Evidence class of its values, from the descriptor. */
    EvidenceClass evidenceClass();

    /** Who published it, from the descriptor. */
    String source();

    /** The day that the data describe (not the day they were loaded); null when the descriptor does not say. */
    @Nullable
    LocalDate asOf();
}
