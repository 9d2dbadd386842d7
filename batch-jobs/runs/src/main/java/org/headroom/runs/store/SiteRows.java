package org.headroom.runs.store;

import org.jspecify.annotations.Nullable;

/** Some candidate sites that are to be written, column by column; only the first {@link #size} places of an array count. */
public interface SiteRows {
    int size();

    String siteId(int row);

    /** Degrees east. */
    double[] longitudes();

    /** Degrees north. */
    double[] latitudes();

    /** A number attribute or {@link SiteWriter#AREA}, NaN where missing; null when none of the sites has it. */
    double @Nullable [] numbers(String attribute);

    /** A text attribute other than the id, null where missing; null when none of the sites has it. */
    @Nullable
    String @Nullable [] texts(String attribute);
}
