package org.headroom.layers;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The columns of a feature layer. Arrays are owned by the layer once handed over.
 *
 * @param recordIds id of each record
 * @param longitudes degrees east, NaN where not located
 * @param latitudes degrees north, NaN where not located
 * @param geometryOf place of the record's area in {@code geometries}, -1 where it is a point or not located
 * @param geometries distinct areas, valid, polygons or multipolygons
 * @param numbers number columns by field
 * @param texts text columns by field
 * @param dates date columns by field, days since 1970-01-01
 */
record FeatureData(
        String[] recordIds,
        double[] longitudes,
        double[] latitudes,
        int[] geometryOf,
        List<Geometry> geometries,
        SortedMap<String, double[]> numbers,
        SortedMap<String, @Nullable String[]> texts,
        SortedMap<String, int[]> dates) {}
