package org.headroom.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.headroom.model.NearestName;

/** Checks a document against a JSON Schema (2020-12) and words what is wrong for people. Immutable and safe for several threads. */
public final class SchemaCheck {
    private final JsonNode schemaTree;
    private final Schema schema;

    private SchemaCheck(JsonNode tree) {
        this.schemaTree = tree;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree.toString(), InputFormat.JSON);
    }

    /** A schema that was made in memory; not to be changed afterwards. */
    public static SchemaCheck of(JsonNode schema) {
        return new SchemaCheck(schema);
    }

    /** A schema from the class path, found from the given class. */
    public static SchemaCheck ofResource(Class<?> base, String resource) {
        try (InputStream in = base.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is not on the class path");
            }
            return of(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what is wrong with a document. */
    @FunctionalInterface
    public interface Sink {
        /**
         * @param pointer JSON pointer of the key
         * @param text what is wrong, without a full stop
         */
        void add(String pointer, String text);
    }

    /** Adds everything that the schema refuses, in the order of the document's lines. */
    public void check(YamlDocument document, Sink problems) {
        List<Error> errors = new ArrayList<>(schema.validate(document.root().toString(), InputFormat.JSON));
        for (Error error : errors) {
            String pointer = error.getInstanceLocation().toString();
            String at = pointer.startsWith("/") ? pointer : "";
            JsonNode value = document.root().at(at);
            JsonNode rule = ruleAt(at);
            String property = error.getProperty() == null ? "" : error.getProperty();
            switch (error.getKeyword()) {
                case "additionalProperties" ->
                    problems.add(
                            at + "/" + property,
                            "unknown key \"" + property + "\"" + NearestName.hint(property, keys(rule)));
                case "required" -> problems.add(at, "the key \"" + property + "\" is missing");
                case "enum" -> {
                    List<String> allowed = new ArrayList<>();
                    rule.path("enum").forEach(n -> allowed.add(n.asText()));
                    problems.add(
                            at,
                            "\"" + value.asText() + "\" is not one of " + String.join(", ", allowed)
                                    + NearestName.hint(value.asText(), allowed));
                }
                case "type" -> problems.add(at, "is " + typeOf(value) + ", but must be " + types(rule));
                case "pattern" ->
                    problems.add(
                            at,
                            "\"" + value.asText() + "\" does not have the form "
                                    + rule.path("pattern").asText());
                default -> problems.add(at, plain(error.getMessage()));
            }
        }
    }

    private JsonNode ruleAt(String pointer) {
        JsonNode rule = schemaTree;
        for (String part :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            String key = part.replace("~1", "/").replace("~0", "~");
            if (rule.path("properties").has(key)) {
                rule = rule.path("properties").path(key);
            } else if (rule.has("items")) {
                rule = rule.path("items");
            } else {
                rule = rule.path("additionalProperties");
            }
            if (rule.has("$ref")) {
                rule = schemaTree.at(rule.path("$ref").asText().substring(1));
            }
        }
        return rule;
    }

    private static List<String> keys(JsonNode rule) {
        List<String> keys = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String types(JsonNode rule) {
        JsonNode type = rule.path("type");
        List<String> names = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(n -> names.add(typeName(n.asText())));
        } else {
            names.add(typeName(type.asText()));
        }
        return String.join(" or ", names);
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "a group of keys";
            case ARRAY -> "a list";
            case NUMBER -> "the number " + value;
            case BOOLEAN -> "\"" + value + "\"";
            case NULL, MISSING -> "empty";
            default -> "the text \"" + value.asText() + "\"";
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

    private static String plain(String message) {
        int colon = message.indexOf(": ");
        return message.startsWith("/") && colon > 0 ? message.substring(colon + 2) : message;
    }
}
