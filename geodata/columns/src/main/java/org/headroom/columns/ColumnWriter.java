package org.headroom.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of one column, one after the other. Blocks of nothing but zeros are left out, and there is no column at all before one with
 * something else comes, or {@link #begin} is called. Not safe for several threads.
 */
public final class ColumnWriter implements AutoCloseable {
    private final String name;
    private final Supplier<ColumnBytes> maker;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(ColumnBytes.SCRATCH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checkSum = new CRC32C();
    private @Nullable ColumnBytes out;
    private long flushed;
    private boolean isClosed;

    ColumnWriter(String name, Supplier<ColumnBytes> maker) {
        this.name = name;
        this.maker = maker;
    }

    public String name() {
        return name;
    }

    /** Makes the column, whatever is in it. */
    public ColumnWriter begin() {
        out = out == null ? maker.get() : out;
        return this;
    }

    /** Whether there is a column. */
    public boolean isBegun() {
        return out != null;
    }

    /** Puts a number, as its difference bit by bit from the usual one. */
    public void putDouble(double value, double usual) {
        putLong(Double.doubleToRawLongBits(value) ^ Double.doubleToRawLongBits(usual));
    }

    public void putLong(long value) {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    /** Puts a whole number, as its difference from the usual one. */
    public void putInt(int value, int usual) {
        room(Integer.BYTES);
        buffer.putInt(value - usual);
    }

    public void putBytes(byte[] values, int from, int length) {
        for (int done = 0, some; done < length; done += some) {
            room(1);
            some = Math.min(buffer.remaining(), length - done);
            buffer.put(values, from + done, some);
        }
    }

    /** Puts so many bytes of what is usual. */
    public void putUsual(long bytes) {
        for (long left = bytes; left > 0; left -= ColumnBytes.ZEROS.length) {
            putBytes(ColumnBytes.ZEROS, 0, (int) Math.min(left, ColumnBytes.ZEROS.length));
        }
    }

    /** Bytes put so far. */
    public long size() {
        return flushed + buffer.position();
    }

    /** CRC-32C of all bytes; only after closing. */
    public int checkSum() {
        return (int) checkSum.getValue();
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            write();
        }
    }

    private void write() {
        checkSum.update(buffer.array(), 0, buffer.position());
        buffer.flip();
        int length = buffer.limit();
        if (!ColumnBytes.isZero(buffer)) {
            Objects.requireNonNull(begin().out).write(flushed, buffer);
        }
        flushed += length;
        buffer.clear();
    }

    /** Lets readers see what was put so far, when there is a column. */
    public void flush() {
        write();
        ColumnBytes bytes = out;
        if (bytes != null) {
            bytes.extend(flushed);
        }
    }

    /** Makes what was put so far durable. */
    public void force() {
        flush();
        Objects.requireNonNull(begin().out).force();
    }

    /** Writes the rest; does nothing the second time. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            flush();
        } finally {
            ColumnBytes bytes = out;
            if (bytes != null) {
                bytes.close();
            }
        }
    }
}
