package org.headroom.gridheadroom;

import java.util.List;
import java.util.Optional;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.GeometryRole;

/**
 * Tells the records that are a node of the grid, such as a substation drawn as an outline, from those that are an area with the capacity of the
 * grid in it. What the descriptor says holds; else a polygon with a voltage and without any figure of an area is a node.
 */
final class Nodes {
    private static final List<String> AREA_FIGURES =
            List.of("transferCapacityMw", "substationCount", "bulkSubstationCount", "plantCapacityMw");

    private final FeatureLayer layer;
    private final Optional<GeometryRole> role;
    private final double[] voltageKv;
    private final double[][] figures;

    Nodes(FeatureLayer layer) {
        this.layer = layer;
        this.role = layer.role();
        this.voltageKv = layer.numbers("nominalVoltageKv");
        this.figures = AREA_FIGURES.stream()
                .filter(layer::hasField)
                .map(layer::numbers)
                .toArray(double[][]::new);
    }

    /** Whether a record is a node; what is no polygon always is. */
    boolean isNode(int record) {
        if (!layer.isArea(record)) {
            return true;
        }
        if (role.isPresent()) {
            return role.get() == GeometryRole.NODE;
        }
        for (double[] figure : figures) {
            if (!Double.isNaN(figure[record])) {
                return false;
            }
        }
        return voltageKv[record] > 0;
    }
}
