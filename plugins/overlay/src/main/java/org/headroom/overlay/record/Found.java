package org.headroom.overlay.record;

import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/** A record that was found, or none. Reused from site to site by one thread. */
public final class Found {
    private @Nullable Source source;
    private int record;
    private double distanceKm;

    /** Starts with none. */
    public Found() {
        clear();
    }

    /** Forgets the record. */
    public void clear() {
        source = null;
        record = -1;
        distanceKm = Double.POSITIVE_INFINITY;
    }

    /** Takes a record, whatever was there before; the distance is in km, or whatever else records are compared by. */
    public void set(@Nullable Source newSource, int newRecord, double newDistanceKm) {
        source = newSource;
        record = newRecord;
        distanceKm = newDistanceKm;
    }

    /** Takes a record if it is nearer, or as near and of an earlier layer, or of the same with a lower number. */
    public void offer(Source other, int otherRecord, double otherKm) {
        if (otherKm < distanceKm || (otherKm == distanceKm && comesBefore(other, otherRecord))) {
            set(other, otherRecord, otherKm);
        }
    }

    private boolean comesBefore(Source other, int otherRecord) {
        return source == null
                || other.place() < source.place()
                || (other.place() == source.place() && otherRecord < record);
    }

    /** Whether this one decides before another that may be none. */
    public boolean isBefore(Found other) {
        Source own = source;
        return own != null
                && (distanceKm < other.distanceKm
                        || (distanceKm == other.distanceKm && other.comesBefore(own, record)));
    }

    /** The layer of the record; null when nothing was found. */
    public @Nullable Source source() {
        return source;
    }

    /** Number of the record in its layer; -1 for none. */
    public int record() {
        return record;
    }

    /** Infinite when nothing was found. */
    public double distanceKm() {
        return distanceKm;
    }

    /** Writes that a site is unknown, because of this record if there is one. */
    public void writeUnknown(MeasurementColumn column, int site, UnknownReason reason) {
        Source own = source;
        if (own == null) {
            column.setUnknown(site, reason);
        } else {
            column.setUnknown(site, reason, own.layer(), record);
        }
    }
}
