package org.headroom.gridheadroom;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.ShapeIndex;

/** The nodes and lines of all layers of one run, and what can be said of those that are in none. Immutable and safe for several threads. */
final class GridNodes {
    private final List<SubstationLayer> layers;
    private final List<ShapeIndex> sufficient;
    private final List<ShapeIndex> bulk;
    private final NamedNodes named;
    private final boolean isBulkWanted;
    private final double sufficientKv;
    private final double completeFromKv;
    private final GridParameters parameters;

    GridNodes(
            List<FeatureLayer> all,
            GridParameters parameters,
            double requestedLoadMw,
            LocalDate evaluationDate,
            Predicate<String> isWanted) {
        this.parameters = parameters;
        double leastKv = parameters.sufficientKv(requestedLoadMw);
        sufficientKv = leastKv;
        layers = all.stream()
                .map(layer -> new SubstationLayer(layer, parameters, leastKv, evaluationDate, isWanted))
                .filter(layer -> !layer.isEmpty())
                .toList();
        sufficient = layers.stream().map(SubstationLayer::sufficient).toList();
        isBulkWanted = isWanted.test(GridHeadroomModule.BULK_DISTANCE);
        bulk = isBulkWanted
                ? layers.stream()
                        .map(layer -> layer.from(parameters.bulkVoltageKv()))
                        .toList()
                : List.of();
        named = new NamedNodes(layers);
        completeFromKv = completeFromKv(all);
    }

    /** Where no layer says from which voltage it holds everything, all of them together are taken to. */
    private static double completeFromKv(List<FeatureLayer> layers) {
        double least = Double.POSITIVE_INFINITY;
        for (FeatureLayer layer : layers) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (double kv : layer.hasField("completeFromKv") ? layer.numbers("completeFromKv") : new double[0]) {
                greatest = Double.isNaN(kv) ? greatest : Math.max(greatest, kv);
            }
            least = greatest > 0 ? Math.min(least, greatest) : least;
        }
        return Double.isFinite(least) ? least : 0;
    }

    List<SubstationLayer> layers() {
        return layers;
    }

    /** The nodes of each layer that carry the load. */
    List<ShapeIndex> sufficient() {
        return sufficient;
    }

    /** The nodes of each layer that are bulk transmission; none unless they are wanted. */
    List<ShapeIndex> bulk() {
        return bulk;
    }

    NamedNodes named() {
        return named;
    }

    boolean isBulkWanted() {
        return isBulkWanted;
    }

    double reachKm() {
        return parameters.connectionReachKm();
    }

    double maximumDistanceKm() {
        return parameters.maximumDistanceKm();
    }

    double bulkKv() {
        return parameters.bulkVoltageKv();
    }

    /** Lowest voltage that carries the load, kV. */
    double sufficientKv() {
        return sufficientKv;
    }

    /** Whether every node of a voltage and more stands in some layer. */
    boolean isCompleteFrom(double kv) {
        return kv >= completeFromKv;
    }

    /** A voltage, kV, than which no node that stands in no layer has more; 0 when every node stands in one. */
    double greatestMissingKv() {
        return Math.max(0, completeFromKv - 1);
    }
}
