package org.headroom.layers.format.flatgeobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Header;

/** The values of a feature: the number of a column, then its value, over and over (FlatGeobuf, specification 3.0, 2020). */
final class PropertyReader {
    private final List<String> names = new ArrayList<>();
    private final int[] types;

    PropertyReader(Header header) {
        // A damaged length would ask for any amount of memory.
        if (header.columnsLength() > header.getByteBuffer().capacity() / 4) {
            throw new IllegalArgumentException("more columns than the header has room for");
        }
        types = new int[header.columnsLength()];
        for (int i = 0; i < types.length; i++) {
            Column column = header.columns(i);
            names.add(String.valueOf(column.name()));
            types[i] = column.type();
        }
    }

    List<String> names() {
        return names;
    }

    /**
     * Fills the values of one feature. An IllegalArgumentException when the bytes are not what the columns say.
     *
     * @param bytes null when the feature has no values
     */
    void read(@Nullable ByteBuffer bytes, @Nullable Object[] into) {
        if (bytes == null) {
            return;
        }
        ByteBuffer at = bytes.order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (at.hasRemaining()) {
                int column = at.getShort() & 0xFFFF;
                into[column] = value(types[column], at);
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("values are cut", e);
        }
    }

    private static @Nullable Object value(int type, ByteBuffer at) {
        return switch (type) {
            case ColumnType.Byte -> (Object) (long) at.get();
            case ColumnType.UByte -> (long) (at.get() & 0xFF);
            case ColumnType.Bool -> at.get() != 0;
            case ColumnType.Short -> (long) at.getShort();
            case ColumnType.UShort -> (long) (at.getShort() & 0xFFFF);
            case ColumnType.Int -> (long) at.getInt();
            case ColumnType.UInt -> at.getInt() & 0xFFFFFFFFL;
            case ColumnType.Long -> at.getLong();
            case ColumnType.ULong -> unsigned(at.getLong());
            case ColumnType.Float -> decimal(at.getFloat(), Float.toString(at.getFloat(at.position() - 4)));
            case ColumnType.Double -> decimal(at.getDouble(), "");
            case ColumnType.String, ColumnType.Json, ColumnType.DateTime -> text(at);
            case ColumnType.Binary -> {
                at.position(at.position() + length(at));
                yield null;
            }
            default -> throw new IllegalArgumentException("unknown type of column " + type);
        };
    }

    private static Object unsigned(long value) {
        return value >= 0 ? (Object) value : Long.toUnsignedString(value);
    }

    /** A float by its own digits: 0.1 is not to become 0.10000000149. */
    private static @Nullable Object decimal(double value, String digits) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return digits.isEmpty() ? (Object) value : (Object) Double.valueOf(digits);
    }

    private static int length(ByteBuffer at) {
        int length = at.getInt();
        if (length < 0 || length > at.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private static @Nullable String text(ByteBuffer at) {
        byte[] bytes = new byte[length(at)];
        at.get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isBlank() ? null : text;
    }
}
