package org.headroom.spi;

import org.headroom.model.SiteOrigin;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Some thousand sites, numbered from 0 within the block. Read by one thread at a time; not valid after the call that it was given to. */
public interface SiteBlock {
    /** Number of sites, at least 1. */
    int size();

    String siteId(int site);

    SiteOrigin origin(int site);

    /**
     * Degrees east of each site, EPSG:4326; only the first {@link #size} values count. Do not write to it. A site whose place is known coarsely
     * ({@code placeRadiusKm}, {@code placePrecision} COUNTY) is measured in a block of its own too, once at each of several places; what differs
     * among them becomes an interval or UNKNOWN. So a module may take every site for a point.
     */
    double[] longitudes();

    /** Degrees north of each site. */
    double[] latitudes();

    /**
     * A number from {@link org.headroom.model.SiteAttributes} for each site, NaN where missing. Do not write to it.
     *
     * @throws IllegalArgumentException when there is no such number attribute
     */
    double[] numbers(String attribute);

    /**
     * A text from {@link org.headroom.model.SiteAttributes} for each site, null where missing. Do not write to it.
     *
     * @throws IllegalArgumentException when there is no such text attribute
     */
    @Nullable
    String[] texts(String attribute);

    /**
     * The area of a site, in EPSG:4326 and valid; null for a site that is a point. Do not change it. Since version 4.
     */
    default @Nullable Geometry area(int site) {
        return null;
    }

    /**
     * What another module measured at the sites of the block; null when no installed module measures it. Do not write to it. Since version 6.
     *
     * @param criterionId one that the module names among its {@link ScoringModule#inputs}
     * @throws IllegalArgumentException when the module does not name it
     */
    default @Nullable MeasurementColumn measured(String criterionId) {
        return null;
    }
}
