package org.headroom.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntToDoubleFunction;
import org.headroom.spi.MeasurementColumn;

/**
 * The measurements of one criterion for every site, on disk: lower and upper bounds, record, layer, evidence and reason, one after
 * the other, 24 bytes a site. Blocks are written in place; several threads may write different blocks.
 */
public final class MeasurementFile implements AutoCloseable {
    private static final int BYTES_PER_SITE = 24;

    private final FileChannel channel;
    private final long sites;
    private final Region lower;
    private final Region upper;
    private final Region record;
    private final Region layer;
    private final Region evidence;
    private final Region reason;

    private MeasurementFile(FileChannel channel, long sites) {
        this.channel = channel;
        this.sites = sites;
        lower = new Region(channel, 0, 8);
        upper = new Region(channel, 8 * sites, 8);
        record = new Region(channel, 16 * sites, 4);
        layer = new Region(channel, 20 * sites, 2);
        evidence = new Region(channel, 22 * sites, 1);
        reason = new Region(channel, 23 * sites, 1);
    }

    /** Opens a file for writing, and makes it at full length when it is missing. */
    public static MeasurementFile openForWriting(Path file, long sites) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.size() < sites * BYTES_PER_SITE) {
                channel.write(ByteBuffer.wrap(new byte[1]), sites * BYTES_PER_SITE - 1);
            }
            return new MeasurementFile(channel, sites);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a complete file for reading. */
    public static MeasurementFile openForReading(Path file, long sites) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            if (channel.size() != sites * BYTES_PER_SITE) {
                channel.close();
                throw new IOException(file + " has not the length of " + sites + " sites");
            }
            return new MeasurementFile(channel, sites);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the first {@code count} sites of a column at the place of a site. */
    public void write(long firstSite, int count, MeasurementColumn column) {
        MeasurementColumn.Storage s = column.storage();
        writeDoubles(lower, firstSite, count, s.lower());
        writeDoubles(upper, firstSite, count, s.upper());
        ByteBuffer ints = record.buffer(count);
        ints.asIntBuffer().put(s.record(), 0, count);
        record.write(firstSite, ints);
        ByteBuffer shorts = layer.buffer(count);
        shorts.asShortBuffer().put(s.layer(), 0, count);
        layer.write(firstSite, shorts);
        evidence.write(firstSite, ByteBuffer.wrap(s.evidence(), 0, count));
        reason.write(firstSite, ByteBuffer.wrap(s.reason(), 0, count));
    }

    /** Reads {@code count} sites into the first places of a column. */
    public void read(long firstSite, int count, MeasurementColumn column) {
        MeasurementColumn.Storage s = column.storage();
        lower.read(firstSite, count).asDoubleBuffer().get(s.lower(), 0, count);
        upper.read(firstSite, count).asDoubleBuffer().get(s.upper(), 0, count);
        record.read(firstSite, count).asIntBuffer().get(s.record(), 0, count);
        layer.read(firstSite, count).asShortBuffer().get(s.layer(), 0, count);
        evidence.read(firstSite, count).get(s.evidence(), 0, count);
        reason.read(firstSite, count).get(s.reason(), 0, count);
    }

    /** Lower bounds of all sites for random reading; NaN when unknown. */
    public IntToDoubleFunction lowers() {
        DoubleBuffer values = lower.map(sites).asDoubleBuffer();
        return values::get;
    }

    /** Upper bounds of all sites for random reading; NaN when unknown. */
    public IntToDoubleFunction uppers() {
        DoubleBuffer values = upper.map(sites).asDoubleBuffer();
        return values::get;
    }

    /** Makes all that was written durable. */
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

    private static void writeDoubles(Region region, long firstSite, int count, double[] values) {
        ByteBuffer buffer = region.buffer(count);
        buffer.asDoubleBuffer().put(values, 0, count);
        region.write(firstSite, buffer);
    }
}
