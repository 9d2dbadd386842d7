package org.headroom.export.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.headroom.export.BaseName;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.Extent;
import org.headroom.export.FileDraft;
import org.headroom.export.FixedDecimal;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;

/**
 * Writes a ranking as a GeoJSON feature collection (RFC 7946) in rank order, one feature a line. Numbers keep all their digits, coordinates have
 * 7 decimals (about 1 cm), and what is not known is {@code null}. The member {@code headroom}, which readers pass over that do not know it, has
 * the evaluation date, and name, unit and meaning of each property.
 */
public final class GeoJsonExport implements ExportFormat {
    private static final int COORDINATE_DECIMALS = 7;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            // The digits of Double.toString changed in JDK 19; these are the same on every JDK.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator(",\n")
            .build();

    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public ExportResult write(Publication ranking) {
        BaseName.check(ranking.baseName());
        return new ExportResult(
                List.of(FileDraft.write(
                        ranking.folder().resolve(ranking.baseName() + ".geojson"), out -> write(ranking, out))),
                Map.of());
    }

    private static void write(Publication ranking, OutputStream out) throws IOException {
        RankedTable table = ranking.table();
        // By a writer, which puts a question mark for half a surrogate pair instead of giving up.
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("{\"type\":\"FeatureCollection\",\"name\":\"" + ranking.baseName() + "\"");
        Extent extent = table.extent();
        if (extent != null) {
            member(text, "bbox", json -> bbox(extent, json));
        }
        member(text, "headroom", json -> describe(ranking, json));
        text.write(",\"features\":[\n");
        try (JsonGenerator json = JSON.createGenerator(text)) {
            int to = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (row == to) {
                    to = table.load(row);
                }
                table.checkPlace(row);
                feature(table, row, json);
            }
        }
        text.write("\n]}\n");
        text.flush();
    }

    private interface Value {
        void write(JsonGenerator json) throws IOException;
    }

    private static void member(Writer text, String name, Value value) throws IOException {
        text.write(",\"" + name + "\":");
        try (JsonGenerator json = JSON.createGenerator(text)) {
            value.write(json);
        }
    }

    private static void bbox(Extent extent, JsonGenerator json) throws IOException {
        json.writeStartArray();
        coordinate(json, extent.minX());
        coordinate(json, extent.minY());
        coordinate(json, extent.maxX());
        coordinate(json, extent.maxY());
        json.writeEndArray();
    }

    private static void describe(Publication ranking, JsonGenerator json) throws IOException {
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

    private static void feature(RankedTable table, int row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeNumberField("id", row + 1L);
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        coordinate(json, table.longitude().applyAsDouble(row));
        coordinate(json, table.latitude().applyAsDouble(row));
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        for (ExportColumn column : table.columns()) {
            json.writeFieldName(column.name());
            value(column, row, json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(ExportColumn column, int row, JsonGenerator json) throws IOException {
        if (column instanceof NumberColumn number) {
            double value = number.value().applyAsDouble(row);
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        } else if (column instanceof WholeColumn whole && !whole.isDay()) {
            long value = whole.value().applyAsLong(row);
            if (value == ExportColumn.MISSING) {
                json.writeNull();
            } else {
                json.writeNumber(value);
            }
        } else {
            json.writeString(column.text(row));
        }
    }

    private static void coordinate(JsonGenerator json, double degrees) throws IOException {
        json.writeNumber(FixedDecimal.toString(degrees, COORDINATE_DECIMALS));
    }
}
