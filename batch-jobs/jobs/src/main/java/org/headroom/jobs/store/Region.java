package org.headroom.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * One column of a {@link ColumnsFile}: values of one width for every site, little endian. Written in place, so that writing a block
 * again after a restart changes nothing.
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

    void writeDoubles(long firstSite, int count, double[] values) {
        ByteBuffer buffer = buffer(count);
        buffer.asDoubleBuffer().put(values, 0, count);
        write(firstSite, buffer);
    }

    void writeInts(long firstSite, int count, int[] values) {
        ByteBuffer buffer = buffer(count);
        buffer.asIntBuffer().put(values, 0, count);
        write(firstSite, buffer);
    }

    void writeShorts(long firstSite, int count, short[] values) {
        ByteBuffer buffer = buffer(count);
        buffer.asShortBuffer().put(values, 0, count);
        write(firstSite, buffer);
    }

    /** Several longs a site, as many as the width holds. */
    void writeLongs(long firstSite, int count, long[] values) {
        ByteBuffer buffer = buffer(count);
        buffer.asLongBuffer().put(values, 0, count * width / Long.BYTES);
        write(firstSite, buffer);
    }

    void writeBytes(long firstSite, int count, byte[] values) {
        write(firstSite, ByteBuffer.wrap(values, 0, count));
    }

    /** The values of some sites. */
    ByteBuffer read(long firstSite, int count) {
        ByteBuffer values = buffer(count);
        long position = offset + firstSite * width;
        try {
            while (values.hasRemaining()) {
                int n = channel.read(values, position);
                if (n < 0) {
                    throw new IOException(
                            "column ends at byte " + position + ", " + values.remaining() + " bytes short");
                }
                position += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values.flip();
    }

    /** The whole column for random reading; it stays readable when the file is closed. */
    ByteBuffer map(long sites) {
        try {
            return channel.map(FileChannel.MapMode.READ_ONLY, offset, sites * width)
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer buffer(int count) {
        return ByteBuffer.allocate(count * width).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(long firstSite, ByteBuffer values) {
        long position = offset + firstSite * width;
        try {
            while (values.hasRemaining()) {
                position += channel.write(values, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
