package org.headroom.layers.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.headroom.layers.format.NumberForm;
import org.headroom.spi.GeometryRole;
import org.jspecify.annotations.Nullable;

/**
 * The {@code geometry} part of a descriptor.
 *
 * @param place where places come from
 * @param longitude column, for {@link Place#COLUMNS}, else empty
 * @param latitude column, for {@link Place#COLUMNS}, else empty
 * @param isDms whether these columns may hold degrees, minutes and seconds
 * @param numbers how numbers are written in these columns; null for plain ones
 * @param pointLongitude degrees east of all records, for {@link Place#POINT}, else NaN
 * @param pointLatitude degrees north, for {@link Place#POINT}, else NaN
 * @param joinLayer layer id, for {@link Place#JOIN}, else empty
 * @param on field of the joined layer: column of the source, in the descriptor's order
 * @param normaliser how join keys are compared
 * @param separator what stands between the keys of several areas in one cell; empty where a cell holds one
 * @param required whether a record without a place is skipped
 * @param role what the shapes stand for; empty when the records say that
 * @param repair whether an invalid polygon is repaired rather than treated as no place
 */
public record GeometrySpec(
        Place place,
        String longitude,
        String latitude,
        boolean isDms,
        @Nullable NumberForm numbers,
        double pointLongitude,
        double pointLatitude,
        String joinLayer,
        Map<String, String> on,
        KeyNormaliser normaliser,
        String separator,
        boolean required,
        Optional<GeometryRole> role,
        boolean repair) {
    /** Where places come from. */
    public enum Place {
        OWN,
        COLUMNS,
        POINT,
        JOIN,
        NONE
    }

    public GeometrySpec {
        on = Collections.unmodifiableMap(new LinkedHashMap<>(on));
    }
}
