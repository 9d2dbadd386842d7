package org.headroom.spi;

import java.util.Arrays;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;

/**
 * The measurements of one criterion for a block of sites, column by column: bounds, evidence class, reason when unknown, and the
 * record that decided. Every site starts as UNKNOWN. Not safe for several threads; two threads never share a block.
 */
public final class MeasurementColumn {
    /** Source of a measurement that no single record decided. */
    public static final int NO_RECORD = -1;

    private static final EvidenceClass[] EVIDENCE = EvidenceClass.values();
    private static final UnknownReason[] REASONS = UnknownReason.values();

    private final double[] lower;
    private final double[] upper;
    private final byte[] evidence;
    private final byte[] reason;
    private final short[] layer;
    private final int[] record;

    /** A column for up to {@code capacity} sites. */
    public MeasurementColumn(int capacity) {
        lower = new double[capacity];
        upper = new double[capacity];
        evidence = new byte[capacity];
        reason = new byte[capacity];
        layer = new short[capacity];
        record = new int[capacity];
        clear();
    }

    public int capacity() {
        return lower.length;
    }

    /** Makes every site UNKNOWN again, as if the module had failed. */
    public void clear() {
        Arrays.fill(lower, Double.NaN);
        Arrays.fill(upper, Double.NaN);
        Arrays.fill(evidence, (byte) EvidenceClass.UNKNOWN.ordinal());
        Arrays.fill(reason, (byte) UnknownReason.MODULE_FAILED.ordinal());
        Arrays.fill(layer, (short) -1);
        Arrays.fill(record, NO_RECORD);
    }

    /** A known value that no single record decided. */
    public void set(int site, double value, EvidenceClass evidenceClass) {
        put(site, value, value, evidenceClass, -1, NO_RECORD);
    }

    /** A known value, decided by a record of a layer. */
    public void set(int site, double value, EvidenceClass evidenceClass, Layer source, int sourceRecord) {
        put(site, value, value, evidenceClass, source.ordinal(), sourceRecord);
    }

    /** A value known to lie between two bounds, both inclusive; {@code low <= high}. */
    public void setInterval(
            int site, double low, double high, EvidenceClass evidenceClass, Layer source, int sourceRecord) {
        put(site, low, high, evidenceClass, source.ordinal(), sourceRecord);
    }

    /** A value known to lie between two bounds that no single record decided. */
    public void setInterval(int site, double low, double high, EvidenceClass evidenceClass) {
        put(site, low, high, evidenceClass, -1, NO_RECORD);
    }

    /** An unknown value. */
    public void setUnknown(int site, UnknownReason why) {
        setUnknown(site, why, -1, NO_RECORD);
    }

    /** An unknown value, because of a record. */
    public void setUnknown(int site, UnknownReason why, Layer source, int sourceRecord) {
        setUnknown(site, why, source.ordinal(), sourceRecord);
    }

    private void setUnknown(int site, UnknownReason why, int sourceLayer, int sourceRecord) {
        put(site, Double.NaN, Double.NaN, EvidenceClass.UNKNOWN, sourceLayer, sourceRecord);
        reason[site] = (byte) why.ordinal();
    }

    private void put(
            int site, double low, double high, EvidenceClass evidenceClass, int sourceLayer, int sourceRecord) {
        lower[site] = low;
        upper[site] = high;
        evidence[site] = (byte) evidenceClass.ordinal();
        reason[site] = (byte) UnknownReason.NONE.ordinal();
        layer[site] = (short) sourceLayer;
        record[site] = sourceRecord;
    }

    /** Takes over all that another column says of a site. */
    public void copy(MeasurementColumn from, int fromSite, int site) {
        lower[site] = from.lower[fromSite];
        upper[site] = from.upper[fromSite];
        evidence[site] = from.evidence[fromSite];
        reason[site] = from.reason[fromSite];
        layer[site] = from.layer[fromSite];
        record[site] = from.record[fromSite];
    }

    public boolean isKnown(int site) {
        return !Double.isNaN(lower[site]);
    }

    /** Lower bound; NaN when unknown; equal to {@link #upper} when the value is exact. */
    public double lower(int site) {
        return lower[site];
    }

    /** Upper bound; NaN when unknown. */
    public double upper(int site) {
        return upper[site];
    }

    public EvidenceClass evidence(int site) {
        return EVIDENCE[evidence[site]];
    }

    public UnknownReason reason(int site) {
        return REASONS[reason[site]];
    }

    /** {@link Layer#ordinal()} of the layer that decided, or -1. */
    public int layerOrdinal(int site) {
        return layer[site];
    }

    /** Record that decided, or {@link #NO_RECORD}. */
    public int record(int site) {
        return record[site];
    }

    /** The arrays themselves, for writing a block to disk and reading it back; in the order of the fields. */
    public Storage storage() {
        return new Storage(lower, upper, evidence, reason, layer, record);
    }

    /**
     * The arrays of a column; only the first sites of a block that is not full count.
     *
     * @param lower lower bounds
     * @param upper upper bounds
     * @param evidence ordinals of {@link EvidenceClass}
     * @param reason ordinals of {@link UnknownReason}
     * @param layer layer ordinals
     * @param record record numbers
     */
    @SuppressWarnings("ArrayRecordComponent") // views, never compared
    public record Storage(
            double[] lower, double[] upper, byte[] evidence, byte[] reason, short[] layer, int[] record) {}
}
