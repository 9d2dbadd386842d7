package org.headroom.columns;

import java.nio.ByteBuffer;
import java.util.zip.Checksum;

/**
 * One column of a {@link ColumnFile}: values of one width for every row, little endian, in which all bits zero stand for what is usual. A
 * block of nothing but zeros is not written: it stays a hole in the file, or lies beyond its end, and reads as zeros. Written in place, so
 * that writing a block again after a restart changes nothing. Several threads may read, and write different blocks.
 */
public final class Column {
    private final ColumnBytes bytes;
    private final long offset;
    private final int width;

    /** Puts some of the values, those from a place on, into a buffer, or gets them from it. */
    @FunctionalInterface
    private interface Move {
        void move(ByteBuffer buffer, int from, int count);
    }

    /** @param width bytes of one row */
    Column(ColumnBytes bytes, long offset, int width) {
        this.bytes = bytes;
        this.offset = offset;
        this.width = width;
    }

    public void writeDoubles(long first, int count, double[] values) {
        write(first, count, (to, from, some) -> to.asDoubleBuffer().put(values, from, some));
    }

    public void readDoubles(long first, int count, double[] values) {
        read(first, count, (in, from, some) -> in.asDoubleBuffer().get(values, from, some));
    }

    /** Writes values as their difference, bit by bit, from the one that is usual. */
    public void writeDoubles(long first, int count, double[] values, double usual) {
        long usualBits = Double.doubleToRawLongBits(usual);
        write(first, count, (to, from, some) -> {
            for (int i = from; i < from + some; i++) {
                to.putLong(Double.doubleToRawLongBits(values[i]) ^ usualBits);
            }
        });
    }

    public void readDoubles(long first, int count, double[] values, double usual) {
        long usualBits = Double.doubleToRawLongBits(usual);
        read(first, count, (in, from, some) -> {
            for (int i = from; i < from + some; i++) {
                values[i] = Double.longBitsToDouble(in.getLong() ^ usualBits);
            }
        });
    }

    /** Writes values as their difference, bit by bit, from those that they usually equal. */
    public void writeDoubles(long first, int count, double[] values, double[] usual) {
        write(first, count, (to, from, some) -> {
            for (int i = from; i < from + some; i++) {
                to.putLong(Double.doubleToRawLongBits(values[i]) ^ Double.doubleToRawLongBits(usual[i]));
            }
        });
    }

    public void readDoubles(long first, int count, double[] values, double[] usual) {
        read(first, count, (in, from, some) -> {
            for (int i = from; i < from + some; i++) {
                values[i] = Double.longBitsToDouble(in.getLong() ^ Double.doubleToRawLongBits(usual[i]));
            }
        });
    }

    public void readFloats(long first, int count, float[] values) {
        read(first, count, (in, from, some) -> in.asFloatBuffer().get(values, from, some));
    }

    /** Several longs a row, as many as the width holds. */
    public void writeLongs(long first, int count, long[] values) {
        int each = width / Long.BYTES;
        write(first, count, (to, from, some) -> to.asLongBuffer().put(values, from * each, some * each));
    }

    public void readLongs(long first, int count, long[] values) {
        int each = width / Long.BYTES;
        read(first, count, (in, from, some) -> in.asLongBuffer().get(values, from * each, some * each));
    }

    /** Writes whole numbers as their difference from the one that is usual. */
    public void writeInts(long first, int count, int[] values, int usual) {
        write(first, count, (to, from, some) -> {
            for (int i = from; i < from + some; i++) {
                to.putInt(values[i] - usual);
            }
        });
    }

    public void readInts(long first, int count, int[] values, int usual) {
        read(first, count, (in, from, some) -> {
            for (int i = from; i < from + some; i++) {
                values[i] = in.getInt() + usual;
            }
        });
    }

    public void writeShorts(long first, int count, short[] values) {
        write(first, count, (to, from, some) -> to.asShortBuffer().put(values, from, some));
    }

    public void readShorts(long first, int count, short[] values) {
        read(first, count, (in, from, some) -> in.asShortBuffer().get(values, from, some));
    }

    public void writeBytes(long first, int count, byte[] values) {
        write(first, count, (to, from, some) -> to.put(values, from, some));
    }

    public void readBytes(long first, int count, byte[] values) {
        read(first, count, (in, from, some) -> in.get(values, from, some));
    }

    /** Takes the bytes of some rows of another column of the same width. */
    void copy(long first, int count, Column from, long firstFrom) {
        write(first, count, (to, at, some) -> {
            from.bytes.read(from.end(firstFrom + at), to);
            to.put(ColumnBytes.ZEROS, 0, to.remaining());
        });
    }

    /** Adds the bytes of some rows to a check sum. */
    void addTo(Checksum sum, long first, int count) {
        read(first, count, (in, from, some) -> sum.update(in));
    }

    /** Where the column ends when it has so many rows. */
    long end(long rows) {
        return offset + rows * width;
    }

    /** Whether a file of this length holds any byte of the column. */
    boolean isWithin(long length) {
        return length > offset;
    }

    /** Moves as many rows at once as the thread has room for. */
    private void write(long first, int count, Move move) {
        for (int from = 0, some; from < count; from += some) {
            some = Math.min(count - from, ColumnBytes.SCRATCH_BYTES / width);
            ByteBuffer scratch = ColumnBytes.scratch(some * width);
            move.move(scratch, from, some);
            scratch.rewind();
            long at = end(first + from);
            if (!ColumnBytes.isZero(scratch) || !isZero(at, scratch)) {
                bytes.write(at, scratch);
            }
        }
    }

    /** Whether there is nothing but zeros at a place already; leaves zeros in the buffer. */
    private boolean isZero(long at, ByteBuffer scratch) {
        if (bytes.size() <= at) {
            return true;
        }
        bytes.read(at, scratch);
        scratch.rewind();
        boolean isZero = ColumnBytes.isZero(scratch);
        scratch.put(0, ColumnBytes.ZEROS, 0, scratch.limit());
        return isZero;
    }

    private void read(long first, int count, Move move) {
        for (int from = 0, some; from < count; from += some) {
            some = Math.min(count - from, ColumnBytes.SCRATCH_BYTES / width);
            ByteBuffer scratch = ColumnBytes.scratch(some * width);
            bytes.read(end(first + from), scratch);
            scratch.put(ColumnBytes.ZEROS, 0, scratch.remaining());
            move.move(scratch.rewind(), from, some);
        }
    }
}
