package org.headroom.timetopower;

import java.util.Set;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * The import right that a newcomer could use at the sites of one block, MW. What a facility holds is measured by another module; what carries
 * computing already, what is not built yet, and what has retired or was given up leaves nothing to refit. For one thread.
 */
final class UsableRight {
    private static final Set<String> NOTHING_TO_REFIT =
            Set.of("CONVERTED", "PROPOSED", "DELAYED", "RETIRED", "WITHDRAWN");

    private final SiteBlock sites;
    private final @Nullable MeasurementColumn rights;
    private final @Nullable String[] statuses;
    private final @Nullable String[] kinds;

    UsableRight(SiteBlock sites) {
        this.sites = sites;
        rights = sites.measured(TimeCriteria.IMPORT_RIGHT);
        statuses = sites.texts(TimeCriteria.STATUS);
        kinds = sites.texts(TimeCriteria.KIND);
    }

    /** Least usable right, MW. */
    double lower(int site) {
        return holdsNone(site) || rights == null || !rights.isKnown(site) ? 0 : rights.lower(site);
    }

    /** Greatest usable right, MW; infinite where nobody says what a facility holds. */
    double upper(int site) {
        if (holdsNone(site)) {
            return 0;
        }
        return rights != null && rights.isKnown(site) ? rights.upper(site) : Double.POSITIVE_INFINITY;
    }

    private boolean holdsNone(int site) {
        String status = statuses[site];
        return sites.origin(site) == SiteOrigin.GREENFIELD
                || "DATA_CENTER".equals(kinds[site])
                || status != null && NOTHING_TO_REFIT.contains(status);
    }
}
