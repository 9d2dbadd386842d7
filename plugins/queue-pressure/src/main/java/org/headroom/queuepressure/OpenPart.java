package org.headroom.queuepressure;

import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the load asked for has no connection yet, so that it waits: all but the firm import right that stands free at the place. What an existing
 * facility holds, and whether a newcomer could use it, another module measures; new land holds none, and where nobody measured a facility's right it may be
 * nothing or all that is asked for. Reads one block; for one thread.
 */
final class OpenPart {
    /** Criterion of another module: firm import right that a newcomer could use, MW. */
    static final String USABLE_RIGHT = "usableRightMw";

    private final SiteBlock sites;
    private final double askedMw;
    private final @Nullable MeasurementColumn rights;

    /** @param askedMw load that is to be connected, MW, above 0 */
    OpenPart(SiteBlock sites, double askedMw) {
        this.sites = sites;
        this.askedMw = askedMw;
        rights = sites.measured(USABLE_RIGHT);
    }

    /** Least part of the load asked for that still needs a connection, 0..1. */
    double lower(int site) {
        if (isNewLand(site)) {
            return 1;
        }
        return rights != null && rights.isKnown(site) ? open(rights.upper(site)) : 0;
    }

    /** Greatest such part, 0..1. */
    double upper(int site) {
        return isNewLand(site) || rights == null || !rights.isKnown(site) ? 1 : open(rights.lower(site));
    }

    private boolean isNewLand(int site) {
        return sites.origin(site) == SiteOrigin.GREENFIELD;
    }

    private double open(double rightMw) {
        return 1 - Math.min(1, rightMw / askedMw);
    }
}
