package org.headroom.layers.load;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a record lies, or why that is not known.
 *
 * @param longitude degrees east; NaN when not located
 * @param latitude degrees north; NaN when not located
 * @param area valid polygon or multipolygon, possibly shared; null for a point or when not located
 * @param shared number of the area in the layer that it is borrowed from; {@link #OWN} when it is the record's own or there is none
 * @param repaired what was wrong with the geometry before it was mended; null when nothing was
 * @param problem why there is no place, without a full stop; null when there is one or none is meant to be
 * @param field source column at fault; may be empty
 * @param value the offending value; may be empty
 */
public record Place(
        double longitude,
        double latitude,
        @Nullable Geometry area,
        int shared,
        @Nullable String repaired,
        @Nullable String problem,
        String field,
        String value) {
    /** The area is not borrowed. */
    static final int OWN = -1;

    /** No place, and none is meant to be. */
    public static final Place NOWHERE = new Place(Double.NaN, Double.NaN, null, OWN, null, null, "", "");

    public static Place point(double longitude, double latitude) {
        return new Place(longitude, latitude, null, OWN, null, null, "", "");
    }

    static Place problem(String problem, String field, String value) {
        return new Place(Double.NaN, Double.NaN, null, OWN, null, problem, field, value);
    }
}
