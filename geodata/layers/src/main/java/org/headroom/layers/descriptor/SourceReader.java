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
import java.util.Optional;
import org.headroom.config.Problems;
import org.headroom.layers.descriptor.SourceSpec.WhenExpired;
import org.headroom.layers.format.DatabaseFormat;
import org.headroom.layers.format.FormatByContent;
import org.headroom.layers.format.LayerFormat;
import org.headroom.layers.format.LayerFormats;
import org.headroom.layers.format.ReadOptions;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerKind;
import org.headroom.model.LayerKind.Timing;
import org.jspecify.annotations.Nullable;

/** Reads the {@code source} part; the schema has been checked before. */
public final class SourceReader {
    private static final List<String> OPTIONS =
            List.of("sheet", "table", "headerRow", "headerRows", "skipRows", "delimiter", "encoding", "fillDown");

    /** What stands for the day that the data describe where nobody knows it. */
    private static final String UNKNOWN = "unknown";

    private SourceReader() {}

    /** The format of a source: as named, else as the ending of the file tells it, else as its first bytes will. Empty when a name is unknown. */
    public static Optional<LayerFormat> findFormat(JsonNode node) {
        if (node.has("format")) {
            return LayerFormats.find(node.path("format").asText());
        }
        if (node.has("url")) {
            return LayerFormats.findByUrl(node.path("url").asText());
        }
        Optional<LayerFormat> told = LayerFormats.findByName(node.path("file").asText());
        return told.isPresent() ? told : Optional.of(new FormatByContent());
    }

    /** The source part, with what is wrong in it added to the problems. */
    public static SourceSpec read(JsonNode node, LayerFormat format, LayerKind kind, Problems problems) {
        for (String key : OPTIONS) {
            if (node.has(key) && !format.options().contains(key)) {
                problems.add("/source/" + key, "does not apply to " + format.id());
            }
        }
        boolean isDatabase = format instanceof DatabaseFormat;
        if (node.has(isDatabase ? "file" : "url")) {
            problems.add("/source/" + (isDatabase ? "file" : "url"), "does not apply to " + format.id());
        }
        if (format instanceof DatabaseFormat database) {
            if (!node.has("url") || !node.has("table")) {
                problems.add("/source", format.id() + " needs url, the address of the database, and table");
            } else {
                database.findProblem(node.path("url").asText())
                        .ifPresent(problem -> problems.add("/source/url", problem));
            }
        }
        if (node.has("headerRows") && node.path("headerRow").asInt(1) == 0) {
            problems.add("/source/headerRows", "has no meaning where headerRow is 0");
        }
        ReadOptions options = options(node);
        if (options.encoding() != null && !isCharset(options.encoding())) {
            problems.add("/source/encoding", "unknown character set \"" + options.encoding() + "\"");
        }
        String asOf = text(node, "asOf");
        if (asOf == null && kind.timing() != Timing.TIMELESS) {
            problems.add(
                    "/source",
                    "asOf is missing: say the day that the data describe in source.asOf; " + UNKNOWN
                            + " if nobody knows");
        }
        return new SourceSpec(
                node.path(isDatabase ? "url" : "file").asText(),
                format,
                options,
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
                asOf == null || asOf.equals(UNKNOWN) ? null : FieldsReader.day("/source/asOf", asOf, problems),
                node.has("maximumAgeDays") ? node.path("maximumAgeDays").asInt() : null,
                WhenExpired.valueOf(node.path("whenExpired").asText("mark").toUpperCase(Locale.ROOT)),
                EvidenceClass.valueOf(node.path("evidence").asText()));
    }

    private static List<SourceSpec.SideTable> sideTables(JsonNode list) {
        List<SourceSpec.SideTable> tables = new ArrayList<>();
        list.forEach(node -> tables.add(new SourceSpec.SideTable(
                node.path("file").asText(), options(node), pairs(node.path("on")), texts(node.path("columns")))));
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

    private static ReadOptions options(JsonNode node) {
        return new ReadOptions(
                text(node, "sheet"),
                text(node, "table"),
                node.path("headerRow").asInt(1),
                node.path("headerRows").asInt(1),
                node.path("skipRows").asInt(0),
                node.path("delimiter").asText(",").charAt(0),
                text(node, "encoding"),
                texts(node.path("fillDown")));
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
