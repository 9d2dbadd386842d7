package org.headroom.columns;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Bytes in the heap, at most two gibibytes. One thread may write, before others read. */
final class MemoryBytes extends ColumnBytes {
    private byte[] bytes;
    private int size;

    MemoryBytes() {
        this(new byte[0]);
    }

    /** @param bytes what is there to begin with */
    MemoryBytes(byte[] bytes) {
        this.bytes = bytes;
        this.size = bytes.length;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    void read(long at, ByteBuffer to) {
        int some = (int) Math.max(0, Math.min(to.remaining(), size - at));
        to.put(bytes, (int) Math.min(at, size), some);
    }

    @Override
    void write(long at, ByteBuffer from) {
        int start = Math.toIntExact(at);
        int end = Math.addExact(start, from.remaining());
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(end, Math.min(bytes.length * 3L / 2, Integer.MAX_VALUE - 8)));
        }
        from.get(bytes, start, from.remaining());
        size = Math.max(size, end);
    }

    @Override
    void force() {
        // There is no disk to wait for.
    }

    @Override
    public ColumnMap map() {
        return new ColumnMap(List.of(ByteBuffer.wrap(bytes, 0, size)), Integer.SIZE - 1);
    }

    @Override
    public void close() {
        // The bytes stay.
    }
}
