package org.headroom.runs.store;

import java.nio.file.Path;
import java.util.zip.Checksum;
import org.headroom.columns.ColumnFile;
import org.headroom.spi.MeasurementColumn;

/**
 * The measurements of one criterion for every site, on disk: lower bound, source (layer, evidence and reason in 16 bits), record, and upper
 * bound where it differs from the lower: 10 to 22 bytes a site. Blocks are written in place; several threads may write different blocks.
 */
public final class MeasurementFile implements AutoCloseable {
    /** Most layers that a run may have: a measurement names its layer in 8 bits, in which 0 stands for none. */
    public static final int MAX_LAYERS = 255;

    private static final int[] WIDTHS = {Double.BYTES, Short.BYTES, Integer.BYTES, Double.BYTES};
    private static final int LOWER = 0;
    private static final int SOURCE = 1;
    private static final int RECORD = 2;
    private static final int UPPER = 3;
    private static final int REASON_BITS = 4;
    private static final int EVIDENCE_BITS = 4;
    private static final int MASK = 0xF;

    private final ColumnFile file;

    private MeasurementFile(ColumnFile file) {
        this.file = file;
    }

    /** Opens a file for writing, and makes it when it is missing. */
    public static MeasurementFile openForWriting(Path file, int sites) {
        return new MeasurementFile(ColumnFile.openForWriting(file, sites, WIDTHS));
    }

    /** Ends the writing of a file of which every block was written, so that it can be opened for reading. */
    public static void complete(Path file, int sites) {
        ColumnFile.complete(file, sites, WIDTHS);
    }

    /** Opens a complete file for reading. */
    public static MeasurementFile openForReading(Path file, int sites) {
        return new MeasurementFile(ColumnFile.openForReading(file, sites, WIDTHS));
    }

    /** Writes the first {@code count} sites of a column at the place of a site. */
    public void write(long firstSite, int count, MeasurementColumn column) {
        MeasurementColumn.Storage s = column.storage();
        short[] sources = new short[count];
        for (int i = 0; i < count; i++) {
            int layer = s.layer()[i] + 1;
            sources[i] =
                    (short) (layer << EVIDENCE_BITS + REASON_BITS | s.evidence()[i] << REASON_BITS | s.reason()[i]);
        }
        file.column(LOWER).writeDoubles(firstSite, count, s.lower());
        file.column(SOURCE).writeShorts(firstSite, count, sources);
        file.column(RECORD).writeInts(firstSite, count, s.record(), MeasurementColumn.NO_RECORD);
        file.column(UPPER).writeDoubles(firstSite, count, s.upper(), s.lower());
    }

    /** Reads {@code count} sites into the first places of a column. */
    public void read(long firstSite, int count, MeasurementColumn column) {
        MeasurementColumn.Storage s = column.storage();
        short[] sources = new short[count];
        file.column(LOWER).readDoubles(firstSite, count, s.lower());
        file.column(SOURCE).readShorts(firstSite, count, sources);
        file.column(RECORD).readInts(firstSite, count, s.record(), MeasurementColumn.NO_RECORD);
        file.column(UPPER).readDoubles(firstSite, count, s.upper(), s.lower());
        for (int i = 0; i < count; i++) {
            int source = sources[i] & 0xFFFF;
            s.reason()[i] = (byte) (source & MASK);
            s.evidence()[i] = (byte) (source >>> REASON_BITS & MASK);
            s.layer()[i] = (short) ((source >>> EVIDENCE_BITS + REASON_BITS) - 1);
        }
    }

    /** Reads lower and upper bounds of {@code count} sites; NaN where unknown. */
    public void readBounds(long firstSite, int count, double[] lower, double[] upper) {
        file.column(LOWER).readDoubles(firstSite, count, lower);
        file.column(UPPER).readDoubles(firstSite, count, upper, lower);
    }

    /** Reads ordinals of {@link org.headroom.model.UnknownReason} of {@code count} sites. */
    public void readReasons(long firstSite, int count, byte[] reasons) {
        short[] sources = new short[count];
        file.column(SOURCE).readShorts(firstSite, count, sources);
        for (int i = 0; i < count; i++) {
            reasons[i] = (byte) (sources[i] & MASK);
        }
    }

    /**
     * Takes a block of sites from another file, byte by byte.
     *
     * @param firstFrom where the sites begin there
     */
    public void copy(long firstSite, int count, MeasurementFile from, long firstFrom) {
        file.copy(firstSite, count, from.file, firstFrom);
    }

    /** Adds what is on disk of a block of sites to a check sum. */
    public void addTo(Checksum sum, long firstSite, int count) {
        file.addTo(sum, firstSite, count);
    }

    @Override
    public void close() {
        file.close();
    }
}
