package org.headroom.layers.column;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;

/** The bytes of a column, in equal parts of a power of two but for the last, so that it may be larger than one buffer. Immutable. */
public final class ColumnBytes {
    private final ByteBuffer[] parts;
    private final int shift;
    private final long size;

    /** @param shift each part but the last has {@code 1 << shift} bytes, from position 0 to its limit */
    ColumnBytes(List<ByteBuffer> parts, int shift) {
        this.parts = parts.stream()
                .map(p -> p.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN))
                .toArray(ByteBuffer[]::new);
        this.shift = shift;
        long bytes = 0;
        for (ByteBuffer part : this.parts) {
            bytes += part.limit();
        }
        this.size = bytes;
    }

    /** Number of bytes. */
    public long size() {
        return size;
    }

    /** The number at a byte; numbers stand at multiples of their size. */
    double getDouble(long at) {
        return part(at).getDouble(offset(at));
    }

    long getLong(long at) {
        return part(at).getLong(offset(at));
    }

    int getInt(long at) {
        return part(at).getInt(offset(at));
    }

    /** The number at any byte. */
    int getUnalignedInt(long at) {
        ByteBuffer part = part(at);
        int offset = offset(at);
        if (part.limit() - offset >= Integer.BYTES) {
            return part.getInt(offset);
        }
        return ByteBuffer.wrap(getBytes(at, Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    /** Copies numbers that stand one after the other. */
    void get(long at, double[] out, int count) {
        for (int done = 0; done < count; ) {
            long next = at + 8L * done;
            ByteBuffer part =
                    part(next).duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset(next));
            int some = Math.min(count - done, part.remaining() / Double.BYTES);
            part.asDoubleBuffer().get(out, done, some);
            done += some;
        }
    }

    /** As {@link #get(long, double[], int)}. */
    void get(long at, int[] out, int count) {
        for (int done = 0; done < count; ) {
            long next = at + 4L * done;
            ByteBuffer part =
                    part(next).duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset(next));
            int some = Math.min(count - done, part.remaining() / Integer.BYTES);
            part.asIntBuffer().get(out, done, some);
            done += some;
        }
    }

    /** Copies numbers that stand one after the other. */
    public void get(long at, float[] out, int count) {
        for (int done = 0; done < count; ) {
            long next = at + 4L * done;
            ByteBuffer part =
                    part(next).duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset(next));
            int some = Math.min(count - done, part.remaining() / Float.BYTES);
            part.asFloatBuffer().get(out, done, some);
            done += some;
        }
    }

    /** Copies bytes from anywhere. */
    public byte[] getBytes(long at, int length) {
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

    /** CRC-32C of all bytes. */
    public int checkSum() {
        CRC32C sum = new CRC32C();
        for (ByteBuffer part : parts) {
            sum.update(part.duplicate());
        }
        return (int) sum.getValue();
    }

    private ByteBuffer part(long at) {
        return parts[(int) (at >>> shift)];
    }

    private int offset(long at) {
        return (int) (at & (1L << shift) - 1);
    }
}
