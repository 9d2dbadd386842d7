package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file; several are read at a time through one channel, which whoever opened it closes. */
final class ChunkInput extends InputStream {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13).limit(0);
    private final long end;
    private long at;

    /** The bytes from one place up to before another; both lie in the file. */
    ChunkInput(FileChannel channel, long from, long end) {
        this.channel = channel;
        this.at = from;
        this.end = end;
    }

    /** Bytes that are still to come. */
    long left() {
        return end - at + buffer.remaining();
    }

    @Override
    public int read() throws IOException {
        return buffer.hasRemaining() || fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!buffer.hasRemaining() && length >= buffer.capacity()) {
            return channel(ByteBuffer.wrap(into, from, (int) Math.min(length, end - at)));
        }
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
        int count = channel(buffer);
        buffer.flip();
        return count > 0;
    }

    private int channel(ByteBuffer into) throws IOException {
        int count = into.hasRemaining() ? channel.read(into, at) : -1;
        at += Math.max(count, 0);
        return count;
    }
}
