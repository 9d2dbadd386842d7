package org.headroom.layers.format;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A record whose values lie ready in an array, one a column. */
public record ValuesRecord(
        long number,
        @Nullable Object[] values,
        @Nullable Geometry geometry,
        @Nullable String damage) implements RawRecord {
    /** A record that cannot be read; with the values that can. */
    public static ValuesRecord damaged(long number, @Nullable Object[] values, String damage) {
        return new ValuesRecord(number, values, null, damage);
    }

    @Override
    public @Nullable Object value(int column) {
        return values[column];
    }

    @Override
    public @Nullable String text(int column) {
        return values[column] instanceof CellError ? null : RawRecord.super.text(column);
    }
}
