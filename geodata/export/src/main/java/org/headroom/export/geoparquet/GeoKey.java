package org.headroom.export.geoparquet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.export.ExportColumn;
import org.headroom.export.Extent;
import org.headroom.export.Publication;
import org.jspecify.annotations.Nullable;

/** What stands in the footer beside the schema: the key {@code geo} of GeoParquet 1.1, and {@code headroom} with what the columns mean. */
final class GeoKey {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private GeoKey() {}

    /** @param extent smallest box round the points of the file; null for none */
    static Map<String, String> of(Publication ranking, @Nullable Extent extent) throws IOException {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("geo", geo(extent));
        keys.put("headroom", headroom(ranking));
        return keys;
    }

    private static String geo(@Nullable Extent extent) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("version", "1.1.0");
            json.writeStringField("primary_column", Leaf.GEOMETRY);
            json.writeObjectFieldStart("columns");
            json.writeObjectFieldStart(Leaf.GEOMETRY);
            json.writeStringField("encoding", "WKB");
            json.writeArrayFieldStart("geometry_types");
            json.writeString("Point");
            json.writeEndArray();
            if (extent != null) {
                json.writeFieldName("bbox");
                json.writeArray(
                        new double[] {extent.minX(), extent.minY(), extent.maxX(), extent.maxY()},
                        0,
                        Leaf.SIDES.size());
            }
            json.writeObjectFieldStart("covering");
            json.writeObjectFieldStart(Leaf.BBOX);
            for (String side : Leaf.SIDES) {
                json.writeArrayFieldStart(side);
                json.writeString(Leaf.BBOX);
                json.writeString(side);
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String headroom(Publication ranking) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("evaluationDate", ranking.evaluationDate().toString());
            json.writeArrayFieldStart("fields");
            for (ExportColumn column : ranking.table().columns()) {
                json.writeStartObject();
                json.writeStringField("name", column.name());
                json.writeStringField("unit", column.heading().unit());
                json.writeStringField("meaning", column.heading().description());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
