package org.headroom.layers.load;

import org.headroom.layers.format.Numbers;
import org.jspecify.annotations.Nullable;

/** The range of longitude and latitude. */
final class Bounds {
    /** What rounding of a projection may exceed the range by, degrees (a tenth of a millimetre). */
    private static final double ROUNDING = 1e-9;

    private Bounds() {}

    /** What is wrong with a coordinate, or null. */
    static @Nullable Place problem(double longitude, double latitude, String longitudeField, String latitudeField) {
        if (!(Math.abs(longitude) <= 180 + ROUNDING)) {
            return Place.problem(
                    "the longitude is not within -180 to 180 degrees", longitudeField, Numbers.text(longitude));
        }
        if (!(Math.abs(latitude) <= 90 + ROUNDING)) {
            return Place.problem("the latitude is not within -90 to 90 degrees", latitudeField, Numbers.text(latitude));
        }
        return null;
    }

    static double clamp(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }
}
