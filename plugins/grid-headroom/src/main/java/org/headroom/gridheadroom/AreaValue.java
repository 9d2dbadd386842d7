package org.headroom.gridheadroom;

import org.headroom.model.EvidenceClass;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What one area has in a field.
 *
 * @param layer its layer
 * @param record its record there
 * @param value what stands in the field
 */
record AreaValue(FeatureLayer layer, int record, double value) {
    void write(MeasurementColumn column, int site) {
        column.set(site, value, layer.evidenceClass(), layer, record);
    }

    /** Whether a node of this voltage lies within the area of a site, as the area that has it does. */
    boolean liesIn(@Nullable SiteArea site) {
        Geometry own = site == null ? null : layer.geometry(record);
        return site != null && own != null && site.holds(own);
    }

    /** Writes that the node of which the area tells is where the site is. */
    void writeNoDistance(MeasurementColumn column, int site) {
        column.set(site, 0, EvidenceClass.weaker(layer.evidenceClass(), EvidenceClass.DERIVED), layer, record);
    }
}
