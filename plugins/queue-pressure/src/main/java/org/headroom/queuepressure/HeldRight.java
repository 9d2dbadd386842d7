package org.headroom.queuepressure;

import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the load asked for is connected already, so that it waits in no queue: the import right that an existing facility holds,
 * up to its MW. A figure that is contracted or energised at a facility that runs is a right; one that says less may be anything up to the
 * figure; a facility that is not built, or given up, holds none, and a right to export is none to import. Reads one block; for one thread.
 */
final class HeldRight {
    private final SiteBlock sites;
    private final double askedMw;
    private final double[] figures;
    private final @Nullable String[] statuses;
    private final @Nullable String[] meanings;
    private final @Nullable String[] kinds;
    private final @Nullable String[] rights;

    /** @param askedMw load that is to be connected, MW, above 0 */
    HeldRight(SiteBlock sites, double askedMw) {
        this.sites = sites;
        this.askedMw = askedMw;
        figures = sites.numbers("contractedCapacityMw");
        statuses = sites.texts("facilityStatus");
        meanings = sites.texts("capacityMeaning");
        kinds = sites.texts("facilityKind");
        rights = sites.texts("connectionRight");
    }

    /** Least part of the load asked for that still needs a connection, 0..1. */
    double openLower(int site) {
        if (sites.origin(site) == SiteOrigin.GREENFIELD || holdsNone(site)) {
            return 1;
        }
        double figure = figures[site];
        if (Double.isNaN(figure)) {
            // A mine or data centre of unknown size may hold all that is asked for; a plant's connection is for what it
            // sends out.
            return "OTHER".equals(kinds[site]) ? 1 : 0;
        }
        return 1 - Math.min(1, Math.max(0, figure) / askedMw);
    }

    /** Greatest such part, 0..1. */
    double openUpper(int site) {
        return isRight(site) ? openLower(site) : 1;
    }

    private boolean holdsNone(int site) {
        String status = statuses[site];
        boolean isUnbuilt = "PROPOSED".equals(status) || "DELAYED".equals(status);
        boolean isNoImport = "EXPORT".equals(rights[site]) || "NONE".equals(rights[site]);
        return isNoImport || "WITHDRAWN".equals(status) || isUnbuilt && !isRightWord(site);
    }

    private boolean isRight(int site) {
        boolean runs = "OPERATING".equals(statuses[site]) || "CONVERTED".equals(statuses[site]);
        boolean energised = "BUILDING".equals(statuses[site]) && "ENERGISED".equals(meanings[site]);
        return sites.origin(site) != SiteOrigin.GREENFIELD
                && !holdsNone(site)
                && !Double.isNaN(figures[site])
                && (runs && isRightWord(site) || energised);
    }

    private boolean isRightWord(int site) {
        return "CONTRACTED".equals(meanings[site]) || "ENERGISED".equals(meanings[site]);
    }
}
