package org.headroom.cooling;

import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The degree-day records of one layer. A place inside areas takes the mean of those areas; else a site that is an area takes the mean of the points
 * in it; else the mean of the points within the radius; else the nearest point within reach. Means are weighted by population: a record without one counts as one person, and where
 * nobody lives all count alike. Immutable and safe for several threads.
 */
final class DegreeDaySource {
    /** Greater than any radius of curvature of WGS 84, km. */
    private static final double EARTH_KM = 6_400;

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

    /**
     * Collects what speaks for a place.
     *
     * @param area of which the place is the inner point, such as a county; null for a place alone
     */
    void collect(double longitude, double latitude, @Nullable Geometry area, DegreeDayMeans means) {
        means.reset(heating, cooling, weights);
        areas.covering(longitude, latitude, means.visitor);
        if (means.count() == 0 && area != null) {
            collectWithin(area, means);
        }
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

    /** The inner point of a county may lie in the mountains above the valley where people live. */
    private void collectWithin(Geometry area, DegreeDayMeans means) {
        Envelope box = area.getEnvelopeInternal();
        Coordinate middle = box.centre();
        points.recordsWithin(middle.x, middle.y, atMostKm(box), record -> {
            Coordinate place = new Coordinate(layer.longitude(record), layer.latitude(record));
            if (box.covers(place) && SimplePointInAreaLocator.locate(place, area) != Location.EXTERIOR) {
                means.add(record);
            }
        });
    }

    /** A length, km, that no corner of a box is farther than from its middle. */
    private static double atMostKm(Envelope box) {
        boolean crossesEquator = box.getMinY() < 0 && box.getMaxY() > 0;
        double nearest = crossesEquator ? 0 : Math.min(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        double east = box.getWidth() / 2 * StrictMath.cos(StrictMath.toRadians(nearest));
        return StrictMath.toRadians(Math.hypot(east, box.getHeight() / 2)) * EARTH_KM;
    }
}
