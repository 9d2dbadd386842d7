package org.headroom.layers.format.geoparquet;

import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;

/** What a column says that its bytes mean, in either of the two ways that Parquet has for it. */
enum Annotation {
    NONE,
    TEXT,
    BYTES,
    UNSIGNED,
    DECIMAL,
    DATE,
    TIME,
    INSTANT,
    LOCAL_TIMESTAMP,
    UUID,
    HALF,
    GEOMETRY;

    static Annotation of(SchemaElement column) {
        LogicalType logical = column.logicalType;
        return logical != null && logical.getSetField() != null ? logical(logical) : converted(column);
    }

    private static Annotation logical(LogicalType logical) {
        return switch (logical.getSetField()) {
            case STRING, ENUM, JSON -> TEXT;
            case DECIMAL -> DECIMAL;
            case DATE -> DATE;
            case TIME -> TIME;
            case TIMESTAMP -> logical.getTIMESTAMP().isAdjustedToUTC ? INSTANT : LOCAL_TIMESTAMP;
            case INTEGER -> logical.getINTEGER().isSigned ? NONE : UNSIGNED;
            case UUID -> UUID;
            case FLOAT16 -> HALF;
            case GEOMETRY, GEOGRAPHY -> GEOMETRY;
            default -> BYTES;
        };
    }

    private static Annotation converted(SchemaElement column) {
        if (column.converted_type == null) {
            // Old programs write texts without a word about them.
            return BYTES;
        }
        return switch (column.converted_type) {
            case UTF8, ENUM, JSON -> TEXT;
            case DECIMAL -> DECIMAL;
            case DATE -> DATE;
            case TIME_MILLIS, TIME_MICROS -> TIME;
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> INSTANT;
            case UINT_8, UINT_16, UINT_32, UINT_64 -> UNSIGNED;
            case INT_8, INT_16, INT_32, INT_64 -> NONE;
            default -> BYTES;
        };
    }

    /** Nanoseconds of the unit that a time or timestamp is counted in. */
    static long nanos(SchemaElement column) {
        LogicalType logical = column.logicalType;
        TimeUnit unit = null;
        if (logical != null && logical.isSetTIME()) {
            unit = logical.getTIME().unit;
        } else if (logical != null && logical.isSetTIMESTAMP()) {
            unit = logical.getTIMESTAMP().unit;
        }
        if (unit != null) {
            return unit.isSetNANOS() ? 1 : unit.isSetMICROS() ? 1_000 : 1_000_000;
        }
        String converted = String.valueOf(column.converted_type);
        return converted.endsWith("MICROS") ? 1_000 : 1_000_000;
    }
}
