package org.headroom.cooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.RasterLayer;
import org.headroom.spi.SiteBlock;

/**
 * Fills the columns, each from the best source that speaks for the site: an hourly station, then degree-day records, then rasters;
 * for the degree days themselves the records and rasters come before the station.
 */
final class CoolingMeasurer implements Measurer {
    private static final int QUANTITIES = CoolingCriteria.ALL.size();

    private final List<StationSource> stations = new ArrayList<>();
    private final List<DegreeDaySource> degreeDays = new ArrayList<>();
    private final List<RasterSource> rasters;
    private final boolean noLayer;
    /** Quantities that somebody asks for. */
    private final int[] wanted;

    CoolingMeasurer(
            List<FeatureLayer> layers,
            List<RasterLayer> rasterLayers,
            CoolingParameters parameters,
            Predicate<String> isWanted) {
        wanted = IntStream.range(0, QUANTITIES)
                .filter(quantity ->
                        isWanted.test(CoolingCriteria.ALL.get(quantity).id()))
                .toArray();
        DegreeDayModel model = new DegreeDayModel(parameters);
        for (FeatureLayer layer : layers) {
            if (StationSource.isHourly(layer)) {
                stations.add(new StationSource(layer, parameters));
            }
            if (DegreeDaySource.hasDegreeDays(layer)) {
                degreeDays.add(new DegreeDaySource(layer, model, parameters));
            }
        }
        rasters = rasterLayers.stream()
                .map(layer -> new RasterSource(layer, model, parameters.annualMeans()))
                .toList();
        noLayer = layers.isEmpty() && rasterLayers.isEmpty();
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        MeasurementColumn[] columns = new MeasurementColumn[QUANTITIES];
        for (int quantity = 0; quantity < QUANTITIES; quantity++) {
            Criterion criterion = CoolingCriteria.ALL.get(quantity);
            columns[quantity] = out.column(criterion.id());
        }
        SiteWriter writer = new SiteWriter(columns);
        for (int site = 0; site < sites.size(); site++) {
            writer.measure(site, sites.longitudes()[site], sites.latitudes()[site]);
        }
    }

    /** Works on one site after another. Working memory of one thread. */
    private final class SiteWriter {
        private final MeasurementColumn[] columns;
        private final WeightedMeans means = new WeightedMeans();
        private final double[] values = new double[QUANTITIES];
        private final boolean[] done = new boolean[QUANTITIES];
        private boolean reached;

        SiteWriter(MeasurementColumn[] columns) {
            this.columns = columns;
        }

        void measure(int site, double longitude, double latitude) {
            Arrays.fill(done, false);
            reached = false;
            fromStations(site, longitude, latitude, false);
            fromDegreeDays(site, longitude, latitude);
            fromRasters(site, longitude, latitude);
            fromStations(site, longitude, latitude, true);
            for (int quantity : wanted) {
                if (!done[quantity]) {
                    columns[quantity].setUnknown(site, why());
                }
            }
        }

        private UnknownReason why() {
            if (noLayer) {
                return UnknownReason.NO_LAYER;
            }
            if (reached) {
                return UnknownReason.FIELD_MISSING;
            }
            return rasters.isEmpty() ? UnknownReason.NO_RECORD_IN_REACH : UnknownReason.OUTSIDE_COVERAGE;
        }

        private void fromStations(int site, double longitude, double latitude, boolean degreeDaysToo) {
            for (StationSource source : stations) {
                int record = source.find(longitude, latitude);
                if (record >= 0) {
                    reached = true;
                    EvidenceClass evidence = EvidenceClass.weaker(EvidenceClass.DERIVED, source.layer.evidenceClass());
                    double[] summary = source.summary(record);
                    for (int quantity : wanted) {
                        if (degreeDaysToo || !isDegreeDays(quantity)) {
                            put(site, quantity, summary[quantity], evidence, source.layer, record);
                        }
                    }
                }
            }
        }

        private void fromDegreeDays(int site, double longitude, double latitude) {
            for (DegreeDaySource source : degreeDays) {
                source.collect(longitude, latitude, means);
                if (means.count() > 0) {
                    reached = true;
                    EvidenceClass layerEvidence = source.layer.evidenceClass();
                    EvidenceClass own = means.count() == 1
                            ? layerEvidence
                            : EvidenceClass.weaker(EvidenceClass.DERIVED, layerEvidence);
                    EvidenceClass model = EvidenceClass.weaker(EvidenceClass.ESTIMATED, layerEvidence);
                    for (int quantity : wanted) {
                        EvidenceClass evidence = isDegreeDays(quantity) ? own : model;
                        put(site, quantity, means.mean(quantity), evidence, source.layer, means.single());
                    }
                }
            }
        }

        private void fromRasters(int site, double longitude, double latitude) {
            for (RasterSource source : rasters) {
                if (source.sample(longitude, latitude, values)) {
                    reached = true;
                    EvidenceClass layerEvidence = source.layer.evidenceClass();
                    for (int quantity : wanted) {
                        EvidenceClass evidence =
                                isDegreeDays(quantity) ? EvidenceClass.DERIVED : EvidenceClass.ESTIMATED;
                        put(
                                site,
                                quantity,
                                values[quantity],
                                EvidenceClass.weaker(evidence, layerEvidence),
                                source.layer,
                                MeasurementColumn.NO_RECORD);
                    }
                }
            }
        }

        private void put(int site, int quantity, double value, EvidenceClass evidence, Layer layer, int record) {
            if (!done[quantity] && !Double.isNaN(value)) {
                done[quantity] = true;
                columns[quantity].set(site, value, evidence, layer, record);
            }
        }
    }

    private static boolean isDegreeDays(int quantity) {
        return quantity == CoolingCriteria.HEATING_DEGREE_DAYS || quantity == CoolingCriteria.COOLING_DEGREE_DAYS;
    }
}
