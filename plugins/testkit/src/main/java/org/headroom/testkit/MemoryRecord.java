package org.headroom.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * One record of a {@link MemoryLayer}.
 *
 * @param id the record's own id
 * @param geometry point or area, or null when it is not located
 * @param place the point, or a point inside the area, or null
 * @param fields values by canonical field: Number, String or LocalDate
 */
record MemoryRecord(
        String id, @Nullable Geometry geometry, @Nullable Coordinate place, Map<String, Object> fields) {
    static MemoryRecord of(String id, @Nullable Geometry geometry, Map<String, ?> fields) {
        Coordinate place = geometry == null ? null : geometry.getInteriorPoint().getCoordinate();
        return new MemoryRecord(id, geometry, place, Map.copyOf(fields));
    }
}
