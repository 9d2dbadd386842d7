package org.headroom.layers.load;

import org.headroom.layers.format.Numbers;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The range of longitude and latitude. */
final class Bounds {
    /** What rounding of a projection may exceed the range by, degrees (a tenth of a millimetre). */
    private static final double ROUNDING = 1e-9;

    /** No misprint of degrees is as large as this. */
    private static final double LEAST_LENGTH = 1000;

    /** A tenth of a metre where coordinates are degrees, less elsewhere. */
    private static final double ZERO = 1e-6;

    private static final String NULL_ISLAND =
            "0, 0, where sources put what they know no place of; leave it out with \"where\" or correct it";

    private Bounds() {}

    /** What is wrong with a coordinate, or null. */
    static @Nullable Place problem(double longitude, double latitude, String longitudeField, String latitudeField) {
        if (!(Math.abs(longitude) <= 180 + ROUNDING)) {
            return Place.problem(
                    "the longitude is not within -180 to 180 degrees" + lengths(longitude),
                    longitudeField,
                    Numbers.text(longitude));
        }
        if (!(Math.abs(latitude) <= 90 + ROUNDING)) {
            return Place.problem(
                    "the latitude is not within -90 to 90 degrees" + lengths(latitude),
                    latitudeField,
                    Numbers.text(latitude));
        }
        return null;
    }

    private static String lengths(double degrees) {
        return Math.abs(degrees) > LEAST_LENGTH
                ? "; if it is in metres or feet, give the reference system as \"crs\" in the descriptor"
                : "";
    }

    /** A point, or what is wrong with it. */
    static Place point(double longitude, double latitude, String longitudeField, String latitudeField) {
        Place problem = problem(longitude, latitude, longitudeField, latitudeField);
        if (problem != null) {
            return problem;
        }
        return Place.point(clamp(longitude, 180), clamp(latitude, 90));
    }

    /** The place of a point, with a note when its coordinates, as its source has them, are 0, 0 in whatever reference system. */
    static Place noted(Place place, double x, double y) {
        return isZero(x, y) ? place.noted("the place is " + NULL_ISLAND) : place;
    }

    /** What is to be said of a shape of several positions of which one is 0, 0 in its source; null for nothing. */
    static @Nullable String zero(Geometry geometry) {
        if (geometry.getEnvelopeInternal().intersects(0, 0)) {
            for (Coordinate c : geometry.getCoordinates()) {
                if (isZero(c.x, c.y)) {
                    return "the shape has a position at " + NULL_ISLAND;
                }
            }
        }
        return null;
    }

    private static boolean isZero(double x, double y) {
        return Math.abs(x) < ZERO && Math.abs(y) < ZERO;
    }

    static double clamp(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }
}
