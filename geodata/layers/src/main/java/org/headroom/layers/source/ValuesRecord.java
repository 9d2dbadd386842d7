package org.headroom.layers.source;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A record whose values lie ready in an array, one a column. */
record ValuesRecord(
        long number,
        @Nullable Object[] values,
        @Nullable Geometry geometry,
        @Nullable String damage) implements RawRecord {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    static ValuesRecord damaged(long number, @Nullable Object[] values, String damage) {
        return new ValuesRecord(number, values, null, damage);
    }

    /** A record with the number, the damage and a copy of the shape of another, but with other values. */
    static ValuesRecord like(RawRecord record, @Nullable Object[] values) {
        Geometry shape = record.geometry();
        if (record.isPoint()) {
            shape = FACTORY.createPoint(new Coordinate(record.x(), record.y()));
        } else if (shape != null) {
            // The receiver may change it, and the other record may be asked again.
            shape = shape.copy();
        }
        return new ValuesRecord(record.number(), values, shape, record.damage());
    }

    /** The values of a record in the first places of a new array. */
    static @Nullable Object[] values(RawRecord record, int columns, int length) {
        @Nullable Object[] values = new @Nullable Object[length];
        for (int i = 0; i < columns; i++) {
            values[i] = record.value(i);
        }
        return values;
    }

    @Override
    public @Nullable Object value(int column) {
        return values[column];
    }
}
