package org.headroom.layers.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.config.Problems;
import org.headroom.model.EvidenceClass;
import org.jspecify.annotations.Nullable;

/** Reads the {@code source} part; the schema has been checked before. */
public final class SourceReader {
    private SourceReader() {}

    /** The source part, with what is wrong in it added to the problems. */
    public static SourceSpec read(JsonNode node, Problems problems) {
        SourceFormat format = SourceFormat.valueOf(node.path("format").asText().toUpperCase(Locale.ROOT));
        only(node, "sheet", format, problems, SourceFormat.XLSX);
        only(node, "table", format, problems, SourceFormat.GEOPACKAGE);
        only(node, "headerRow", format, problems, SourceFormat.CSV, SourceFormat.XLSX);
        only(node, "skipRows", format, problems, SourceFormat.CSV, SourceFormat.XLSX);
        only(node, "delimiter", format, problems, SourceFormat.CSV);
        only(node, "encoding", format, problems, SourceFormat.CSV, SourceFormat.SHAPEFILE);
        String encoding = text(node, "encoding");
        if (encoding != null && !isCharset(encoding)) {
            problems.add("/source/encoding", "unknown character set \"" + encoding + "\"");
        }
        String asOf = text(node, "asOf");
        return new SourceSpec(
                node.path("file").asText(),
                format,
                text(node, "sheet"),
                text(node, "table"),
                node.path("headerRow").asInt(1),
                node.path("skipRows").asInt(0),
                node.path("delimiter").asText(",").charAt(0),
                encoding,
                sideTables(node.path("with")),
                unfold(node.path("unfold")),
                node.has("total")
                        ? new SourceSpec.Total(
                                texts(node.path("total").path("by")),
                                texts(node.path("total").path("sum")))
                        : null,
                node.path("publisher").asText(),
                node.path("reference").asText(),
                node.path("licence").asText(),
                asOf == null ? null : FieldsReader.day("/source/asOf", asOf, problems),
                EvidenceClass.valueOf(node.path("evidence").asText()));
    }

    private static List<SourceSpec.SideTable> sideTables(JsonNode list) {
        List<SourceSpec.SideTable> tables = new ArrayList<>();
        list.forEach(node -> tables.add(new SourceSpec.SideTable(
                node.path("file").asText(),
                node.path("headerRow").asInt(1),
                node.path("delimiter").asText(",").charAt(0),
                text(node, "encoding"),
                pairs(node.path("on")),
                texts(node.path("columns")))));
        return tables;
    }

    private static List<Map<String, String>> unfold(JsonNode list) {
        List<Map<String, String>> rows = new ArrayList<>();
        list.forEach(node -> rows.add(pairs(node)));
        return rows;
    }

    private static Map<String, String> pairs(JsonNode node) {
        Map<String, String> pairs = new LinkedHashMap<>();
        node.properties().forEach(e -> pairs.put(e.getKey(), e.getValue().asText()));
        return pairs;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static void only(
            JsonNode node, String key, SourceFormat format, Problems problems, SourceFormat... formats) {
        if (node.has(key) && !List.of(formats).contains(format)) {
            problems.add("/source/" + key, "does not apply to " + format.id());
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.forName(name).canEncode();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.path(key).asText() : null;
    }
}
