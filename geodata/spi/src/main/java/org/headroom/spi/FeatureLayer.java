package org.headroom.spi;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Records with fields, located by a point, by an area or not at all. Records are numbered from 0; the number is stable for the
 * same source and descriptor.
 */
public interface FeatureLayer extends Layer {
    /** What {@link #dates} holds where a day is missing. */
    int NO_DATE = Integer.MIN_VALUE;

    /** Number of records. */
    int size();

    /** The record's own id, or its number in the source file from 1 where it has none. */
    String recordId(int record);

    /** Whether the descriptor maps the field; a layer may lack any field that is not required. */
    boolean hasField(String field);

    /** A number field for all records, NaN where missing; all NaN when the layer lacks it. Do not write to it. */
    double[] numbers(String field);

    /**
     * A text field for all records, null where missing; all null when the layer lacks it. In a field with a vocabulary a word that is none of it
     * reads {@link org.headroom.model.LayerField#NOT_UNDERSTOOD}, also within a list: never take that for a missing one or for an all-clear.
     * Do not write to it.
     */
    @Nullable
    String[] texts(String field);

    /** A date field for all records as days since 1970-01-01, {@link #NO_DATE} where missing or lacking. Do not write to it. */
    int[] dates(String field);

    /** Whether the record has a place on the map. */
    boolean isLocated(int record);

    /** Whether the record is an area rather than a point. */
    boolean isArea(int record);

    /**
     * The record's whole shape in EPSG:4326, longitude first; areas are valid. Null when it is not located, or when the layer knows no shapes.
     * Do not change it. Since version 4.
     */
    default @Nullable Geometry geometry(int record) {
        return null;
    }

    /** Degrees east of the record's point, of a point on its line, or of one inside its area; NaN when not located. */
    double longitude(int record);

    /** Degrees north, as {@link #longitude}. */
    double latitude(int record);

    /**
     * Index over the points (areas by their inner point, lines by one on them) of the located records that are included. Costs O(n log n); build it once,
     * in {@link ScoringModule#bind}.
     */
    PointIndex points(IntPredicate include);

    /**
     * Index over the whole shapes of the located records that are included. By default, in layers that know points only, the same as {@link
     * #points}. Build it once. Since version 3.
     */
    default ShapeIndex shapes(IntPredicate include) {
        return ShapeIndex.of(points(include));
    }

    /** What the descriptor says that the shapes stand for; empty when it leaves that to what the records say. Since version 3. */
    default Optional<GeometryRole> role() {
        return Optional.empty();
    }

    /** Index over the areas of the records that are included; records without an area are left out. Build it once. */
    AreaIndex areas(IntPredicate include);
}
