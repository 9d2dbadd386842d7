package org.headroom.gridheadroom;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.headroom.model.EvidenceClass;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ShapeIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The nodes and lines of one layer that may connect a load: those of the lowest voltage that the policy allows, and more. Safe for several threads. */
final class SubstationLayer {
    private final FeatureLayer layer;
    private final Nodes nodes;
    private final double minimumKv;
    private final double sufficientKv;
    private final ShapeIndex usable;
    private final ShapeIndex sufficient;
    private @Nullable PointIndex places;
    private final double[] voltageKv;
    private final NodeFigures figures;

    /** @param sufficientKv nominal voltage from which a node carries the load that is asked for */
    SubstationLayer(
            FeatureLayer layer,
            GridParameters parameters,
            double sufficientKv,
            LocalDate evaluationDate,
            Predicate<String> isWanted) {
        this.layer = layer;
        this.sufficientKv = sufficientKv;
        minimumKv = parameters.minimumVoltageKv();
        voltageKv = layer.numbers("nominalVoltageKv");
        nodes = new Nodes(layer);
        usable = from(minimumKv);
        sufficient = sufficientKv > minimumKv ? from(sufficientKv) : usable;
        figures = new NodeFigures(layer, parameters, evaluationDate, isWanted);
    }

    boolean isEmpty() {
        return usable.size() == 0;
    }

    /** The nodes that carry the load. */
    ShapeIndex sufficient() {
        return sufficient;
    }

    /** The nodes of a voltage and more. */
    ShapeIndex from(double leastKv) {
        return layer.shapes(record -> voltageKv[record] >= leastKv && nodes.isNode(record));
    }

    /** Visits the usable nodes within a distance of a place. */
    void within(double longitude, double latitude, double radiusKm, PointIndex.Visitor visitor) {
        usable.within(longitude, latitude, radiusKm, visitor);
    }

    int size() {
        return layer.size();
    }

    String recordId(int record) {
        return layer.recordId(record);
    }

    /** The whole shape of a usable record; null when the layer knows its place only. */
    @Nullable
    Geometry shape(int record) {
        return layer.geometry(record);
    }

    double longitude(int record) {
        return layer.longitude(record);
    }

    double latitude(int record) {
        return layer.latitude(record);
    }

    double voltageKv(int record) {
        return voltageKv[record];
    }

    /** Whether a usable record carries the load. */
    boolean isSufficient(int record) {
        return voltageKv[record] >= sufficientKv;
    }

    NodeFigures figures() {
        return figures;
    }

    /** Whether a record has a place and may connect a load. */
    boolean isUsable(int record) {
        return layer.isLocated(record) && isNode(record);
    }

    private boolean isNode(int record) {
        return voltageKv[record] >= minimumKv && nodes.isNode(record);
    }

    /** Distance to one usable record, km; to a place of it where it is a line or an outline. */
    double distanceKm(double longitude, double latitude, int record) {
        return places().distanceKm(longitude, latitude, record);
    }

    /** Made when a site names its node, which few do. */
    private synchronized PointIndex places() {
        PointIndex made = places;
        if (made == null) {
            made = layer.points(this::isNode);
            places = made;
        }
        return made;
    }

    /** Writes a distance; from 0 when a nearer node may be in no layer. */
    void writeDistance(MeasurementColumn column, int site, double distanceKm, boolean isComplete, int record) {
        double least = isComplete ? distanceKm : 0;
        EvidenceClass derived = EvidenceClass.weaker(layer.evidenceClass(), EvidenceClass.DERIVED);
        column.setInterval(site, least, distanceKm, derived, layer, record);
    }

    /** Writes the voltage of a record; up to a higher one when a node of that may be in no layer. */
    void writeVoltage(MeasurementColumn column, int site, double atMostKv, int record) {
        double least = voltageKv[record];
        column.setInterval(site, least, Math.max(least, atMostKv), layer.evidenceClass(), layer, record);
    }
}
