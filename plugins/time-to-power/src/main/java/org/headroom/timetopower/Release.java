package org.headroom.timetopower;

import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Months until a moratorium lets permits be asked for, as the moratorium module measured its gate and its days at the sites of one block. Where nobody
 * has checked, there may be none, or one that has just begun; one that is proposed, in doubt or holds in a part may not hold here. For one thread.
 */
final class Release {
    private static final double DAYS_PER_MONTH = 365.25 / 12;
    private static final double PASS = 0;
    private static final double FAIL = 2;

    private final TimeParameters parameters;
    private final @Nullable MeasurementColumn gate;
    private final @Nullable MeasurementColumn days;

    Release(SiteBlock sites, TimeParameters parameters) {
        this.parameters = parameters;
        gate = sites.measured(TimeCriteria.MORATORIUM_GATE);
        days = sites.measured(TimeCriteria.MORATORIUM_DAYS);
    }

    /** Earliest release, months. */
    double lower(int site) {
        boolean isCertain = gate != null && gate.isKnown(site) && gate.lower(site) >= FAIL;
        return isCertain && days != null && days.isKnown(site) ? days.lower(site) / DAYS_PER_MONTH : 0;
    }

    /** Latest release, months. */
    double upper(int site) {
        if (gate == null || !gate.isKnown(site)) {
            return parameters.uncheckedReleaseMonths();
        }
        if (gate.upper(site) <= PASS) {
            return 0;
        }
        return days != null && days.isKnown(site)
                ? days.upper(site) / DAYS_PER_MONTH
                : parameters.openEndedReleaseMonths();
    }
}
