package org.headroom.layers.source;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One record as the file holds it.
 *
 * @param number from 1, header rows not counted
 * @param values one value a column: String, Long, Double, Boolean or LocalDate; null when missing
 * @param geometry in the source's reference system, x first; owned by the receiver; null when missing
 * @param damage why the record cannot be read, without a full stop; null when it can
 */
public record RawRecord(
        long number,
        @Nullable Object[] values,
        @Nullable Geometry geometry,
        @Nullable String damage) {
    static RawRecord damaged(long number, @Nullable Object[] values, String damage) {
        return new RawRecord(number, values, null, damage);
    }
}
