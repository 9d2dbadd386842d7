package org.headroom.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Checksum;

/**
 * A file of fixed-width columns for every site, one {@link Plane} after the other. Blocks are written in place; several threads may write
 * different blocks. Planes that are seldom needed come last, so that they cost nothing when nothing is written to them.
 */
public final class PlaneFile implements AutoCloseable {
    private final FileChannel channel;
    private final long sites;
    private final List<Plane> planes = new ArrayList<>();

    private PlaneFile(FileChannel channel, long sites, int[] widths) {
        this.channel = channel;
        this.sites = sites;
        long offset = 0;
        for (int width : widths) {
            planes.add(new Plane(channel, offset, width));
            offset += sites * width;
        }
    }

    /** Opens a file for writing and reading, and makes it when it is missing. */
    public static PlaneFile openForWriting(Path file, long sites, int... widths) {
        return open(file, sites, widths, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Opens a complete file for reading. */
    public static PlaneFile openForReading(Path file, long sites, int... widths) {
        PlaneFile opened = open(file, sites, widths, StandardOpenOption.READ);
        if (opened.length() != opened.lengthWhenComplete()) {
            opened.close();
            throw new UncheckedIOException(new IOException(file + " has not the length of " + sites + " sites"));
        }
        return opened;
    }

    private static PlaneFile open(Path file, long sites, int[] widths, StandardOpenOption... options) {
        try {
            return new PlaneFile(FileChannel.open(file, options), sites, widths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plane by its place in the list of widths. */
    public Plane plane(int index) {
        return planes.get(index);
    }

    /** Brings a file of which every block was written to its full length; the same for every order and size of the blocks. */
    public static void complete(Path file, long sites, int... widths) {
        try (PlaneFile written = openForWriting(file, sites, widths)) {
            long length = written.lengthWhenComplete();
            if (written.length() < length) {
                written.channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of the last plane that something was written to; the first plane always counts. */
    private long lengthWhenComplete() {
        long length = length();
        long end = planes.get(0).end(sites);
        for (Plane plane : planes) {
            if (plane.isWithin(length)) {
                end = plane.end(sites);
            }
        }
        return end;
    }

    private long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the bytes of a block of sites, plane by plane, to a check sum. */
    public void addTo(Checksum sum, long first, int count) {
        for (Plane plane : planes) {
            plane.addTo(sum, first, count);
        }
    }

    /** Waits until what was written is on the disk. */
    public void force() {
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
}
