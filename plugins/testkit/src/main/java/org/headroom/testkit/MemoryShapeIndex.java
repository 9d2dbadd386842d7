package org.headroom.testkit;

import java.util.function.IntFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ShapeIndex;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Looks at every hundredth of every edge of every shape. Distances by GeographicLib (Karney 2013). */
record MemoryShapeIndex(int[] records, IntFunction<Geometry> shapes) implements ShapeIndex {
    private static final int PARTS = 100;
    private static final double METRES_PER_KM = 1000;
    /** Of curvature, at the poles of WGS 84; no way of so many degrees is longer. */
    private static final double GREATEST_RADIUS_KM = 6399.6;

    @Override
    public int size() {
        return records.length;
    }

    @Override
    public void nearest(double[] longitudes, double[] latitudes, int count, int[] nearest, double[] distancesKm) {
        for (int i = 0; i < count; i++) {
            nearest[i] = -1;
            distancesKm[i] = Double.NaN;
            for (int record : records) {
                double km = distanceKm(longitudes[i], latitudes[i], shapes.apply(record));
                if (nearest[i] < 0 || km < distancesKm[i]) {
                    nearest[i] = record;
                    distancesKm[i] = km;
                }
            }
        }
    }

    @Override
    public void within(double longitude, double latitude, double radiusKm, PointIndex.Visitor visitor) {
        for (int record : records) {
            double km = distanceKm(longitude, latitude, shapes.apply(record));
            if (km <= radiusKm) {
                visitor.visit(record, km);
            }
        }
    }

    private static double distanceKm(double longitude, double latitude, Geometry shape) {
        Coordinate place = new Coordinate(longitude, latitude);
        if (shape.getDimension() == 2 && SimplePointInAreaLocator.locate(place, shape) != Location.EXTERIOR) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (Coordinate point : shape.getCoordinates()) {
            least = Math.min(least, km(place, point));
        }
        for (Object line : LinearComponentExtracter.getLines(shape)) {
            Coordinate[] points = ((LineString) line).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                least = onEdge(place, points[i - 1], points[i], least);
            }
        }
        return least;
    }

    /** The least distance to an edge, or the one known already when that is less. */
    private static double onEdge(Coordinate place, Coordinate from, Coordinate to, double known) {
        double longest = Math.toRadians(from.distance(to)) * GREATEST_RADIUS_KM;
        if ((km(place, from) + km(place, to) - longest) / 2 >= known) {
            return known;
        }
        double least = known;
        for (int part = 1; part < PARTS; part++) {
            double share = (double) part / PARTS;
            double x = from.x + share * (to.x - from.x);
            double y = from.y + share * (to.y - from.y);
            least = Math.min(least, km(place, new Coordinate(x, y)));
        }
        return least;
    }

    private static double km(Coordinate from, Coordinate to) {
        return Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x, GeodesicMask.DISTANCE).s12 / METRES_PER_KM;
    }
}
