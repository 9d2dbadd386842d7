package org.headroom.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.headroom.model.NearestName;

/** What a schema refuses in one value, in words for people. */
final class SchemaWords {
    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_LISTED = 8;

    private final JsonNode value;
    private final JsonNode rule;

    /**
     * @param value as it was written
     * @param rule what the schema says of it
     */
    SchemaWords(JsonNode value, JsonNode rule) {
        this.value = value;
        this.rule = rule;
    }

    /**
     * What is wrong, and what to write where that is plain.
     *
     * @param keyword of the schema that is broken
     * @param property the key that is missing or not known
     * @param otherwise what the validator says, for keywords that have no words here
     */
    String of(String keyword, String property, String otherwise) {
        String limit = rule.path(keyword).asText();
        return switch (keyword) {
            case "additionalProperties" -> unknown(property);
            case "required" -> "the key \"" + property + "\" is missing";
            case "enum" -> notOne(texts(rule.path("enum")));
            case "type" -> "is " + typeOf(value) + ", but must be " + types(rule) + advice();
            case "pattern" ->
                "\"" + shown() + "\" does not have the form " + (rule.has("examples") ? "of " : "") + form();
            case "minimum" -> "is " + value + ", but must be " + limit + " or more";
            case "maximum" -> "is " + value + ", but must be " + limit + " or less" + share(limit);
            case "exclusiveMinimum" -> "is " + value + ", but must be more than " + limit;
            case "exclusiveMaximum" -> "is " + value + ", but must be less than " + limit + share(limit);
            case "minLength" ->
                value.asText().isEmpty()
                        ? "is empty"
                        : "\"" + shown() + "\" is too short; " + limit + " characters are the least";
            case "maxLength" -> "is too long; " + limit + " characters are the most";
            case "minItems", "maxItems" -> "has " + entries(value.size()) + ", but must have " + size("Items");
            case "minProperties", "maxProperties" ->
                "has " + keys(value.size()) + ", but must have " + size("Properties");
            case "uniqueItems" -> "has an entry twice";
            case "oneOf", "anyOf" -> noneOf(keyword, otherwise);
            default -> plain(otherwise);
        };
    }

    /** A key without a value is the rest of a text, or of a figure, in which a comma stands. */
    private String unknown(String key) {
        JsonNode held = value.path(key);
        List<String> known = keys(rule);
        String near = within(key).orElseGet(() -> NearestName.hint(key, known));
        String hint = near.isEmpty() && !known.isEmpty() && known.size() <= MOST_LISTED
                ? "; known are " + String.join(", ", known)
                : near;
        boolean isRest = held.isNull() || held.isTextual() && held.asText().isEmpty();
        return "unknown key \"" + key + "\""
                + (isRest && key.matches("[0-9]+")
                        ? "; a comma parts keys here: write a decimal point as a point, and thousands without commas"
                        : isRest
                                ? "; a text with a comma in it stands in quotes, and a key has a colon and a blank behind it"
                                : hint);
    }

    /** The one group of keys in which the key would be known, as people lose blanks in front. */
    private Optional<String> within(String key) {
        List<String> groups = keys(rule).stream()
                .filter(group ->
                        rule.path("properties").path(group).path("properties").has(key))
                .toList();
        return groups.size() == 1 ? Optional.of("; it belongs under \"" + groups.get(0) + "\"") : Optional.empty();
    }

    /** The names of the keys that a rule knows. */
    static List<String> keys(JsonNode rule) {
        List<String> keys = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private String notOne(List<String> allowed) {
        return "\"" + shown() + "\" is not one of " + String.join(", ", allowed)
                + NearestName.hint(value.asText(), allowed);
    }

    /** A pattern is for machines; the schema gives an example of what has it. */
    private String form() {
        List<String> examples = texts(rule.path("examples"));
        return examples.isEmpty() ? rule.path("pattern").asText() : String.join(" or ", examples);
    }

    private String advice() {
        String wanted = types(rule);
        if (value.isTextual() && wanted.contains("number")) {
            String advice = FigureSlips.advice(value.asText());
            return advice.isEmpty() ? "" : "; " + advice;
        }
        if (value.isNumber() && wanted.equals("a text")) {
            return rule.has("examples") ? " of the form " + form() : "; write \"" + value + "\", in quotes";
        }
        if (wanted.startsWith("a list") && rule.has("examples")) {
            return ", such as " + form();
        }
        if (value.isTextual() && wanted.startsWith("a list") && !value.asText().isBlank()) {
            return "; write [" + shown() + "]";
        }
        if (value.isTextual() && wanted.equals("true or false")) {
            return switch (value.asText().toLowerCase(Locale.ROOT)) {
                case "yes", "on", "y" -> "; write true";
                case "no", "off", "n" -> "; write false";
                default -> value.asText().matches("(?i)true|false") ? "; write it without quotes" : "";
            };
        }
        return "";
    }

    /** Whoever writes 16 where 1 is the most means a percentage. */
    private String share(String most) {
        double figure = value.asDouble();
        return most.equals("1") && figure >= 2 && figure <= 100
                ? "; write " + FigureSlips.hundredth(value.asText()) + " for " + value + " %"
                : "";
    }

    private String size(String of) {
        String least = rule.path("min" + of).asText("");
        String most = rule.path("max" + of).asText("");
        return least.equals(most)
                ? "exactly " + least
                : least.isEmpty() ? "at most " + most : most.isEmpty() ? "at least " + least : least + " to " + most;
    }

    private static String entries(int count) {
        return count + (count == 1 ? " entry" : " entries");
    }

    private static String keys(int count) {
        return count + (count == 1 ? " key" : " keys");
    }

    private String noneOf(String keyword, String otherwise) {
        List<JsonNode> forms = list(rule.path(keyword));
        if (forms.stream().allMatch(form -> form.has("type"))) {
            return "is " + typeOf(value) + ", but must be "
                    + forms.stream().map(SchemaWords::types).collect(Collectors.joining(" or "));
        }
        if (forms.stream().allMatch(form -> form.has("required"))) {
            return "must have " + (keyword.equals("oneOf") ? "exactly " : "") + "one of the keys "
                    + forms.stream()
                            .map(form -> String.join(" and ", texts(form.path("required"))))
                            .collect(Collectors.joining(", "))
                    + (rule.has("examples") ? "; write as in " + form() : "");
        }
        if (forms.stream().allMatch(form -> form.has("const") || form.has("minimum"))) {
            return "is " + value + ", but must be "
                    + forms.stream()
                            .map(form -> form.has("const")
                                    ? form.path("const").asText()
                                    : form.path("minimum").asText() + " or more")
                            .collect(Collectors.joining(", or "));
        }
        return plain(otherwise);
    }

    private static String types(JsonNode rule) {
        JsonNode type = rule.path("type");
        String items = rule.path("items").path("type").asText();
        return (type.isArray() ? list(type) : List.of(type))
                .stream()
                        .map(JsonNode::asText)
                        .map(name ->
                                typeName(name) + (name.equals("array") && items.equals("number") ? " of numbers" : ""))
                        .collect(Collectors.joining(" or "));
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "a group of keys";
            case ARRAY -> "a list";
            case NUMBER -> "the number " + value;
            case BOOLEAN -> "\"" + value + "\"";
            case NULL, MISSING -> "empty";
            default -> value.asText().isEmpty() ? "empty" : "the text \"" + shown(value) + "\"";
        };
    }

    private static String typeName(String type) {
        return switch (type) {
            case "object" -> "a group of keys";
            case "array" -> "a list";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private String shown() {
        return shown(value);
    }

    /** What stands in a file may be long, and none of a policy or project. */
    private static String shown(JsonNode text) {
        String all = text.asText();
        return all.length() > LONGEST_SHOWN ? all.substring(0, LONGEST_SHOWN) + "..." : all;
    }

    private static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode nodes) {
        return list(nodes).stream().map(JsonNode::asText).toList();
    }

    private static String plain(String message) {
        int colon = message.indexOf(": ");
        return message.startsWith("/") && colon > 0 ? message.substring(colon + 2) : message;
    }
}
