package org.headroom.layers.format;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One record as the file holds it. A source may give the same object again for the next record, so nothing of it may be kept but what
 * {@link #value}, {@link #text} and {@link #geometry} return.
 */
public interface RawRecord {
    /** From 1, header rows not counted. */
    long number();

    /** The value of a column, from 0: String, Long, Double, Boolean, LocalDate or CellError; null when missing. */
    @Nullable
    Object value(int column);

    /**
     * The value of a column that holds a number or its text, without making objects where the format allows that. NaN when the value is
     * missing, is no number, or is none that {@link Numbers} would take: {@link #value} then says which.
     */
    default double decimal(int column) {
        Object value = value(column);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value == null) {
            return Double.NaN;
        }
        try {
            return Numbers.parse(value.toString());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The value of a column as text without outer blanks, whole numbers without a decimal point; null when missing. */
    default @Nullable String text(int column) {
        Object value = value(column);
        return value == null ? null : Numbers.text(value).strip();
    }

    /** The shape in the source's reference system, x first; owned by the receiver; null when missing and when {@link #isPoint}. */
    @Nullable
    Geometry geometry();

    /** Whether the shape is a point given by {@link #x} and {@link #y} rather than by {@link #geometry}. */
    default boolean isPoint() {
        return false;
    }

    /** The point in the source's reference system; NaN when not {@link #isPoint}. */
    default double x() {
        return Double.NaN;
    }

    /** As {@link #x}. */
    default double y() {
        return Double.NaN;
    }

    /** Why the record cannot be read, without a full stop; null when it can. */
    @Nullable
    String damage();
}
