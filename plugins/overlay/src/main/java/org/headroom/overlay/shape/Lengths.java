package org.headroom.overlay.shape;

/**
 * Lengths on the WGS 84 ellipsoid that are safe to rule something out by. A short way along it is sqrt(M² dφ² + N² cos²φ dλ²), and both radii
 * of curvature M and N lie between a(1-e²), the meridian's at the equator, and a²/b at the poles (NIMA TR8350.2, 2000; Snyder, Map
 * Projections: a Working Manual, USGS PP 1395, 1987, p. 24). So a figure is off by less than 1 %, always to the safe side.
 */
public final class Lengths {
    /** No radius of curvature is smaller, km. */
    static final double LEAST_RADIUS_KM = 6335.439;
    /** No radius of curvature is greater, km. */
    static final double GREATEST_RADIUS_KM = 6399.594;

    private static final double TURN = 360;

    private Lengths() {}

    /** A length, km, that a straight line in degrees is not longer than. */
    public static double atMostKm(double longitude1, double latitude1, double longitude2, double latitude2) {
        double cosine = greatestCosine(Math.min(latitude1, latitude2), Math.max(latitude1, latitude2));
        return straight(longitude2 - longitude1, latitude2 - latitude1, cosine) * GREATEST_RADIUS_KM;
    }

    /**
     * A distance, km, than which no place of a shape is farther from a place. The shape may be cut at the antimeridian: longitudes are taken the
     * short way round.
     *
     * @param xs degrees east of all corners of the shape
     * @param ys degrees north of them, as many
     */
    public static double reachKm(double longitude, double latitude, double[] xs, double[] ys) {
        double south = latitude;
        double north = latitude;
        for (double y : ys) {
            south = Math.min(south, y);
            north = Math.max(north, y);
        }
        double cosine = greatestCosine(south, north);
        double farthest = 0;
        for (int i = 0; i < xs.length; i++) {
            double east = Math.IEEEremainder(xs[i] - longitude, TURN);
            farthest = Math.max(farthest, straight(east, ys[i] - latitude, cosine));
        }
        return farthest * GREATEST_RADIUS_KM;
    }

    private static double greatestCosine(double south, double north) {
        double nearestToEquator = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
        return StrictMath.cos(StrictMath.toRadians(nearestToEquator));
    }

    private static double straight(double eastDegrees, double northDegrees, double cosine) {
        double east = eastDegrees * cosine;
        return StrictMath.toRadians(Math.sqrt(east * east + northDegrees * northDegrees));
    }
}
