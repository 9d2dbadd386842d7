package org.headroom.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Fixed-width values of one kind for every site, at a place of its own in a column file; little endian. Written in place, so that
 * writing a block again after a restart changes nothing.
 */
final class Region {
    private final FileChannel channel;
    private final long offset;
    private final int width;

    Region(FileChannel channel, long offset, int width) {
        this.channel = channel;
        this.offset = offset;
        this.width = width;
    }

    /** A buffer for {@code count} values of this region. */
    ByteBuffer buffer(int count) {
        return ByteBuffer.allocate(count * width).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes a full buffer, flipped by the caller, at the place of a site. */
    void write(long firstSite, ByteBuffer values) {
        long position = offset + firstSite * width;
        try {
            while (values.hasRemaining()) {
                position += channel.write(values, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the values of some sites; the buffer comes back flipped. */
    ByteBuffer read(long firstSite, int count) {
        ByteBuffer values = buffer(count);
        long position = offset + firstSite * width;
        try {
            while (values.hasRemaining()) {
                int n = channel.read(values, position);
                if (n < 0) {
                    throw new IOException("column ends at byte " + position + ", " + values.remaining() + " bytes short");
                }
                position += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values.flip();
    }

    /** The whole region for random reading. */
    ByteBuffer map(long sites) {
        try {
            return channel.map(FileChannel.MapMode.READ_ONLY, offset, sites * width)
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
