package org.headroom.layers.column;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a column, in equal parts of a power of two but for the last, so that it may be larger than one buffer. What is read from the
 * beginning to the end is read from the file, where there is one: pages of a map would stay in memory, and a column may be larger than
 * that. Immutable.
 */
public final class ColumnBytes {
    private static final int BUFFER_BYTES = 1 << 16;

    private final @Nullable FileChannel file;
    private final ByteBuffer[] parts;
    private final int shift;
    private final long size;

    /** @param shift each part but the last has {@code 1 << shift} bytes, from position 0 to its limit */
    ColumnBytes(List<ByteBuffer> parts, int shift) {
        this(null, parts, shift);
    }

    /** @param file the file that the parts are maps of; stays open as long as this is used */
    ColumnBytes(@Nullable FileChannel file, List<ByteBuffer> parts, int shift) {
        this.file = file;
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
            ByteBuffer some = some(at + 8L * done, 8L * (count - done));
            int numbers = some.remaining() / Double.BYTES;
            some.asDoubleBuffer().get(out, done, numbers);
            done += numbers;
        }
    }

    /** As {@link #get(long, double[], int)}. */
    void get(long at, long[] out, int count) {
        for (int done = 0; done < count; ) {
            ByteBuffer some = some(at + 8L * done, 8L * (count - done));
            int numbers = some.remaining() / Long.BYTES;
            some.asLongBuffer().get(out, done, numbers);
            done += numbers;
        }
    }

    /** As {@link #get(long, double[], int)}. */
    void get(long at, int[] out, int count) {
        for (int done = 0; done < count; ) {
            ByteBuffer some = some(at + 4L * done, 4L * (count - done));
            int numbers = some.remaining() / Integer.BYTES;
            some.asIntBuffer().get(out, done, numbers);
            done += numbers;
        }
    }

    /** As {@link #get(long, double[], int)}. */
    public void get(long at, float[] out, int count) {
        for (int done = 0; done < count; ) {
            ByteBuffer some = some(at + 4L * done, 4L * (count - done));
            int numbers = some.remaining() / Float.BYTES;
            some.asFloatBuffer().get(out, done, numbers);
            done += numbers;
        }
    }

    /** Some bytes from a place on, at least a number and at most as many as are wanted. */
    private ByteBuffer some(long at, long wanted) {
        FileChannel from = file;
        if (from == null) {
            ByteBuffer part =
                    part(at).duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset(at));
            return part.remaining() <= wanted ? part : part.limit(part.position() + (int) wanted);
        }
        ByteBuffer buffer =
                ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, wanted)).order(ByteOrder.LITTLE_ENDIAN);
        read(from, at, buffer);
        return buffer.flip();
    }

    private static void read(FileChannel from, long at, ByteBuffer to) {
        long start = at - to.position();
        try {
            while (to.hasRemaining()) {
                if (from.read(to, start + to.position()) < 0) {
                    throw new EOFException("a column is " + to.remaining() + " bytes too short");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies bytes that are read from the beginning of a column to its end. */
    byte[] getBytesInOrder(long at, int length) {
        FileChannel from = file;
        if (from == null) {
            return getBytes(at, length);
        }
        byte[] out = new byte[length];
        read(from, at, ByteBuffer.wrap(out));
        return out;
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
        for (long at = 0; at < size; ) {
            ByteBuffer some = some(at, size - at);
            at += some.remaining();
            sum.update(some);
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
