package org.headroom.sitecost;

import org.headroom.model.EvidenceClass;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** What another module measured at the sites of a block, and the bounds that stand in where it did not. */
final class Input {
    private final @Nullable MeasurementColumn column;
    private final SiteBlock sites;
    private final double otherwiseLow;
    private final double otherwiseHigh;

    /** @param otherwise bounds where it is not known; NaN for none */
    Input(SiteBlock sites, String criterion, Range otherwise) {
        this.sites = sites;
        column = sites.measured(criterion);
        otherwiseLow = otherwise.low();
        otherwiseHigh = otherwise.high();
    }

    boolean isKnown(int site) {
        return column != null && column.isKnown(site);
    }

    double low(int site) {
        return column != null && column.isKnown(site) ? column.lower(site) : otherwiseLow;
    }

    double high(int site) {
        return column != null && column.isKnown(site) ? column.upper(site) : otherwiseHigh;
    }

    /** As {@link #high}, of something that facilities alone have. */
    double highOfFacility(int site) {
        return !isKnown(site) && sites.origin(site) == SiteOrigin.GREENFIELD ? 0 : high(site);
    }

    /** Class of what is known; what only stands in is estimated. */
    EvidenceClass evidence(int site) {
        return column != null && column.isKnown(site) ? column.evidence(site) : EvidenceClass.ESTIMATED;
    }

    /** Why it is not known. */
    UnknownReason reason(int site) {
        return column == null ? UnknownReason.NOT_CHECKED : column.reason(site);
    }
}
