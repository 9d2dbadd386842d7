package org.headroom.layers.format.geoparquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.geoparquet.Schema.Shape;

/**
 * What a file says of its shapes: by the entry {@code geo} (GeoParquet 1.1.0, 2024), else by the type of a column (Parquet format 2.11, Geospatial.md).
 *
 * @param column the column with the shapes; empty when there is none
 * @param crs its reference system as a code, or as a text that tells what stands there; empty when it is said to be unknown
 * @param others further columns with shapes, which are not read
 * @param coverings columns that only repeat in which box each shape lies
 * @param geodesic whether edges are said not to be straight
 */
record GeoMetadata(String column, Optional<String> crs, List<String> others, List<String> coverings, boolean geodesic) {
    private static final String DEFAULT_CRS = "OGC:CRS84";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_SHOWN = 60;

    static GeoMetadata of(Map<String, String> keys, List<Shape> shapes) throws SourceException {
        String geo = keys.get("geo");
        if (geo != null) {
            return parse(geo);
        }
        if (shapes.isEmpty()) {
            return new GeoMetadata("", Optional.empty(), List.of(), List.of(), false);
        }
        if (shapes.size() > 1) {
            throw new SourceException(
                    "has several columns of shapes and does not say which is the first: "
                            + String.join(", ", shapes.stream().map(Shape::name).toList()),
                    "Write the file with one of them.");
        }
        Shape shape = shapes.get(0);
        return new GeoMetadata(
                shape.name(), Optional.of(crs(shape.crs(), keys)), List.of(), List.of(), shape.geodesic());
    }

    private static GeoMetadata parse(String geo) throws SourceException {
        JsonNode root = json(geo);
        String primary = root.path("primary_column").asText();
        JsonNode columns = root.path("columns");
        JsonNode column = columns.path(primary);
        if (primary.isEmpty() || !column.isObject()) {
            throw Damage.in("its entry geo, which names no primary_column that it describes");
        }
        String encoding = column.path("encoding").asText();
        if (!encoding.equals("WKB")) {
            throw Damage.unread("has its shapes in column \"" + primary + "\" in the encoding \"" + shortened(encoding)
                    + "\"; only WKB is read");
        }
        List<String> others = new ArrayList<>();
        columns.fieldNames().forEachRemaining(others::add);
        others.remove(primary);
        List<String> coverings = new ArrayList<>();
        columns.forEach(one -> coverings.add(
                one.path("covering").path("bbox").path("xmin").path(0).asText()));
        JsonNode crs = column.path("crs");
        Optional<String> code = crs.isMissingNode()
                ? Optional.of(DEFAULT_CRS)
                : crs.isNull() ? Optional.empty() : Optional.of(code(crs));
        return new GeoMetadata(
                primary,
                code,
                others,
                coverings,
                column.path("edges").asText("planar").equals("spherical"));
    }

    private static String crs(String crs, Map<String, String> keys) throws SourceException {
        if (crs.isEmpty()) {
            return DEFAULT_CRS;
        }
        String json =
                crs.startsWith("projjson:") ? keys.getOrDefault(crs.substring("projjson:".length()), "null") : crs;
        return json.startsWith("{") ? code(json(json)) : crs;
    }

    /** The code of a reference system in PROJJSON; its name where it has no code; the text that stood there before version 0.4. */
    private static String code(JsonNode crs) {
        if (crs.isTextual()) {
            return crs.asText();
        }
        JsonNode id = crs.path("id");
        String authority = id.path("authority").asText();
        String code = id.path("code").asText();
        return authority.isEmpty() || code.isEmpty()
                ? shortened(crs.path("name").asText(crs.toString()))
                : authority + ":" + code;
    }

    private static String shortened(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }

    private static JsonNode json(String text) throws SourceException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw Damage.in("what it says of its shapes, which is not JSON");
        }
    }
}
