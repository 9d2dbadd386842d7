package org.headroom.gridheadroom;

import java.time.LocalDate;
import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;

/** Measures blocks of sites against the substations and areas of one run. Immutable and safe for several threads. */
final class GridHeadroomMeasurer implements Measurer {
    private final boolean noLayer;
    private final List<SubstationLayer> substations;
    private final double maximumDistanceKm;
    private final AreaField areaVoltage;
    private final AreaField transfer;
    private final AreaField bulkSubstations;

    GridHeadroomMeasurer(List<FeatureLayer> layers, GridParameters parameters, LocalDate evaluationDate) {
        noLayer = layers.isEmpty();
        maximumDistanceKm = parameters.maximumDistanceKm();
        substations = layers.stream()
                .map(layer -> new SubstationLayer(layer, parameters, evaluationDate))
                .filter(layer -> !layer.isEmpty())
                .toList();
        areaVoltage = new AreaField(layers, "nominalVoltageKv", true);
        transfer = new AreaField(layers, "transferCapacityMw", false);
        bulkSubstations = new AreaField(layers, "bulkSubstationCount", false);
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        double[] longitudes = sites.longitudes();
        double[] latitudes = sites.latitudes();
        if (noLayer) {
            for (Criterion criterion : GridHeadroomModule.CRITERIA) {
                MeasurementColumn column = out.column(criterion.id());
                for (int site = 0; site < sites.size(); site++) {
                    column.setUnknown(site, UnknownReason.NO_LAYER);
                }
            }
            return;
        }
        MeasurementColumn distance = out.column(GridHeadroomModule.DISTANCE);
        MeasurementColumn voltage = out.column(GridHeadroomModule.VOLTAGE);
        MeasurementColumn published = out.column(GridHeadroomModule.PUBLISHED);
        MeasurementColumn firm = out.column(GridHeadroomModule.FIRM);
        MeasurementColumn transferMw = out.column(GridHeadroomModule.TRANSFER);
        MeasurementColumn bulk = out.column(GridHeadroomModule.BULK_SUBSTATIONS);
        for (int site = 0; site < sites.size(); site++) {
            double longitude = longitudes[site];
            double latitude = latitudes[site];
            measurePoint(distance, voltage, published, firm, site, longitude, latitude);
            transfer.write(transferMw, site, longitude, latitude);
            bulkSubstations.write(bulk, site, longitude, latitude);
        }
    }

    // Of substations at the same distance that of the first layer counts, and in it the record with the lowest number.
    private void measurePoint(
            MeasurementColumn distance,
            MeasurementColumn voltage,
            MeasurementColumn published,
            MeasurementColumn firm,
            int site,
            double longitude,
            double latitude) {
        SubstationLayer nearest = null;
        int nearestRecord = -1;
        double nearestKm = Double.POSITIVE_INFINITY;
        for (int i = 0; i < substations.size(); i++) {
            SubstationLayer layer = substations.get(i);
            int record = layer.nearest(longitude, latitude);
            double km = layer.distanceKm(longitude, latitude, record);
            if (km < nearestKm) {
                nearest = layer;
                nearestRecord = record;
                nearestKm = km;
            }
        }
        if (nearest != null && nearestKm <= maximumDistanceKm) {
            nearest.writeDistance(distance, site, nearestKm, nearestRecord);
            nearest.writeVoltage(voltage, site, nearestRecord);
            nearest.writePublished(published, site, nearestRecord);
            nearest.writeFirm(firm, site, nearestRecord);
            return;
        }
        distance.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        published.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        firm.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        if (areaVoltage.isEmpty()) {
            voltage.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        } else {
            areaVoltage.write(voltage, site, longitude, latitude);
        }
    }
}
