package org.headroom.layers;

import org.headroom.layers.index.Wgs84;

/** Distances on the WGS 84 ellipsoid. */
public final class Geodesy {
    private Geodesy() {}

    /**
     * Geodesic distance between two places, km, accurate to 15 nanometres (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87,
     * 2013). Degrees; right across the antimeridian and at the poles; NaN when an argument is NaN.
     */
    public static double distanceKm(double longitude1, double latitude1, double longitude2, double latitude2) {
        return Wgs84.geodesicKm(longitude1, latitude1, longitude2, latitude2);
    }
}
