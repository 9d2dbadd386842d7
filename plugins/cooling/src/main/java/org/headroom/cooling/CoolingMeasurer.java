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
import org.jspecify.annotations.Nullable;

/**
 * Fills the columns, each from the best source that speaks for the site: an hourly station within its own reach, then the stations
 * round about, then rasters; for the degree days themselves records and rasters of them come first.
 */
final class CoolingMeasurer implements Measurer {
    private static final int QUANTITIES = CoolingCriteria.ALL.size();

    private final List<StationSource> hourly = new ArrayList<>();
    private final List<DegreeDaySource> degreeDays = new ArrayList<>();
    private final List<RasterSource> rasters;
    /** All stations of all layers; null when there are none. */
    private final @Nullable StationNetwork network;

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
        List<ClimateStation> stations = new ArrayList<>();
        for (FeatureLayer layer : layers) {
            if (JointStations.isJoint(layer)) {
                stations.addAll(new JointStations(layer, parameters.reach().minimumStationHours()).stations);
            } else if (StationSource.isHourly(layer)) {
                StationSource source = new StationSource(layer, parameters);
                hourly.add(source);
                stations.addAll(source.stations);
            }
            if (DegreeDaySource.hasDegreeDays(layer)) {
                degreeDays.add(new DegreeDaySource(layer, parameters));
            }
        }
        DegreeDayMeans means = new DegreeDayMeans();
        network = stations.isEmpty()
                ? null
                : new StationNetwork(stations, parameters, (longitude, latitude) -> meanC(longitude, latitude, means));
        rasters = rasterLayers.stream()
                .map(layer -> new RasterSource(layer, parameters.annualMeans()))
                .toList();
        noLayer = layers.isEmpty() && rasterLayers.isEmpty();
    }

    /** Mean temperature of a place by the first degree-day records that speak for it; NaN where none do. */
    private double meanC(double longitude, double latitude, DegreeDayMeans means) {
        for (DegreeDaySource source : degreeDays) {
            source.collect(longitude, latitude, null, means);
            double mean = DegreeDays.meanC(means.heating(), means.cooling());
            if (!Double.isNaN(mean)) {
                return mean;
            }
        }
        return Double.NaN;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        MeasurementColumn[] columns = new MeasurementColumn[QUANTITIES];
        for (int quantity = 0; quantity < QUANTITIES; quantity++) {
            Criterion criterion = CoolingCriteria.ALL.get(quantity);
            columns[quantity] = out.column(criterion.id());
        }
        SiteWriter writer = new SiteWriter(columns, sites);
        for (int site = 0; site < sites.size(); site++) {
            writer.measure(site);
        }
    }

    /** Works on one site after another. Working memory of one thread. */
    private final class SiteWriter {
        private final MeasurementColumn[] columns;
        private final SiteBlock sites;
        private final double[] longitudes;
        private final double[] latitudes;
        private final double[] elevationsM;
        private final DegreeDayMeans means = new DegreeDayMeans();
        private final StationNetwork.@Nullable Estimate neighbours = network == null ? null : network.estimate();
        private final double[] values = new double[QUANTITIES];
        private final boolean[] done = new boolean[QUANTITIES];
        private int open;
        private boolean reached;
        private double meanC;

        SiteWriter(MeasurementColumn[] columns, SiteBlock sites) {
            this.columns = columns;
            this.sites = sites;
            longitudes = sites.longitudes();
            latitudes = sites.latitudes();
            elevationsM = network == null ? new double[0] : sites.numbers("elevationM");
        }

        void measure(int site) {
            Arrays.fill(done, false);
            open = wanted.length;
            reached = false;
            meanC = Double.NaN;
            fromHourly(site, false);
            fromDegreeDays(site);
            if (neighbours != null && open > 0) {
                fromRasters(site, true);
                fromHourly(site, true);
                fromNeighbours(site, neighbours);
            }
            if (open > 0) {
                fromRasters(site, false);
                fromHourly(site, true);
            }
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

        private void fromHourly(int site, boolean degreeDaysToo) {
            for (StationSource source : hourly) {
                int record = source.find(longitudes[site], latitudes[site]);
                if (record >= 0) {
                    reached = true;
                    EvidenceClass evidence = EvidenceClass.weaker(EvidenceClass.DERIVED, source.layer.evidenceClass());
                    double[] summary = source.summary(record);
                    for (int quantity : wanted) {
                        if (degreeDaysToo || !CoolingCriteria.isDegreeDays(quantity)) {
                            put(site, quantity, summary[quantity], evidence, source.layer, record);
                        }
                    }
                }
            }
        }

        private void fromDegreeDays(int site) {
            for (DegreeDaySource source : degreeDays) {
                source.collect(longitudes[site], latitudes[site], sites.area(site), means);
                if (means.count() > 0) {
                    reached = true;
                    EvidenceClass layerEvidence = source.layer.evidenceClass();
                    EvidenceClass evidence = means.count() == 1
                            ? layerEvidence
                            : EvidenceClass.weaker(EvidenceClass.DERIVED, layerEvidence);
                    double heating = means.heating();
                    double cooling = means.cooling();
                    meanC = Double.isNaN(meanC) ? DegreeDays.meanC(heating, cooling) : meanC;
                    for (int quantity : wanted) {
                        if (CoolingCriteria.isDegreeDays(quantity)) {
                            double value = quantity == CoolingCriteria.HEATING_DEGREE_DAYS ? heating : cooling;
                            put(site, quantity, value, evidence, source.layer, means.single());
                        }
                    }
                }
            }
        }

        private void fromNeighbours(int site, StationNetwork.Estimate found) {
            if (open > 0 && found.find(longitudes[site], latitudes[site], elevationsM[site], meanC)) {
                reached = true;
                EvidenceClass evidence = found.evidence();
                Layer layer = found.station().layer();
                for (int quantity : wanted) {
                    if (!done[quantity]) {
                        found.bound(quantity);
                        closed(quantity);
                        columns[quantity].setInterval(
                                site, found.lower, found.upper, evidence, layer, MeasurementColumn.NO_RECORD);
                    }
                }
            }
        }

        private void fromRasters(int site, boolean degreeDaysOnly) {
            for (RasterSource source : rasters) {
                if (source.sample(longitudes[site], latitudes[site], values)) {
                    reached = true;
                    for (int quantity : wanted) {
                        boolean isDegreeDays = CoolingCriteria.isDegreeDays(quantity);
                        if (isDegreeDays || !degreeDaysOnly) {
                            EvidenceClass evidence = isDegreeDays ? EvidenceClass.DERIVED : EvidenceClass.ESTIMATED;
                            put(
                                    site,
                                    quantity,
                                    values[quantity],
                                    EvidenceClass.weaker(evidence, source.layer.evidenceClass()),
                                    source.layer,
                                    MeasurementColumn.NO_RECORD);
                        }
                    }
                }
            }
        }

        private void put(int site, int quantity, double value, EvidenceClass evidence, Layer layer, int record) {
            if (!done[quantity] && !Double.isNaN(value)) {
                closed(quantity);
                columns[quantity].set(site, value, evidence, layer, record);
            }
        }

        private void closed(int quantity) {
            done[quantity] = true;
            open--;
        }
    }
}
