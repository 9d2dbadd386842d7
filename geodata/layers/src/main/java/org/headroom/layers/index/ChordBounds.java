package org.headroom.layers.index;

/**
 * What the straight chord between two places of the WGS 84 ellipsoid says for sure about their geodesic distance. So a search can work
 * with chords and ask for a geodesic only where the chord leaves the answer open.
 *
 * <p>The geodesic is never shorter than the chord. Beyond some 1,800 km a better bound holds: the ball of the semi-minor axis lies
 * inside the ellipsoid, and going to the nearest point of a convex body never lengthens a path, so the geodesic is at least the arc
 * between the two directions on that ball. And as a geodesic is nowhere curved more than 1 / {@link #LEAST_RADIUS_KM}, its chord is at
 * least that of a circular arc of its length and that radius (A. Schur, 1921).
 *
 * <p>All bounds allow for {@link #ROUNDING_KM}, far more than the rounding of chords (nanometres) and the error of the geodesics.
 */
final class ChordBounds {
    /** Semi-minor axis, km (NGA.STND.0036, WGS 84, 2014). */
    private static final double SEMI_MINOR_KM = 6356.752314245179;

    /** Least radius of curvature of the ellipsoid, that of the meridian at the equator, b * b / a, rounded down. */
    private static final double LEAST_RADIUS_KM = 6335.439;

    /** More than the distance from the centre can differ between two places, a - b. */
    private static final double FLATTENING_KM = 21.4;

    private static final double ROUNDING_KM = 1e-9;

    /** Below this the ball of the semi-minor axis bounds no better than the chord itself. */
    private static final double NEAR_KM = 1800;

    /** pi * pi / 4 - 4 / 3, the sum of the terms behind the second in the series of (asin(x) / x) squared at x = 1. */
    private static final double SERIES_REST = 1.13407;

    private ChordBounds() {}

    /**
     * The square of a chord, km2, from which on a place is for sure farther than one at the given chord.
     *
     * @param chordSquared square of a chord, km2
     */
    static double fartherSquared(double chordSquared) {
        // (asin(x) / x)^2 = 1 + x^2 / 3 + 8 x^4 / 45 + ..., with x = chord / (2 R); and (c + e)^2 <= c^2 (1 + d) + e^2
        // (1 + 1 / d).
        double square = chordSquared / (4 * LEAST_RADIUS_KM * LEAST_RADIUS_KM);
        return chordSquared * (1 + ROUNDING_KM + square * (1.0 / 3 + SERIES_REST * square)) + 2 * ROUNDING_KM;
    }

    /** The longest chord, km, that for sure means a geodesic of at most {@code km}; negative when there is none. */
    static double insideKm(double km) {
        // 2 R sin(km / 2 R), by its first two terms, which are less.
        double angle = km / LEAST_RADIUS_KM;
        return km * (1 - angle * angle / 24) - ROUNDING_KM;
    }

    /** The chord, km, beyond which a place is for sure farther than {@code km}. */
    static double outsideKm(double km) {
        double angle = km / SEMI_MINOR_KM;
        if (km < NEAR_KM || angle >= StrictMath.PI) {
            return km + ROUNDING_KM;
        }
        double chord = 2 * Wgs84.SEMI_MAJOR_KM * StrictMath.sin(angle / 2);
        return Math.min(km, Math.sqrt(chord * chord + FLATTENING_KM * FLATTENING_KM)) + ROUNDING_KM;
    }
}
