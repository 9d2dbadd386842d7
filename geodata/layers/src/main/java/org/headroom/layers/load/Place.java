package org.headroom.layers.load;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Where a record lies, or why that is not known.
 *
 * @param longitude degrees east; NaN when not located
 * @param latitude degrees north; NaN when not located
 * @param area valid polygon or multipolygon, possibly shared; null for a point or when not located
 * @param shared number of the area in the layer that it is borrowed from; {@link #OWN} when it is the record's own or there is none
 * @param line line, cloud of points or outline of a node that stands for the record beside its point; null for any other
 * @param note what should be looked at though the place is used as it stands, without a full stop; null when nothing is odd
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
        @Nullable Geometry line,
        @Nullable String note,
        @Nullable String repaired,
        @Nullable String problem,
        String field,
        String value) {
    /** The area is not borrowed. */
    static final int OWN = -1;

    /** No place, and none is meant to be. */
    public static final Place NOWHERE = new Place(Double.NaN, Double.NaN, null, OWN, null, null, null, null, "", "");

    public static Place point(double longitude, double latitude) {
        return new Place(longitude, latitude, null, OWN, null, null, null, null, "", "");
    }

    /** A line, a cloud of points, or the outline of a node, with a point on or in it. */
    static Place line(Geometry line, @Nullable String repaired, @Nullable String note) {
        Point on = line.getInteriorPoint();
        return new Place(on.getX(), on.getY(), null, OWN, line, note, repaired, null, "", "");
    }

    static Place area(Geometry area, @Nullable String repaired, @Nullable String note) {
        Point inside = area.getInteriorPoint();
        return new Place(inside.getX(), inside.getY(), area, OWN, null, note, repaired, null, "", "");
    }

    /** The same place with something that should be looked at. */
    Place noted(@Nullable String text) {
        return new Place(longitude, latitude, area, shared, line, text, repaired, problem, field, value);
    }

    static Place problem(String problem, String field, String value) {
        return new Place(Double.NaN, Double.NaN, null, OWN, null, null, null, problem, field, value);
    }
}
