package org.headroom.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The bytes of a column where they lie in memory, in equal parts but for the last, so that they may be more than one buffer holds. For single
 * values from anywhere; whoever reads a column from its beginning to its end reads it by {@link Column}. Immutable.
 */
public final class ColumnMap {
    private final ByteBuffer[] parts;
    private final int shift;

    /** @param shift each part but the last has {@code 1 << shift} bytes, from position 0 to its limit */
    ColumnMap(List<ByteBuffer> parts, int shift) {
        this.parts = parts.stream()
                .map(p -> p.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN))
                .toArray(ByteBuffer[]::new);
        this.shift = shift;
    }

    /** A number of a column of eight bytes a row, in which {@code usual} is stored as zeros. */
    public double getDouble(long row, double usual) {
        return Double.longBitsToDouble(getLong(row) ^ Double.doubleToRawLongBits(usual));
    }

    /** A whole number of a column of eight bytes a row. */
    public long getLong(long row) {
        long at = row * Long.BYTES;
        return part(at).getLong(offset(at));
    }

    /** A whole number of a column of four bytes a row, in which {@code usual} is stored as zeros. */
    public int getInt(long row, int usual) {
        long at = row * Integer.BYTES;
        return part(at).getInt(offset(at)) + usual;
    }

    byte[] getBytes(long at, int length) {
        byte[] out = new byte[length];
        for (int done = 0; done < length; ) {
            ByteBuffer part = part(at + done);
            int offset = offset(at + done);
            int some = Math.min(length - done, part.limit() - offset);
            part.get(offset, out, done, some);
            done += some;
        }
        return out;
    }

    private ByteBuffer part(long at) {
        return parts[(int) (at >>> shift)];
    }

    private int offset(long at) {
        return (int) (at & (1L << shift) - 1);
    }
}
