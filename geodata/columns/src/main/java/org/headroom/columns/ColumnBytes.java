package org.headroom.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The bytes of a column, in a file or in the heap. Several threads may read, and write different places of a file. Failures of the disk
 * are {@link java.io.UncheckedIOException}s, those of writing {@link ColumnWriteException}s.
 */
public abstract class ColumnBytes implements AutoCloseable {
    /** What a thread moves at once: a block of rows in one go. */
    static final int SCRATCH_BYTES = 1 << 16;
    /** As many zeros; nobody writes to them. */
    static final byte[] ZEROS = new byte[SCRATCH_BYTES];

    private static final ThreadLocal<ByteBuffer> SCRATCH = ThreadLocal.withInitial(
            () -> ByteBuffer.allocateDirect(SCRATCH_BYTES).order(ByteOrder.LITTLE_ENDIAN));

    ColumnBytes() {}

    /** Room of the thread, from position 0 on; what was there before is lost. */
    static ByteBuffer scratch(int bytes) {
        return SCRATCH.get().clear().limit(bytes);
    }

    /** Whether what remains in a buffer is nothing but zeros. */
    static boolean isZero(ByteBuffer bytes) {
        int at = bytes.position();
        for (int end = bytes.limit() - Long.BYTES; at <= end; at += Long.BYTES) {
            if (bytes.getLong(at) != 0) {
                return false;
            }
        }
        for (; at < bytes.limit(); at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Number of bytes. */
    public abstract long size();

    /** Copies bytes from a place on, until the buffer is full or there are no more. */
    abstract void read(long at, ByteBuffer to);

    /** Writes what remains in a buffer; the bytes between the end so far and the place are zeros. */
    abstract void write(long at, ByteBuffer from);

    /** Makes the bytes at least so many; those that come to them are zeros. */
    final void extend(long size) {
        if (size() < size) {
            write(size - 1, ByteBuffer.allocate(1));
        }
    }

    /** Waits until what was written is on the disk. */
    abstract void force();

    /** The bytes for access to single values; may be used after {@link #close}. */
    public abstract ColumnMap map();

    /** CRC-32C of all bytes. */
    public int checkSum() {
        CRC32C sum = new CRC32C();
        long size = size();
        for (long at = 0; at < size; at += SCRATCH_BYTES) {
            ByteBuffer scratch = scratch((int) Math.min(SCRATCH_BYTES, size - at));
            read(at, scratch);
            sum.update(scratch.flip());
        }
        return (int) sum.getValue();
    }

    @Override
    public abstract void close();
}
