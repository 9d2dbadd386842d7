package org.headroom.overlay.record;

import java.util.SortedSet;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.ShapeIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One of the layers of a criterion: its records, and the values that the criterion reads of them. Immutable. */
public final class Source {
    private final Records records;
    /** Null when the criterion reads none, or the layer lacks the field. */
    private final double @Nullable [] values;

    private final int place;

    /**
     * @param values value of each record, NaN where missing
     * @param place place among the layers of the criterion, from 0
     */
    public Source(Records records, double @Nullable [] values, int place) {
        this.records = records;
        this.values = values;
        this.place = place;
    }

    /** The layer itself. */
    public FeatureLayer layer() {
        return records.layer();
    }

    /** Place among the layers of the criterion, from 0. */
    public int place() {
        return place;
    }

    /** Value of a record; NaN where missing. */
    public double value(int record) {
        return values == null ? Double.NaN : values[record];
    }

    /** Whether it is not decided of some record whether it counts. */
    public boolean hasPossible() {
        return records.hasPossible();
    }

    /** Index over the shapes of the records that count, or of those of which that is not decided. */
    public ShapeIndex shapes(boolean isSure) {
        return records.shapes(isSure);
    }

    /** As {@link #shapes}, over areas only. */
    public AreaIndex areas(boolean isSure) {
        return records.areas(isSure);
    }

    /** Whether a record counts, or may count. */
    public boolean isSure(int record) {
        return records.isSure(record);
    }

    /** The areas whose box meets that of a part of an area, in ascending order. */
    public SortedSet<Integer> areasNear(Geometry area) {
        return records.areasNear(area);
    }

    /** The whole shape of a located record. */
    public Geometry shape(int record) {
        return records.shape(record);
    }

    /** What a value that stands in a record may claim. */
    public EvidenceClass given() {
        return layer().evidenceClass();
    }

    /** What may be claimed of a figure that was worked out. */
    public EvidenceClass derived() {
        return EvidenceClass.weaker(given(), EvidenceClass.DERIVED);
    }
}
