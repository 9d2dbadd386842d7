package org.headroom.export;

import org.jspecify.annotations.Nullable;

/** The areas of the sites of a ranking. Called by one thread, for rows of the loaded window of its {@link RankedTable}. */
@FunctionalInterface
public interface AreaSource {
    /** Every site is a point. */
    AreaSource NONE = row -> null;

    /**
     * The area of a row as well-known binary (OGC 06-103r4): a polygon or multipolygon of two dimensions in EPSG:4326, longitude first; null
     * for a site that is a point.
     */
    byte @Nullable [] wkb(int row);
}
