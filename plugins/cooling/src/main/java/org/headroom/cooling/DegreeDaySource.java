package org.headroom.cooling;

import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;

/**
 * The degree-day records of one layer, each with the year that is estimated from it. A place inside areas takes the mean of those
 * areas; else the mean of the points within the radius; else the nearest point within reach. Means are weighted by population: a
 * record without one counts as one person, and where nobody lives all count alike. Immutable and safe for several threads.
 */
final class DegreeDaySource {
    final FeatureLayer layer;
    private final double radiusKm;
    private final double reachKm;
    private final PointIndex points;
    private final AreaIndex areas;
    private final double[][] estimates;
    private final double[] weights;

    DegreeDaySource(FeatureLayer layer, DegreeDayModel model, CoolingParameters parameters) {
        this.layer = layer;
        radiusKm = parameters.reach().degreeDayRadiusKm();
        reachKm = parameters.reach().degreeDayKm();
        double[] heating = layer.numbers("heatingDegreeDays");
        double[] cooling = layer.numbers("coolingDegreeDays");
        double[] population = layer.numbers("population");
        int quantities = CoolingCriteria.ALL.size();
        estimates = new double[layer.size()][quantities];
        weights = new double[layer.size()];
        for (int record = 0; record < layer.size(); record++) {
            model.estimate(heating[record], cooling[record], estimates[record]);
            weights[record] = Double.isNaN(population[record]) ? 1 : Math.max(0, population[record]);
        }
        points = layer.points(
                record -> !layer.isArea(record) && !(Double.isNaN(heating[record]) && Double.isNaN(cooling[record])));
        areas = layer.areas(record -> !(Double.isNaN(heating[record]) && Double.isNaN(cooling[record])));
    }

    /** Whether the layer has degree days at all. */
    static boolean hasDegreeDays(FeatureLayer layer) {
        return layer.hasField("heatingDegreeDays") || layer.hasField("coolingDegreeDays");
    }

    /** Collects what speaks for a place. */
    void collect(double longitude, double latitude, WeightedMeans means) {
        means.reset(estimates, weights);
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
