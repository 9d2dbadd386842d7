package org.headroom.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.headroom.gridheadroom.GridHeadroomModule;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.LayerKind;
import org.headroom.model.LoadRequest;
import org.headroom.overlay.OverlayModule;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Coverage;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.Parameter;
import org.headroom.spi.Parameters;
import org.headroom.spi.RasterLayer;
import org.headroom.spi.ScoringModule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The same two things measured by a built-in module and by criteria that a policy declares: the nearest of many points, and the area around a site. */
@OperationsPerInvocation(Block.SITES)
public class OverlayBenchmark extends MicroBenchmark {
    private static final String DISTANCE = "distanceToInterconnectionKm";
    private static final String AREA = "transferCapacityMw";
    private static final String DECLARED_DISTANCE = "distanceKm";
    private static final String DECLARED_AREA = "areaMw";

    /** Points to choose from. */
    @Param("27000")
    public int points;

    /** Columns of the gapless cover. */
    @Param("62")
    public int columns;

    /** Its rows. */
    @Param("50")
    public int rows;

    private final MadeUpSites sites = new MadeUpSites();
    private Measurer builtInDistance;
    private Measurer declaredDistance;
    private Measurer builtInArea;
    private Measurer declaredArea;
    private MeasurementBlock builtIn;
    private MeasurementBlock declared;

    @Setup
    public void load() throws IOException {
        FeatureLayer nodes = MadeUpLayers.points(points, 2);
        FeatureLayer zones = MadeUpLayers.cover(columns, rows, 5);
        ScoringModule grid = new GridHeadroomModule();
        DeclaredCriterion distance = declare(DECLARED_DISTANCE, "km", Measure.DISTANCE_TO, nodes.id(), null);
        DeclaredCriterion area = declare(DECLARED_AREA, "MW", Measure.VALUE_AT, zones.id(), AREA);
        ScoringModule overlay = new OverlayModule().declaring(List.of(distance, area));
        builtInDistance = grid.bind(new Context(nodes, DISTANCE));
        builtInArea = grid.bind(new Context(zones, AREA));
        declaredDistance = overlay.bind(new Context(nodes, DECLARED_DISTANCE));
        declaredArea = overlay.bind(new Context(zones, DECLARED_AREA));
        builtIn = block(grid);
        declared = block(overlay);
    }

    private static MeasurementBlock block(ScoringModule module) {
        return new MeasurementBlock(
                module.criteria().stream().map(Criterion::id).toList(), Block.SITES);
    }

    private static DeclaredCriterion declare(String id, String unit, Measure measure, String layer, String field) {
        return new DeclaredCriterion(
                Criterion.number(id, id, unit, Direction.LOWER_IS_BETTER, 0, 20_040, "a benchmark", "made up"),
                measure,
                List.of(layer),
                List.of(),
                field,
                Over.SITE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Combine.MEAN,
                Double.NaN,
                Coverage.EVERYWHERE,
                OptionalDouble.empty());
    }

    @Benchmark
    public MeasurementBlock distanceBuiltIn() {
        builtInDistance.measure(sites, builtIn);
        return builtIn;
    }

    @Benchmark
    public MeasurementBlock distanceDeclared() {
        declaredDistance.measure(sites, declared);
        return declared;
    }

    @Benchmark
    public MeasurementBlock areaBuiltIn() {
        builtInArea.measure(sites, builtIn);
        return builtIn;
    }

    @Benchmark
    public MeasurementBlock areaDeclared() {
        declaredArea.measure(sites, declared);
        return declared;
    }

    /** How many sites have the same distance, and the same area's value, either way. */
    int same() {
        int same = 0;
        distanceBuiltIn();
        distanceDeclared();
        areaDeclared();
        MeasurementBlock areas = block(new GridHeadroomModule());
        builtInArea.measure(sites, areas);
        for (int site = 0; site < Block.SITES; site++) {
            boolean isSame = builtIn.column(DISTANCE).lower(site)
                            == declared.column(DECLARED_DISTANCE).lower(site)
                    && areas.column(AREA).lower(site)
                            == declared.column(DECLARED_AREA).lower(site);
            same += isSame ? 1 : 0;
        }
        return same;
    }

    /** One layer, of which one criterion is wanted. */
    private record Context(FeatureLayer layer, String wanted) implements ModuleContext {
        private static final Map<String, Double> FIGURES = Map.of(
                "minimumVoltageKv", 1.0,
                "maximumDistanceKm", 20_040.0,
                "connectionReachKm", 0.0,
                "bulkVoltageKv", 230.0,
                "lineMwAt69Kv", 102.0,
                "lineMwAt138Kv", 205.0,
                "lineMwAt230Kv", 400.0,
                "maximumHeadroomAgeYears", 100.0,
                "firmLoadingFraction", 1.0,
                "powerFactor", 1.0);

        @Override
        public LocalDate evaluationDate() {
            return LocalDate.of(2026, 6, 1);
        }

        @Override
        public LoadRequest request() {
            return new LoadRequest("data_center", 100);
        }

        @Override
        public Parameters parameters() {
            return new Parameters(FIGURES.entrySet().stream()
                    .map(figure -> new Parameter(
                            figure.getKey(), List.of(figure.getValue()), "", "1", "2026", "made up", true))
                    .toList());
        }

        @Override
        public boolean isWanted(String criterionId) {
            return criterionId.equals(wanted);
        }

        @Override
        public List<FeatureLayer> featureLayers(LayerKind kind) {
            return layer.kind().equals(kind) ? List.of(layer) : List.of();
        }

        @Override
        public List<RasterLayer> rasterLayers(LayerKind kind) {
            return List.of();
        }

        @Override
        public Optional<Layer> findLayer(String id) {
            return layer.id().equals(id) ? Optional.of(layer) : Optional.empty();
        }
    }
}
