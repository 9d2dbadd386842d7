package org.headroom.layers.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headroom.config.Problems;
import org.headroom.layers.format.LayerFormat;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RasterFormat;
import org.headroom.layers.unit.Units;
import org.headroom.model.FieldDomain;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** Reads the {@code fields} part; the schema has been checked before. */
public final class FieldsReader {
    private static final List<String> SOURCES = List.of("column", "constant", "sum", "recordNumber");

    private final LayerKind kind;
    private final Problems problems;
    private final @Nullable NumberForm numbers;

    /**
     * @param kind the kind of the layer
     * @param numbers how numbers are written in the whole layer; a missing node for plain ones
     */
    public FieldsReader(LayerKind kind, JsonNode numbers, Problems problems) {
        this.kind = kind;
        this.problems = problems;
        this.numbers = numbers.isMissingNode() ? null : numberForm("/numbers", numbers);
    }

    /** How numbers are written in the whole layer; null for plain ones. */
    public @Nullable NumberForm numbers() {
        return numbers;
    }

    /** The mappings in the order of the kind's fields, with what is wrong in them added to the problems. */
    public List<FieldMapping> read(JsonNode fields, LayerFormat format) {
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            if (kind.findField(entry.getKey()).isEmpty()) {
                problems.add(
                        "/fields/" + entry.getKey(),
                        "a layer of kind " + kind.id() + " has no field \"" + entry.getKey() + "\""
                                + hint(entry.getKey(), entry.getValue()));
            }
        }
        List<FieldMapping> mappings = new ArrayList<>();
        for (LayerField field : kind.fields()) {
            if (fields.has(field.name())) {
                mappings.add(read(field, fields.path(field.name()), format));
            } else if (field.required() && !(format instanceof RasterFormat)) {
                problems.add("/fields", "the field \"" + field.name() + "\" is required for kind " + kind.id());
            }
        }
        return mappings;
    }

    /** The field that is meant: in another unit, else under a like name. */
    private String hint(String written, JsonNode mapping) {
        String column =
                mapping.isTextual() ? mapping.asText() : mapping.path("column").asText(written);
        return UnitDoubts.findField(written, kind, String::endsWith)
                .map(other -> "; did you mean " + other.words(column) + "?")
                .orElseGet(() -> NearestName.hint(
                        written, kind.fields().stream().map(LayerField::name).toList()));
    }

    private FieldMapping read(LayerField field, JsonNode node, LayerFormat format) {
        String at = "/fields/" + field.name();
        JsonNode mapping = node;
        List<String> columns = new ArrayList<>();
        if (!node.isObject()) {
            columns.add(node.asText());
        } else {
            long ways = SOURCES.stream().filter(node::has).count();
            if (ways != 1) {
                problems.add(
                        at, "give one of " + String.join(", ", SOURCES) + ", not " + (ways == 0 ? "none" : "several"));
            }
            if (node.has("column")) {
                columns.add(node.path("column").asText());
            }
            node.path("sum").forEach(n -> columns.add(n.asText()));
        }
        if (mapping.has("sum") && field.type() != FieldType.NUMBER) {
            problems.add(at + "/sum", "only number fields can be added up");
        }
        if (mapping.has("recordNumber") && field.type() != FieldType.NUMBER) {
            problems.add(at + "/recordNumber", "only number fields can number the records");
        }
        if (mapping.has("otherwise") && !mapping.has("values") && !(format instanceof RasterFormat)) {
            problems.add(at + "/otherwise", "has a meaning only beside values");
        }
        if (mapping.has("list") && field.type() != FieldType.TEXT) {
            problems.add(at + "/list", "only text fields can hold a list");
        }
        if (format instanceof RasterFormat) {
            checkBand(at, field, mapping, columns, format);
        }
        Map<String, String> values = new LinkedHashMap<>();
        mapping.path("values")
                .properties()
                .forEach(e -> values.put(e.getKey(), e.getValue().asText()));
        Set<String> missing = new LinkedHashSet<>();
        mapping.path("missing").forEach(n -> missing.add(n.asText()));
        String constant = mapping.has("constant") ? mapping.path("constant").asText() : null;
        String otherwise = mapping.has("otherwise") ? mapping.path("otherwise").asText() : null;
        checkWord(at + "/constant", field, constant);
        checkRange(at + "/constant", field, constant);
        checkWord(at + "/otherwise", field, otherwise);
        values.forEach((from, to) -> checkWord(at + "/values/" + from, field, to));
        return new FieldMapping(
                field,
                columns,
                constant,
                values,
                otherwise,
                mapping.has("recordNumber") ? mapping.path("recordNumber").asLong() : null,
                mapping.has("unit") ? mapping.path("unit").asText() : null,
                conversion(at, field, mapping),
                dateRule(at, field, mapping),
                missing,
                mapping.has("numbers") ? numberForm(at + "/numbers", mapping.path("numbers")) : numbers,
                list(mapping.path("list")));
    }

    private static String list(JsonNode node) {
        return node.isObject() ? node.path("separator").asText() : node.asText("");
    }

    /** A value that the descriptor itself gives must be one that the field may have. */
    private void checkWord(String at, LayerField field, @Nullable String word) {
        List<String> known = field.domain().words();
        if (word == null || known.isEmpty()) {
            return;
        }
        String[] words = field.domain().isList() ? word.split(";", -1) : new String[] {word};
        for (String one : words) {
            if (!known.contains(one.strip())) {
                problems.add(
                        at,
                        "\"" + one + "\" is no word of " + field.name() + ", which are " + String.join(", ", known)
                                + NearestName.hint(one, known));
            }
        }
    }

    private void checkRange(String at, LayerField field, @Nullable String constant) {
        FieldDomain domain = field.domain();
        if (constant == null || field.type() == FieldType.TEXT) {
            return;
        }
        if (field.type() == FieldType.DATE) {
            LocalDate day = day(at, constant, problems);
            if (!domain.allows(day.toEpochDay())) {
                problems.add(
                        at,
                        "a day outside " + LocalDate.ofEpochDay((long) domain.least()) + " to "
                                + LocalDate.ofEpochDay((long) domain.greatest()));
            }
            return;
        }
        try {
            if (!domain.allows(Numbers.parse(constant))) {
                problems.add(at, "outside the range of " + field.name() + ", " + field.range());
            }
        } catch (NumberFormatException e) {
            problems.add(at, "\"" + constant + "\" is not a number, which " + field.name() + " must be");
        }
    }

    /** The form of numbers that a part of the descriptor gives. */
    private NumberForm numberForm(String at, JsonNode node) {
        char decimal = node.path("decimal").asText(".").charAt(0);
        String grouping = node.path("grouping").asText("");
        char group = grouping.isEmpty() ? 0 : grouping.charAt(0);
        if (decimal == group) {
            problems.add(at, "decimal and grouping cannot be the same sign");
        }
        return new NumberForm(decimal, group);
    }

    private void checkBand(String at, LayerField field, JsonNode mapping, List<String> columns, LayerFormat format) {
        if (field.type() != FieldType.NUMBER
                || columns.size() != 1
                || !columns.get(0).matches("[1-9][0-9]{0,3}")) {
            problems.add(
                    at,
                    "a " + format.id()
                            + " gives number fields from one band each; name the band by its number, from 1");
        }
        if (mapping.has("otherwise")) {
            checkRange(at + "/otherwise", field, mapping.path("otherwise").asText());
        }
        for (String key : List.of("values", "missing", "sum", "constant", "recordNumber")) {
            if (mapping.has(key)) {
                problems.add(at + "/" + key, "does not apply to a " + format.id());
            }
        }
    }

    private Units.Conversion conversion(String at, LayerField field, JsonNode mapping) {
        if (!mapping.has("unit")) {
            return Units.Conversion.NONE;
        }
        String unit = mapping.path("unit").asText();
        if (field.type() != FieldType.NUMBER) {
            problems.add(at + "/unit", "only number fields have a unit");
            return Units.Conversion.NONE;
        }
        Optional<Units.Conversion> conversion = Units.find(unit, field.unit());
        if (conversion.isEmpty()) {
            Set<String> accepted = Units.accepted(field.unit());
            problems.add(
                    at + "/unit",
                    "unit \"" + unit + "\" cannot be brought to " + field.unit() + "; known are "
                            + String.join(", ", accepted) + NearestName.hint(unit, accepted));
        }
        return conversion.orElse(Units.Conversion.NONE);
    }

    private DateRule dateRule(String at, LayerField field, JsonNode mapping) {
        for (String key : List.of("date", "epoch")) {
            if (mapping.has(key) && field.type() != FieldType.DATE) {
                problems.add(at + "/" + key, "\"" + field.name() + "\" is not a date field");
            }
        }
        if (mapping.has("date") && mapping.has("epoch")) {
            problems.add(at, "give either date or epoch");
        }
        if (mapping.has("epoch")) {
            return new DateRule.Epoch(day(at + "/epoch", mapping.path("epoch").asText(), problems));
        }
        List<String> forms = new ArrayList<>();
        if (mapping.path("date").isArray()) {
            mapping.path("date").forEach(n -> forms.add(n.asText()));
        } else if (mapping.has("date")) {
            forms.add(mapping.path("date").asText());
        }
        List<DateRule> rules = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (String form : forms) {
            switch (form) {
                case "iso" -> rules.add(new DateRule.Iso());
                case "excel" -> rules.add(new DateRule.Excel());
                case "epoch-s" -> rules.add(DateRule.UnixTime.SECONDS);
                case "epoch-ms" -> rules.add(DateRule.UnixTime.MILLISECONDS);
                default -> patterns.add(form);
            }
        }
        if (!patterns.isEmpty()) {
            try {
                rules.add(DateRule.Pattern.of(patterns));
            } catch (IllegalArgumentException e) {
                problems.add(
                        at + "/date",
                        "\"" + String.join(" or ", patterns) + "\" is not a date pattern: " + e.getMessage());
            }
        }
        if (rules.isEmpty()) {
            return new DateRule.Iso();
        }
        return rules.size() == 1 ? rules.get(0) : new DateRule.AnyOf(rules);
    }

    /** A day written YYYY-MM-DD; 1970-01-01 with a problem added when there is no such day. */
    public static LocalDate day(String at, String text, Problems problems) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problems.add(at, "there is no day " + text);
            return LocalDate.EPOCH;
        }
    }
}
