package org.headroom.gridheadroom;

import java.util.List;
import java.util.function.Predicate;
import org.headroom.model.Criterion;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;

/** Measures blocks of sites against the nodes and areas of one run. Immutable and safe for several threads. */
final class GridHeadroomMeasurer implements Measurer {
    private final boolean noLayer;
    private final NodeMeasurer nodes;
    private final GridNodes grid;
    private final AreaField transfer;
    private final AreaField bulkSubstations;
    private final boolean isTransferWanted;
    private final boolean isBulkWanted;
    private final boolean areTermsWanted;

    GridHeadroomMeasurer(List<FeatureLayer> layers, GridNodes grid, Predicate<String> isWanted) {
        this.grid = grid;
        isTransferWanted = isWanted.test(GridHeadroomModule.TRANSFER);
        isBulkWanted = isWanted.test(GridHeadroomModule.BULK_SUBSTATIONS);
        noLayer = layers.isEmpty();
        areTermsWanted = isWanted.test(GridHeadroomModule.STANDING)
                || isWanted.test(GridHeadroomModule.BINDING)
                || isWanted.test(GridHeadroomModule.CONDITION);
        nodes = new NodeMeasurer(grid, new AreaField(layers, "nominalVoltageKv", true));
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
        MeasurementColumn bulkDistance = out.column(GridHeadroomModule.BULK_DISTANCE);
        MeasurementColumn voltage = out.column(GridHeadroomModule.VOLTAGE);
        MeasurementColumn published = out.column(GridHeadroomModule.PUBLISHED);
        MeasurementColumn firm = out.column(GridHeadroomModule.FIRM);
        MeasurementColumn transferMw = out.column(GridHeadroomModule.TRANSFER);
        MeasurementColumn bulk = out.column(GridHeadroomModule.BULK_SUBSTATIONS);
        Connections connections = new Connections(grid, sites);
        for (int site = 0; site < sites.size(); site++) {
            double longitude = longitudes[site];
            double latitude = latitudes[site];
            connections.find(site);
            nodes.measure(connections, distance, voltage, site, longitude, latitude);
            if (grid.isBulkWanted()) {
                nodes.measureBulk(connections, bulkDistance, site, longitude, latitude);
            }
            writeFigures(connections, published, firm, site);
            if (areTermsWanted) {
                writeTerms(connections.published(), out, site);
            }
            if (isTransferWanted) {
                transfer.write(transferMw, site, longitude, latitude);
            }
            if (isBulkWanted) {
                bulkSubstations.write(bulk, site, longitude, latitude);
            }
        }
    }

    private static void writeFigures(
            Connections connections, MeasurementColumn published, MeasurementColumn firm, int site) {
        SubstationLayer publishing = connections.published().layer();
        if (publishing == null) {
            published.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        } else {
            publishing
                    .figures()
                    .writePublished(published, site, connections.published().record());
        }
        SubstationLayer carrying = connections.firm().layer();
        if (carrying == null) {
            firm.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        } else {
            carrying.figures().writeFirm(firm, site, connections.firm().record());
        }
    }

    private static void writeTerms(Node node, MeasurementBlock out, int site) {
        MeasurementColumn standing = out.column(GridHeadroomModule.STANDING);
        MeasurementColumn binding = out.column(GridHeadroomModule.BINDING);
        MeasurementColumn condition = out.column(GridHeadroomModule.CONDITION);
        SubstationLayer layer = node.layer();
        if (layer != null) {
            layer.figures().writeTerms(standing, binding, condition, site, node.record());
        } else {
            standing.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
            binding.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
            condition.setUnknown(site, UnknownReason.NO_RECORD_IN_REACH);
        }
    }
}
