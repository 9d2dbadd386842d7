package org.headroom.cooling;

import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;

/**
 * The degree-day records of one layer. A place inside areas takes the mean of those areas; else the mean of the points within the
 * radius; else the nearest point within reach. Means are weighted by population: a record without one counts as one person, and where
 * nobody lives all count alike. Immutable and safe for several threads.
 */
final class DegreeDaySource {
    final FeatureLayer layer;
    private final double radiusKm;
    private final double reachKm;
    private final PointIndex points;
    private final AreaIndex areas;
    private final double[] heating;
    private final double[] cooling;
    private final double[] weights;

    DegreeDaySource(FeatureLayer layer, CoolingParameters parameters) {
        this.layer = layer;
        radiusKm = parameters.reach().degreeDayRadiusKm();
        reachKm = parameters.reach().degreeDayKm();
        heating = layer.numbers("heatingDegreeDays");
        cooling = layer.numbers("coolingDegreeDays");
        double[] population = layer.numbers("population");
        weights = new double[layer.size()];
        for (int record = 0; record < layer.size(); record++) {
            weights[record] = Double.isNaN(population[record]) ? 1 : Math.max(0, population[record]);
        }
        points = layer.points(record -> !layer.isArea(record) && tells(record));
        areas = layer.areas(this::tells);
    }

    /** Whether the layer's records give degree days; those of a station of which the hours are known are the station's. */
    static boolean hasDegreeDays(FeatureLayer layer) {
        return (layer.hasField("heatingDegreeDays") || layer.hasField("coolingDegreeDays"))
                && !JointStations.isJoint(layer);
    }

    private boolean tells(int record) {
        return !(Double.isNaN(heating[record]) && Double.isNaN(cooling[record]));
    }

    /** Collects what speaks for a place. */
    void collect(double longitude, double latitude, DegreeDayMeans means) {
        means.reset(heating, cooling, weights);
        areas.covering(longitude, latitude, means.visitor);
        if (means.count() == 0) {
            points.recordsWithin(longitude, latitude, radiusKm, means.visitor);
        }
        if (means.count() == 0) {
            int record = points.nearest(longitude, latitude);
            if (record >= 0 && points.distanceKm(longitude, latitude, record) <= reachKm) {
                means.add(record);
            }
        }
    }
}
