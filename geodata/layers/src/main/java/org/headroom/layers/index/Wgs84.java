package org.headroom.layers.index;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/** The WGS 84 ellipsoid: earth-centred coordinates and geodesic distances, exact and fast. */
public final class Wgs84 {
    /** Semi-major axis, km (NGA.STND.0036, WGS 84, 2014). */
    static final double SEMI_MAJOR_KM = 6378.137;

    /** First eccentricity squared, from the flattening 1/298.257223563 (NGA.STND.0036, WGS 84, 2014). */
    private static final double ECCENTRICITY_SQUARED = 1 / 298.257223563 * (2 - 1 / 298.257223563);

    /** Up to here {@link #distanceKm(double, double, double, double, double)} uses the arc over the chord. */
    private static final double ARC_LIMIT_KM = 100;

    private Wgs84() {}

    /**
     * Length of the shortest line on the ellipsoid between two places, km, accurate to 15 nanometres (C. F. F. Karney, "Algorithms
     * for geodesics", J. Geodesy 87, 2013).
     */
    public static double geodesicKm(double longitude1, double latitude1, double longitude2, double latitude2) {
        return Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2, GeodesicMask.DISTANCE).s12 / 1000;
    }

    /** Writes the place as earth-centred, earth-fixed x, y, z in km (height 0) into {@code out[at .. at + 2]}. */
    static void earthCentred(double longitude, double latitude, double[] out, int at) {
        double lambda = StrictMath.toRadians(longitude);
        double phi = StrictMath.toRadians(latitude);
        double sin = StrictMath.sin(phi);
        double normal = SEMI_MAJOR_KM / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
        double axis = normal * StrictMath.cos(phi);
        out[at] = axis * StrictMath.cos(lambda);
        out[at + 1] = axis * StrictMath.sin(lambda);
        out[at + 2] = normal * (1 - ECCENTRICITY_SQUARED) * sin;
    }

    /**
     * Length of the shortest line between two places whose chord is known, km: up to 100 km by {@link #arcKm}, in error by at most 1 mm
     * up to 50 km and 1 cm up to 100 km; beyond by {@link #geodesicKm}.
     */
    static double distanceKm(double chordKm, double longitude1, double latitude1, double longitude2, double latitude2) {
        if (chordKm <= ARC_LIMIT_KM) {
            double arc = arcKm(chordKm, latitude1, latitude2);
            if (arc <= ARC_LIMIT_KM) {
                return arc;
            }
        }
        return geodesicKm(longitude1, latitude1, longitude2, latitude2);
    }

    /**
     * Length of the shortest line from a place to one in space that is about on the ellipsoid, km, as accurate as the other of this name.
     *
     * @param from the first place, earth-centred, km
     * @param to the other, likewise; brought down or up to the ellipsoid
     */
    static double distanceKm(double longitude, double latitude, double[] from, double[] to) {
        double axis = Math.sqrt(to[0] * to[0] + to[1] * to[1]);
        double toLatitude = StrictMath.toDegrees(StrictMath.atan2(to[2], axis * (1 - ECCENTRICITY_SQUARED)));
        double toLongitude = StrictMath.toDegrees(StrictMath.atan2(to[1], to[0]));
        double[] on = new double[3];
        earthCentred(toLongitude, toLatitude, on, 0);
        double dx = on[0] - from[0];
        double dy = on[1] - from[1];
        double dz = on[2] - from[2];
        return distanceKm(Math.sqrt(dx * dx + dy * dy + dz * dz), longitude, latitude, toLongitude, toLatitude);
    }

    /**
     * The arc over a chord on the sphere with the Gaussian radius of curvature, the geometric mean of the two principal radii (C. F.
     * Gauss, 1827; Torge and Mueller, "Geodesy", 2012), at the mean of the two latitudes. The error against the geodesic is the
     * difference between the Gaussian radius and that of the line's own direction; it grows with the cube of the distance.
     */
    static double arcKm(double chordKm, double latitude1, double latitude2) {
        double sin = StrictMath.sin(StrictMath.toRadians((latitude1 + latitude2) / 2));
        double radius = SEMI_MAJOR_KM * Math.sqrt(1 - ECCENTRICITY_SQUARED) / (1 - ECCENTRICITY_SQUARED * sin * sin);
        return 2 * radius * StrictMath.asin(Math.min(1, chordKm / (2 * radius)));
    }
}
