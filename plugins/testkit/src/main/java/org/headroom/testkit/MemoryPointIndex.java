package org.headroom.testkit;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;

/** Looks at every point. Distances by GeographicLib (Karney 2013). */
final class MemoryPointIndex implements PointIndex {
    private static final double METRES_PER_KM = 1000;

    private final FeatureLayer layer;
    private final int[] records;

    MemoryPointIndex(FeatureLayer layer, int[] records) {
        this.layer = layer;
        this.records = records;
    }

    @Override
    public int size() {
        return records.length;
    }

    @Override
    public int nearest(double longitude, double latitude) {
        int nearest = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int record : records) {
            double distance = distanceKm(longitude, latitude, record);
            if (distance < best) {
                best = distance;
                nearest = record;
            }
        }
        return nearest;
    }

    @Override
    public double distanceKm(double longitude, double latitude, int record) {
        return Geodesic.WGS84.Inverse(
                                latitude,
                                longitude,
                                layer.latitude(record),
                                layer.longitude(record),
                                GeodesicMask.DISTANCE)
                        .s12
                / METRES_PER_KM;
    }

    @Override
    public void within(double longitude, double latitude, double radiusKm, Visitor visitor) {
        for (int record : records) {
            double distance = distanceKm(longitude, latitude, record);
            if (distance <= radiusKm) {
                visitor.visit(record, distance);
            }
        }
    }
}
