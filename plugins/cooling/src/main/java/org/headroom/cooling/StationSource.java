package org.headroom.cooling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.jspecify.annotations.Nullable;

/** The stations of one layer with hourly records, each summed up once. Immutable and safe for several threads. */
final class StationSource {
    final FeatureLayer layer;
    private final PointIndex points;
    private final double reachKm;

    /** Summary of each station, at its first located record; empty elsewhere. */
    private final double[][] summaries;

    /** The stations with enough hours that tell of the wet bulb too. */
    final List<ClimateStation> stations = new ArrayList<>();

    StationSource(FeatureLayer layer, CoolingParameters parameters) {
        this.layer = layer;
        reachKm = parameters.reach().stationKm();
        summaries = new double[layer.size()][0];
        for (List<Integer> records : stations(layer).values()) {
            HourlyYear year = year(records, parameters);
            double[] summary = year.summary(parameters.reach().minimumStationHours());
            int place = firstLocated(records);
            if (place >= 0 && hasValue(summary)) {
                summaries[place] = summary;
                if (!Double.isNaN(summary[CoolingCriteria.WET_BULB_P99])) {
                    stations.add(station(place, year, summary));
                }
            }
        }
        points = layer.points(record -> summaries[record].length > 0);
    }

    /** Whether the layer has hourly records at all. */
    static boolean isHourly(FeatureLayer layer) {
        return layer.hasField("hourOfYear") && layer.hasField("dryBulbC");
    }

    /** The station's record that speaks for a place, or -1. */
    int find(double longitude, double latitude) {
        int record = points.nearest(longitude, latitude);
        return record >= 0 && points.distanceKm(longitude, latitude, record) <= reachKm ? record : -1;
    }

    /** Summary of a record from {@link #find}; do not write to it. */
    double[] summary(int record) {
        return summaries[record];
    }

    private static Map<String, List<Integer>> stations(FeatureLayer layer) {
        @Nullable String[] ids = layer.texts("stationId");
        double[] hours = layer.numbers("hourOfYear");
        Map<String, List<Integer>> stations = new LinkedHashMap<>();
        for (int record = 0; record < layer.size(); record++) {
            String id = ids[record];
            if (!Double.isNaN(hours[record])) {
                stations.computeIfAbsent(id == null ? "" : id, key -> new ArrayList<>())
                        .add(record);
            }
        }
        return stations;
    }

    private HourlyYear year(List<Integer> records, CoolingParameters parameters) {
        double[] hours = layer.numbers("hourOfYear");
        double[] dryBulbs = layer.numbers("dryBulbC");
        double[] dewPoints = layer.numbers("dewPointC");
        double[] wetBulbs = layer.numbers("wetBulbC");
        double[] pressures = layer.numbers("pressurePa");
        HourlyYear year = new HourlyYear(parameters.plant(), records.size());
        for (int record : records) {
            year.add(hours[record], dryBulbs[record], dewPoints[record], wetBulbs[record], pressures[record]);
        }
        return year;
    }

    private ClimateStation station(int place, HourlyYear year, double[] summary) {
        return new ClimateStation(
                layer,
                place,
                layer.numbers("elevationM")[place],
                year.meanPressurePa(),
                year.jointHours(),
                summary[CoolingCriteria.DRY_BULB_P99],
                summary[CoolingCriteria.WET_BULB_P99],
                summary[CoolingCriteria.MEAN_WET_BULB],
                summary[CoolingCriteria.HEATING_DEGREE_DAYS],
                summary[CoolingCriteria.COOLING_DEGREE_DAYS]);
    }

    private int firstLocated(List<Integer> records) {
        for (int record : records) {
            if (layer.isLocated(record)) {
                return record;
            }
        }
        return -1;
    }

    private static boolean hasValue(double[] summary) {
        for (double value : summary) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
