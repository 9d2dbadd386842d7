package org.headroom.gridheadroom;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
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
    private final NamedNodes named;
    private final double maximumDistanceKm;
    private final AreaField areaVoltage;
    private final AreaField transfer;
    private final AreaField bulkSubstations;
    private final boolean isTransferWanted;
    private final boolean isBulkWanted;
    private final boolean areTermsWanted;

    GridHeadroomMeasurer(
            List<FeatureLayer> layers,
            GridParameters parameters,
            LocalDate evaluationDate,
            Predicate<String> isWanted) {
        isTransferWanted = isWanted.test(GridHeadroomModule.TRANSFER);
        isBulkWanted = isWanted.test(GridHeadroomModule.BULK_SUBSTATIONS);
        noLayer = layers.isEmpty();
        maximumDistanceKm = parameters.maximumDistanceKm();
        substations = layers.stream()
                .map(layer -> new SubstationLayer(layer, parameters, evaluationDate, isWanted))
                .filter(layer -> !layer.isEmpty())
                .toList();
        named = new NamedNodes(substations);
        areTermsWanted = isWanted.test(GridHeadroomModule.STANDING)
                || isWanted.test(GridHeadroomModule.BINDING)
                || isWanted.test(GridHeadroomModule.CONDITION);
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
        NearestSubstations nearest = new NearestSubstations(substations, named, sites);
        for (int site = 0; site < sites.size(); site++) {
            double longitude = longitudes[site];
            double latitude = latitudes[site];
            measurePoint(nearest, distance, voltage, published, firm, site, longitude, latitude);
            if (areTermsWanted) {
                measureTerms(nearest, out, site);
            }
            if (isTransferWanted) {
                transfer.write(transferMw, site, longitude, latitude);
            }
            if (isBulkWanted) {
                bulkSubstations.write(bulk, site, longitude, latitude);
            }
        }
    }

    private void measureTerms(NearestSubstations substation, MeasurementBlock out, int site) {
        MeasurementColumn standing = out.column(GridHeadroomModule.STANDING);
        MeasurementColumn binding = out.column(GridHeadroomModule.BINDING);
        MeasurementColumn condition = out.column(GridHeadroomModule.CONDITION);
        SubstationLayer nearest = substation.layer(site);
        if (nearest != null && substation.distanceKm(site) <= maximumDistanceKm) {
            nearest.writeTerms(standing, binding, condition, site, substation.record(site));
        } else {
            standing.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
            binding.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
            condition.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        }
    }

    private void measurePoint(
            NearestSubstations substation,
            MeasurementColumn distance,
            MeasurementColumn voltage,
            MeasurementColumn published,
            MeasurementColumn firm,
            int site,
            double longitude,
            double latitude) {
        SubstationLayer nearest = substation.layer(site);
        if (nearest != null && substation.distanceKm(site) <= maximumDistanceKm) {
            int record = substation.record(site);
            nearest.writeDistance(distance, site, substation.distanceKm(site), record);
            nearest.writeVoltage(voltage, site, record);
            nearest.writePublished(published, site, record);
            nearest.writeFirm(firm, site, record);
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
