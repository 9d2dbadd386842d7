package org.headroom.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.Checksum;

/**
 * One column of a {@link PlaneFile}: values of one width for every site, little endian, in which all bits zero stand for what is usual. A
 * block of nothing but zeros is not written: it stays a hole in the file, or lies beyond its end, and reads as zeros. Written in place, so
 * that writing a block again after a restart changes nothing. Several threads may read and write different blocks.
 */
public final class Plane {
    /** What a thread moves at once: a block of sites in one go. */
    private static final int SCRATCH_BYTES = 1 << 16;

    private static final ThreadLocal<ByteBuffer> SCRATCH = ThreadLocal.withInitial(
            () -> ByteBuffer.allocateDirect(SCRATCH_BYTES).order(ByteOrder.LITTLE_ENDIAN));

    private final FileChannel channel;
    private final long offset;
    private final int width;

    /** @param width bytes of one value */
    Plane(FileChannel channel, long offset, int width) {
        this.channel = channel;
        this.offset = offset;
        this.width = width;
    }

    public void writeDoubles(long first, int count, double[] values) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Double.BYTES);
            ByteBuffer scratch = SCRATCH.get().clear();
            long any = 0;
            for (int i = from; i < to; i++) {
                long bits = Double.doubleToRawLongBits(values[i]);
                any |= bits;
                scratch.putLong(bits);
            }
            write(first + from, any);
        }
    }

    public void readDoubles(long first, int count, double[] values) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Double.BYTES);
            read(first + from, to - from).asDoubleBuffer().get(values, from, to - from);
        }
    }

    /** Writes values as their difference, bit by bit, from those that they usually equal. */
    public void writeDoubles(long first, int count, double[] values, double[] usual) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Double.BYTES);
            ByteBuffer scratch = SCRATCH.get().clear();
            long any = 0;
            for (int i = from; i < to; i++) {
                long bits = Double.doubleToRawLongBits(values[i]) ^ Double.doubleToRawLongBits(usual[i]);
                any |= bits;
                scratch.putLong(bits);
            }
            write(first + from, any);
        }
    }

    public void readDoubles(long first, int count, double[] values, double[] usual) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Double.BYTES);
            ByteBuffer scratch = read(first + from, to - from);
            for (int i = from; i < to; i++) {
                values[i] = Double.longBitsToDouble(scratch.getLong() ^ Double.doubleToRawLongBits(usual[i]));
            }
        }
    }

    /** Several longs a site, as many as the width holds. */
    public void writeLongs(long first, int count, long[] values) {
        int perSite = width / Long.BYTES;
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / width);
            ByteBuffer scratch = SCRATCH.get().clear();
            long any = 0;
            for (int i = from * perSite; i < to * perSite; i++) {
                any |= values[i];
                scratch.putLong(values[i]);
            }
            write(first + from, any);
        }
    }

    public void readLongs(long first, int count, long[] values) {
        int perSite = width / Long.BYTES;
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / width);
            read(first + from, to - from).asLongBuffer().get(values, from * perSite, (to - from) * perSite);
        }
    }

    /** Whole numbers that are usually {@code usual}. */
    public void writeInts(long first, int count, int[] values, int usual) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Integer.BYTES);
            ByteBuffer scratch = SCRATCH.get().clear();
            long any = 0;
            for (int i = from; i < to; i++) {
                any |= values[i] - usual;
                scratch.putInt(values[i] - usual);
            }
            write(first + from, any);
        }
    }

    public void readInts(long first, int count, int[] values, int usual) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Integer.BYTES);
            ByteBuffer scratch = read(first + from, to - from);
            for (int i = from; i < to; i++) {
                values[i] = scratch.getInt() + usual;
            }
        }
    }

    public void writeShorts(long first, int count, short[] values) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Short.BYTES);
            ByteBuffer scratch = SCRATCH.get().clear();
            long any = 0;
            for (int i = from; i < to; i++) {
                any |= values[i];
                scratch.putShort(values[i]);
            }
            write(first + from, any);
        }
    }

    public void readShorts(long first, int count, short[] values) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / Short.BYTES);
            read(first + from, to - from).asShortBuffer().get(values, from, to - from);
        }
    }

    public void writeBytes(long first, int count, byte[] values) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES);
            long any = 0;
            for (int i = from; i < to; i++) {
                any |= values[i];
            }
            SCRATCH.get().clear().put(values, from, to - from);
            write(first + from, any);
        }
    }

    public void readBytes(long first, int count, byte[] values) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES);
            read(first + from, to - from).get(values, from, to - from);
        }
    }

    /** Adds the bytes of some sites to a check sum. */
    public void addTo(Checksum sum, long first, int count) {
        for (int from = 0, to; from < count; from = to) {
            to = Math.min(count, from + SCRATCH_BYTES / width);
            sum.update(read(first + from, to - from));
        }
    }

    /** Where the plane ends when it holds so many sites. */
    long end(long sites) {
        return offset + sites * width;
    }

    /** Whether a file of this length holds any byte of the plane. */
    boolean isWithin(long length) {
        return length > offset;
    }

    private void write(long first, long any) {
        if (any == 0) {
            return;
        }
        ByteBuffer scratch = SCRATCH.get().flip();
        long position = offset + first * width;
        try {
            while (scratch.hasRemaining()) {
                position += channel.write(scratch, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer read(long first, int count) {
        ByteBuffer scratch = SCRATCH.get().clear().limit(count * width);
        long position = offset + first * width;
        try {
            while (scratch.hasRemaining()) {
                int n = channel.read(scratch, position);
                if (n < 0) {
                    while (scratch.hasRemaining()) {
                        scratch.put((byte) 0);
                    }
                } else {
                    position += n;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scratch.flip();
    }
}
