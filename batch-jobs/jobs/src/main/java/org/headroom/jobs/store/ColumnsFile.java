package org.headroom.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of fixed-width columns for every site, one column after the other. Blocks are written in place; several threads may write
 * different blocks.
 */
final class ColumnsFile implements AutoCloseable {
    private final FileChannel channel;
    private final List<Region> regions = new ArrayList<>();

    private ColumnsFile(FileChannel channel, long sites, int[] widths) {
        this.channel = channel;
        long offset = 0;
        for (int width : widths) {
            regions.add(new Region(channel, offset, width));
            offset += sites * width;
        }
    }

    /** Opens a file for writing, and makes it at full length when it is missing. */
    static ColumnsFile openForWriting(Path file, long sites, int... widths) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            long length = length(sites, widths);
            if (channel.size() < length) {
                channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
            }
            return new ColumnsFile(channel, sites, widths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a complete file for reading. */
    static ColumnsFile openForReading(Path file, long sites, int... widths) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            if (channel.size() != length(sites, widths)) {
                channel.close();
                throw new IOException(file + " has not the length of " + sites + " sites");
            }
            return new ColumnsFile(channel, sites, widths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column by its place in the list of widths. */
    Region region(int column) {
        return regions.get(column);
    }

    /** Makes all that was written durable. */
    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(long sites, int... widths) {
        long length = 0;
        for (int width : widths) {
            length += sites * width;
        }
        return length;
    }
}
