package org.headroom.layers.format.geoparquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.io.api.Binary;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** What the types of Parquet (Parquet format 2.12, LogicalTypes.md) become: days are dates, times are texts as ISO 8601 writes them. */
final class CellReaders {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;
    private static final int INTERVAL_BYTES = 12;

    private static final CellReader WHOLE_32 = new CellReader() {
        @Override
        public Object read(ColumnReader column) {
            return (long) column.getInteger();
        }

        @Override
        public double decimal(ColumnReader column) {
            return column.getInteger();
        }
    };

    private static final CellReader WHOLE_64 = new CellReader() {
        @Override
        public Object read(ColumnReader column) {
            return column.getLong();
        }

        @Override
        public double decimal(ColumnReader column) {
            return column.getLong();
        }
    };

    private static final CellReader DOUBLE = new CellReader() {
        @Override
        public @Nullable Object read(ColumnReader column) {
            return number(column.getDouble(), "");
        }

        @Override
        public double decimal(ColumnReader column) {
            double value = column.getDouble();
            return Double.isInfinite(value) ? Double.NaN : value;
        }
    };

    private CellReaders() {}

    /** The reader for a column as its entry in the schema describes it. */
    static CellReader of(SchemaElement column) throws SourceException {
        Annotation annotation = Annotation.of(column);
        if (annotation == Annotation.DECIMAL) {
            return decimals(column);
        }
        return switch (column.type) {
            case BOOLEAN -> ColumnReader::getBoolean;
            case INT32 -> whole32(annotation, column);
            case INT64 -> whole64(annotation, column);
            case INT96 -> c -> julian(c.getBinary());
            case FLOAT -> c -> number(c.getFloat(), Float.toString(c.getFloat()));
            case DOUBLE -> DOUBLE;
            case BYTE_ARRAY -> annotation == Annotation.BYTES ? c -> bytes(c.getBinary()) : c -> text(c.getBinary());
            case FIXED_LEN_BYTE_ARRAY -> fixed(annotation, column.type_length);
        };
    }

    private static CellReader whole32(Annotation annotation, SchemaElement column) {
        return switch (annotation) {
            case DATE -> c -> LocalDate.ofEpochDay(c.getInteger());
            case TIME -> c -> time(c.getInteger(), Annotation.nanos(column));
            case UNSIGNED -> c -> c.getInteger() & 0xFFFFFFFFL;
            default -> WHOLE_32;
        };
    }

    private static CellReader whole64(Annotation annotation, SchemaElement column) {
        long nanos = Annotation.nanos(column);
        return switch (annotation) {
            case TIME -> c -> time(c.getLong(), nanos);
            case INSTANT -> c -> dateTime(c.getLong(), nanos) + "Z";
            case LOCAL_TIMESTAMP -> c -> dateTime(c.getLong(), nanos);
            case UNSIGNED -> c -> c.getLong() >= 0 ? (Object) c.getLong() : Long.toUnsignedString(c.getLong());
            default -> WHOLE_64;
        };
    }

    private static CellReader fixed(Annotation annotation, int length) {
        if (annotation == Annotation.UUID && length == 2 * Long.BYTES) {
            return c -> {
                ByteBuffer bytes = c.getBinary().toByteBuffer();
                return new UUID(bytes.getLong(), bytes.getLong()).toString();
            };
        }
        if (annotation == Annotation.HALF && length == Short.BYTES) {
            return c -> {
                float value = half(c.getBinary()
                        .toByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getShort());
                return number(value, Float.toString(value));
            };
        }
        return annotation == Annotation.TEXT ? c -> text(c.getBinary()) : c -> bytes(c.getBinary());
    }

    private static CellReader decimals(SchemaElement column) throws SourceException {
        LogicalType logical = column.logicalType;
        int scale = logical != null && logical.isSetDECIMAL() ? logical.getDECIMAL().scale : column.scale;
        if (scale < 0 || scale > 1000) {
            throw Damage.in("column \"" + column.name + "\"");
        }
        return switch (column.type) {
            case INT32 -> c -> scaled(BigInteger.valueOf(c.getInteger()), scale);
            case INT64 -> c -> scaled(BigInteger.valueOf(c.getLong()), scale);
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
                c -> {
                    byte[] bytes = c.getBinary().getBytesUnsafe();
                    return bytes.length == 0 ? null : scaled(new BigInteger(bytes), scale);
                };
            default -> throw Damage.in("column \"" + column.name + "\"");
        };
    }

    private static Object scaled(BigInteger value, int scale) {
        if (scale == 0) {
            // An id may have more digits than a number holds.
            return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value.toString();
        }
        double number = new BigDecimal(value, scale).doubleValue();
        return Double.isInfinite(number) ? Double.toString(number) : (Object) number;
    }

    /** A float by its own digits: 0.1 is not to become 0.10000000149. */
    private static @Nullable Object number(double value, String digits) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return digits.isEmpty() ? (Object) value : (Object) Double.valueOf(digits);
    }

    /** A number of 16 bits (IEEE 754-2008, binary16); JDK 17 has no method for it. */
    private static float half(int bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float value = exponent == 0x1F
                ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                : exponent == 0 ? Math.scalb((float) fraction, -24) : Math.scalb(fraction | 0x400, exponent - 25);
        return (bits & 0x8000) == 0 ? value : -value;
    }

    private static @Nullable String text(Binary value) {
        String text = value.toStringUsingUTF8();
        return text.isBlank() ? null : text;
    }

    /** The sign for what is no text sees to it that no field takes it. */
    private static @Nullable String bytes(Binary value) {
        String text = value.length() == INTERVAL_BYTES ? "\uFFFD" : value.toStringUsingUTF8();
        // No text has a 0 in it; numbers and keys as bytes mostly do.
        if (text.indexOf('\uFFFD') >= 0 || text.indexOf(0) >= 0) {
            return "\uFFFD (" + value.length() + " bytes that are no text)";
        }
        return text.isBlank() ? null : text;
    }

    /** A time that no day has is shown as its number. */
    private static String time(long value, long nanos) {
        long day = 86_400 * (NANOS_PER_SECOND / nanos);
        return value < 0 || value >= day
                ? Long.toString(value)
                : LocalTime.ofNanoOfDay(value * nanos).toString();
    }

    private static String dateTime(long value, long nanos) {
        long perSecond = NANOS_PER_SECOND / nanos;
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(value, perSecond),
                        (int) (Math.floorMod(value, perSecond) * nanos),
                        ZoneOffset.UTC)
                .toString();
    }

    /** The timestamp of old programs: nanoseconds of a day and its Julian number. */
    private static String julian(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        return LocalDate.ofEpochDay(bytes.getInt() - JULIAN_DAY_OF_EPOCH)
                .atStartOfDay()
                .plusNanos(nanos)
                .toString();
    }
}
