package org.headroom.queuepressure;

import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the load asked for has no connection yet, so that it waits: all but the firm import right that stands free at the place.
 *
 * <p>What an existing facility holds is measured by another module. A right that carries computing already (a converted mine, a data centre) is held,
 * and none for a newcomer; neither is that of a facility that has retired or was given up. New land holds none. Where nobody measured a
 * facility's right it may be nothing or all that is asked for. Reads one block; for one thread.
 */
final class OpenPart {
    /** Criterion of another module: firm import right that a facility holds, MW. */
    static final String IMPORT_RIGHT = "importRightMw";

    static final String STATUS = "facilityStatus";
    static final String KIND = "facilityKind";

    private final SiteBlock sites;
    private final double askedMw;
    private final @Nullable MeasurementColumn rights;
    private final @Nullable String[] statuses;
    private final @Nullable String[] kinds;

    /** @param askedMw load that is to be connected, MW, above 0 */
    OpenPart(SiteBlock sites, double askedMw) {
        this.sites = sites;
        this.askedMw = askedMw;
        rights = sites.measured(IMPORT_RIGHT);
        statuses = sites.texts(STATUS);
        kinds = sites.texts(KIND);
    }

    /** Least part of the load asked for that still needs a connection, 0..1. */
    double lower(int site) {
        if (holdsNone(site)) {
            return 1;
        }
        return rights != null && rights.isKnown(site) ? open(rights.upper(site)) : 0;
    }

    /** Greatest such part, 0..1. */
    double upper(int site) {
        return holdsNone(site) || rights == null || !rights.isKnown(site) ? 1 : open(rights.lower(site));
    }

    private double open(double rightMw) {
        return 1 - Math.min(1, Math.max(0, rightMw) / askedMw);
    }

    private boolean holdsNone(int site) {
        if (sites.origin(site) == SiteOrigin.GREENFIELD || "DATA_CENTER".equals(kinds[site])) {
            return true;
        }
        String status = statuses[site];
        return "CONVERTED".equals(status) || "RETIRED".equals(status) || "WITHDRAWN".equals(status);
    }
}
