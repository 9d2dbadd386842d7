package org.headroom.jobs.store;

import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import org.headroom.spi.MeasurementColumn;

/**
 * The measurements of one criterion for every site, on disk: lower and upper bounds, record, layer, evidence and reason, 24 bytes a
 * site. Blocks are written in place; several threads may write different blocks.
 */
public final class MeasurementFile implements AutoCloseable {
    private static final int[] WIDTHS = {8, 8, 4, 2, 1, 1};
    private static final int LOWER = 0;
    private static final int UPPER = 1;
    private static final int RECORD = 2;
    private static final int LAYER = 3;
    private static final int EVIDENCE = 4;
    private static final int REASON = 5;

    private final ColumnsFile file;
    private final int sites;

    private MeasurementFile(ColumnsFile file, int sites) {
        this.file = file;
        this.sites = sites;
    }

    /** Opens a file for writing, and makes it at full length when it is missing. */
    public static MeasurementFile openForWriting(Path file, int sites) {
        return new MeasurementFile(ColumnsFile.openForWriting(file, sites, WIDTHS), sites);
    }

    /** Opens a complete file for reading. */
    public static MeasurementFile openForReading(Path file, int sites) {
        return new MeasurementFile(ColumnsFile.openForReading(file, sites, WIDTHS), sites);
    }

    /** Writes the first {@code count} sites of a column at the place of a site. */
    public void write(long firstSite, int count, MeasurementColumn column) {
        MeasurementColumn.Storage s = column.storage();
        file.region(LOWER).writeDoubles(firstSite, count, s.lower());
        file.region(UPPER).writeDoubles(firstSite, count, s.upper());
        file.region(RECORD).writeInts(firstSite, count, s.record());
        file.region(LAYER).writeShorts(firstSite, count, s.layer());
        file.region(EVIDENCE).writeBytes(firstSite, count, s.evidence());
        file.region(REASON).writeBytes(firstSite, count, s.reason());
    }

    /** Reads {@code count} sites into the first places of a column. */
    public void read(long firstSite, int count, MeasurementColumn column) {
        MeasurementColumn.Storage s = column.storage();
        file.region(LOWER).read(firstSite, count).asDoubleBuffer().get(s.lower(), 0, count);
        file.region(UPPER).read(firstSite, count).asDoubleBuffer().get(s.upper(), 0, count);
        file.region(RECORD).read(firstSite, count).asIntBuffer().get(s.record(), 0, count);
        file.region(LAYER).read(firstSite, count).asShortBuffer().get(s.layer(), 0, count);
        file.region(EVIDENCE).read(firstSite, count).get(s.evidence(), 0, count);
        file.region(REASON).read(firstSite, count).get(s.reason(), 0, count);
    }

    /** Lower bounds of all sites for random reading; NaN when unknown. */
    public IntToDoubleFunction lowers() {
        DoubleBuffer values = file.region(LOWER).map(sites).asDoubleBuffer();
        return values::get;
    }

    /** Upper bounds of all sites for random reading; NaN when unknown. */
    public IntToDoubleFunction uppers() {
        DoubleBuffer values = file.region(UPPER).map(sites).asDoubleBuffer();
        return values::get;
    }

    /** Makes all that was written durable. */
    public void force() {
        file.force();
    }

    @Override
    public void close() {
        file.close();
    }
}
