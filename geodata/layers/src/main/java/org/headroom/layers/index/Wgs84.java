package org.headroom.layers.index;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/** The WGS 84 ellipsoid: geodesic distances, and the bound that the point index prunes with. */
public final class Wgs84 {
    /** Semi-minor axis, km (NGA.STND.0036, WGS 84, 2014). */
    static final double SEMI_MINOR_KM = 6356.752314245179;

    /** Square of (semi-minor / semi-major axis): 1 - e2 (NGA.STND.0036, WGS 84, 2014). */
    private static final double AXIS_RATIO_SQUARED = 0.9933056200098587;

    private Wgs84() {}

    /**
     * Length of the shortest line on the ellipsoid between two places, km, accurate to 15 nanometres (C. F. F. Karney, "Algorithms
     * for geodesics", J. Geodesy 87, 2013).
     */
    public static double distanceKm(double longitude1, double latitude1, double longitude2, double latitude2) {
        return Geodesic.WGS84.Inverse(latitude1, longitude1, latitude2, longitude2, GeodesicMask.DISTANCE).s12 / 1000;
    }

    /**
     * Writes the direction of a place as seen from the centre of the earth, a unit vector, into {@code out[at .. at + 2]}.
     */
    static void direction(double longitude, double latitude, double[] out, int at) {
        double lambda = StrictMath.toRadians(longitude);
        double phi = StrictMath.toRadians(latitude);
        double cos = StrictMath.cos(phi);
        double z = AXIS_RATIO_SQUARED * StrictMath.sin(phi);
        double length = StrictMath.sqrt(cos * cos + z * z);
        out[at] = cos * StrictMath.cos(lambda) / length;
        out[at + 1] = cos * StrictMath.sin(lambda) / length;
        out[at + 2] = z / length;
    }

    /**
     * The longest straight distance that the directions of two places can have when their geodesic distance is at most {@code km}.
     *
     * <p>The ball of the semi-minor axis lies inside the ellipsoid, and going to the nearest point of a convex body never lengthens a
     * path; so the geodesic is at least as long as the arc between the two directions on that ball. The small allowance covers
     * rounding (about 6 micrometres on the ground).
     */
    static double chordLimit(double km) {
        double angle = km / SEMI_MINOR_KM;
        return angle >= StrictMath.PI ? 2.1 : 2 * StrictMath.sin(angle / 2) * (1 + 1e-12) + 1e-12;
    }
}
