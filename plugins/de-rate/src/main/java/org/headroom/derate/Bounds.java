package org.headroom.derate;

import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** What another module measured at one site after the other; where it did not, anything from nothing up. For one thread. */
final class Bounds {
    private final @Nullable MeasurementColumn column;

    Bounds(@Nullable MeasurementColumn column) {
        this.column = column;
    }

    boolean isKnown(int site) {
        return column != null && column.isKnown(site);
    }

    double lower(int site) {
        return column != null && column.isKnown(site) ? column.lower(site) : 0;
    }

    double upper(int site) {
        return column != null && column.isKnown(site) ? column.upper(site) : Double.POSITIVE_INFINITY;
    }

    EvidenceClass evidence(int site) {
        return column != null && column.isKnown(site) ? column.evidence(site) : EvidenceClass.ESTIMATED;
    }

    /** Why it is not known. */
    UnknownReason reason(int site) {
        return column == null ? UnknownReason.NOT_CHECKED : column.reason(site);
    }
}
