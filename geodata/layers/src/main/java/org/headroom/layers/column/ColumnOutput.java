package org.headroom.layers.column;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Takes the values of one column, one after the other. Closing it writes the rest. Failures are
 * {@link ColumnWriteException}s. Not safe for several threads. */
public abstract class ColumnOutput implements Closeable {
    private final String name;
    private final CRC32C checkSum = new CRC32C();
    private ByteBuffer buffer;
    private long flushed;

    /** @param bufferBytes size of the buffer, a multiple of 8 */
    ColumnOutput(String name, int bufferBytes) {
        this.name = name;
        this.buffer = newBuffer(bufferBytes);
    }

    static ByteBuffer newBuffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public final String name() {
        return name;
    }

    public final void putDouble(double value) throws IOException {
        room(Double.BYTES);
        buffer.putDouble(value);
    }

    public final void putFloat(float value) throws IOException {
        room(Float.BYTES);
        buffer.putFloat(value);
    }

    public final void putLong(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    public final void putInt(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    public final void putBytes(byte[] values, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            room(1);
            int part = Math.min(buffer.remaining(), length - done);
            buffer.put(values, from + done, part);
            done += part;
        }
    }

    /** Puts the number of some bytes and the bytes; gives the place where they begin. */
    final long putSized(byte[] values) throws IOException {
        long place = bytes();
        if (buffer.remaining() >= Integer.BYTES) {
            buffer.putInt(values.length);
        } else {
            // All parts of a column but the last are full.
            byte[] length = newBuffer(Integer.BYTES).putInt(values.length).array();
            putBytes(length, 0, length.length);
        }
        putBytes(values, 0, values.length);
        return place;
    }

    /** Bytes taken so far. */
    public final long bytes() {
        return flushed + buffer.position();
    }

    /** CRC-32C of all bytes; only after closing. */
    public final int checkSum() {
        return (int) checkSum.getValue();
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        checkSum.update(buffer.array(), 0, buffer.position());
        flushed += buffer.position();
        buffer.flip();
        try {
            buffer = write(buffer);
        } catch (IOException e) {
            throw new ColumnWriteException(e);
        }
    }

    /** Takes a filled buffer and gives an empty one. */
    abstract ByteBuffer write(ByteBuffer filled) throws IOException;

    @Override
    public void close() throws IOException {
        flush();
    }
}
