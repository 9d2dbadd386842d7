package org.headroom.layers.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.config.Problems;
import org.headroom.layers.format.LayerFormat;
import org.headroom.layers.format.RasterFormat;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;

/** Reads what a descriptor says of the fields of its layer, where the kind leaves that to it; the schema has been checked before. */
public final class OwnFields {
    private static final String NAME = "[a-z][A-Za-z0-9]*";

    private OwnFields() {}

    /** The kind with the fields that a descriptor declares; the kind as it is where it has fields of its own. */
    public static LayerKind declare(LayerKind kind, JsonNode fields, LayerFormat format, Problems problems) {
        List<LayerField> declared = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            String at = "/fields/" + entry.getKey();
            JsonNode said = entry.getValue().path("declare");
            if (!kind.declaresFields()) {
                if (!said.isMissingNode()) {
                    problems.add(
                            at + "/declare",
                            "what a field of kind " + kind.id() + " holds stands fast; only layers of kind feature and"
                                    + " raster declare their fields");
                }
            } else if (!entry.getKey().matches(NAME)) {
                problems.add(at, "\"" + entry.getKey() + "\" is no name of a field: write it like fiberRouteKm");
            } else {
                declared.add(field(at + "/declare", entry.getKey(), said, format, problems));
            }
        }
        return kind.declaresFields() ? kind.withFields(declared) : kind;
    }

    private static LayerField field(String at, String name, JsonNode said, LayerFormat format, Problems problems) {
        String meaning = said.path("meaning").asText(name);
        FieldType type = type(said, format);
        LayerField field =
                switch (type) {
                    case NUMBER ->
                        number(at, LayerField.number(name, said.path("unit").asText("1"), meaning), said, problems);
                    case DATE -> LayerField.date(name, meaning);
                    case TEXT -> text(LayerField.text(name, meaning), said);
                };
        for (String key : type == FieldType.NUMBER ? List.of("words") : List.of("unit", "range", "notKnown")) {
            if (said.has(key)) {
                problems.add(
                        at + "/" + key,
                        "does not apply to a field of type " + type.name().toLowerCase(Locale.ROOT));
            }
        }
        return said.path("required").asBoolean() ? field.asRequired() : field;
    }

    /** As it is said, else as it can be told from the rest: bands hold numbers, and so does what has a unit or a range. */
    private static FieldType type(JsonNode said, LayerFormat format) {
        if (said.has("type")) {
            return FieldType.valueOf(said.path("type").asText().toUpperCase(Locale.ROOT));
        }
        boolean isNumber =
                format instanceof RasterFormat || said.has("unit") || said.has("range") || said.has("notKnown");
        return isNumber ? FieldType.NUMBER : FieldType.TEXT;
    }

    private static LayerField number(String at, LayerField field, JsonNode said, Problems problems) {
        LayerField bounded = field;
        JsonNode range = said.path("range");
        if (!range.isMissingNode()) {
            double least = range.path(0).asDouble();
            double greatest = range.path(1).asDouble();
            if (least > greatest) {
                problems.add(at + "/range", "its first number is greater than its second");
            }
            bounded = bounded.between(least, greatest);
        }
        if (said.has("notKnown")) {
            List<Double> figures = new ArrayList<>();
            said.path("notKnown").forEach(figure -> figures.add(figure.asDouble()));
            bounded = bounded.notKnownWhen(figures.toArray(Double[]::new));
        }
        return bounded;
    }

    private static LayerField text(LayerField field, JsonNode said) {
        if (!said.has("words")) {
            return field;
        }
        List<String> words = new ArrayList<>();
        said.path("words").forEach(word -> words.add(word.asText()));
        String[] all = words.toArray(String[]::new);
        return said.path("list").asBoolean() ? field.listOf(all) : field.oneOf(all);
    }
}
