package org.headroom.timetopower;

import org.headroom.model.SiteOrigin;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** The import right that a newcomer could use at the sites of one block, MW, as another module measures it; new land holds none. For one thread. */
final class UsableRight {
    private final SiteBlock sites;
    private final @Nullable MeasurementColumn rights;

    UsableRight(SiteBlock sites) {
        this.sites = sites;
        rights = sites.measured(TimeCriteria.USABLE_RIGHT);
    }

    /** Least usable right, MW. */
    double lower(int site) {
        return isNewLand(site) || rights == null || !rights.isKnown(site) ? 0 : rights.lower(site);
    }

    /** Greatest usable right, MW; infinite where nobody says what a facility holds. */
    double upper(int site) {
        if (isNewLand(site)) {
            return 0;
        }
        return rights != null && rights.isKnown(site) ? rights.upper(site) : Double.POSITIVE_INFINITY;
    }

    private boolean isNewLand(int site) {
        return sites.origin(site) == SiteOrigin.GREENFIELD;
    }
}
