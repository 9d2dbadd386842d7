package org.headroom.runs.table;

import org.headroom.export.AreaSource;
import org.headroom.export.RankedTable;
import org.jspecify.annotations.Nullable;

/**
 * A ranking to be published.
 *
 * @param table its rows
 * @param areas areas of the sites, read through the windows of the table
 */
public record Ranking(RankedTable table, AreaSource areas) {
    /** Gives the areas of records, for sites that are areas. */
    @FunctionalInterface
    public interface AreaLookup {
        /**
         * The area of a record as well-known binary, polygon or multipolygon in EPSG:4326; null when it has none.
         *
         * @param layer place of its layer in the project, from 0
         * @param record from 0
         */
        byte @Nullable [] wkb(int layer, int record);
    }
}
