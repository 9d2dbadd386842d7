package org.headroom.gridheadroom;

import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * Writes how far the nodes of a site are and what voltage they have. What stands in no layer widens a figure only to the better: a node that is added, or
 * mapped where others are not, never makes a site worse. Immutable and safe for several threads.
 */
final class NodeMeasurer {
    private static final double FARTHEST_KM = 20_040;

    private final GridNodes grid;
    private final AreaField areaVoltage;

    NodeMeasurer(GridNodes grid, AreaField areaVoltage) {
        this.grid = grid;
        this.areaVoltage = areaVoltage;
    }

    void measure(
            Connections connections,
            MeasurementColumn distance,
            MeasurementColumn voltage,
            int site,
            double longitude,
            double latitude) {
        AreaValue area = areaVoltage.find(longitude, latitude);
        boolean isNamed = connections.isNamed(site);
        writeVoltage(connections.voltage(), area, isNamed, voltage, site, longitude, latitude);
        Node nearest = connections.nearest();
        double reachKm = grid.maximumDistanceKm();
        boolean isComplete = isNamed || grid.isCompleteFrom(grid.sufficientKv());
        if (area != null && !isNamed && isInside(area, grid.sufficientKv(), connections, nearest)) {
            area.writeNoDistance(distance, site);
        } else {
            writeDistance(nearest, reachKm, isComplete, !isNamed, distance, site);
        }
    }

    void measureBulk(Connections connections, MeasurementColumn distance, int site, double longitude, double latitude) {
        AreaValue area = areaVoltage.find(longitude, latitude);
        Node nearest = connections.nearestBulk();
        if (area != null && isInside(area, grid.bulkKv(), connections, nearest)) {
            area.writeNoDistance(distance, site);
        } else {
            writeDistance(nearest, FARTHEST_KM, grid.isCompleteFrom(grid.bulkKv()), false, distance, site);
        }
    }

    /** Whether an area tells of a node within the area of the site that no layer has as a node. */
    private static boolean isInside(AreaValue area, double leastKv, Connections connections, Node nearest) {
        return nearest.distanceKm() > 0 && area.value() >= leastKv && area.liesIn(connections.area());
    }

    private void writeDistance(
            Node nearest,
            double reachKm,
            boolean isComplete,
            boolean mayBeFarther,
            MeasurementColumn column,
            int site) {
        SubstationLayer layer = nearest.layer();
        if (layer != null && nearest.distanceKm() <= reachKm) {
            layer.writeDistance(column, site, nearest.distanceKm(), isComplete, nearest.record());
        } else if (mayBeFarther && isComplete && grid.greatestMissingKv() > 0) {
            column.setInterval(site, reachKm, FARTHEST_KM, EvidenceClass.DERIVED);
        } else {
            column.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        }
    }

    private void writeVoltage(
            Node best,
            @Nullable AreaValue area,
            boolean isNamed,
            MeasurementColumn column,
            int site,
            double longitude,
            double latitude) {
        SubstationLayer layer = best.layer();
        double missingKv = isNamed ? 0 : grid.greatestMissingKv();
        if (layer != null && (isNamed || area == null || layer.voltageKv(best.record()) >= area.value())) {
            layer.writeVoltage(column, site, area == null ? missingKv : 0, best.record());
        } else if (area != null) {
            area.write(column, site);
        } else if (missingKv > 0) {
            column.setInterval(site, 0, missingKv, EvidenceClass.DERIVED);
        } else if (areaVoltage.isEmpty()) {
            column.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        } else {
            areaVoltage.writeUnknown(column, site, longitude, latitude);
        }
    }
}
