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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Set<String> withoutForm = new HashSet<>();
        for (Error error : errors) {
            String pointer = error.getInstanceLocation().toString();
            String at = pointer.startsWith("/") ? pointer : "";
            String property = error.getProperty() == null ? "" : error.getProperty();
            JsonNode rule = ruleAt(at);
            // Of anyOf the validator tells only what each form asks for.
            if (rule.has("anyOf") && isOfAlternative(error) && withoutForm.add(at)) {
                problems.add(at, new SchemaWords(document.root().at(at), rule).of("anyOf", "", error.getMessage()));
            }
            if (isOfAlternative(error) || isMisspelt(error, document.root().at(at), rule)) {
                continue;
            }
            problems.add(
                    error.getKeyword().equals("additionalProperties") ? at + "/" + property : at,
                    new SchemaWords(document.root().at(at), rule).of(error.getKeyword(), property, error.getMessage()));
        }
    }

    /** What one of several forms asks for; that none of them fits is told once. */
    private static boolean isOfAlternative(Error error) {
        return error.getEvaluationPath().toString().matches(".*/(oneOf|anyOf)/[0-9]+/.*");
    }

    /** A key that is missing because it is misspelt is told where it is misspelt. */
    private static boolean isMisspelt(Error error, JsonNode value, JsonNode rule) {
        List<String> keys = SchemaWords.keys(rule);
        return error.getKeyword().equals("required")
                && keys.contains(error.getProperty())
                && value.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(key -> !keys.contains(key))
                        .anyMatch(key -> NearestName.of(key, keys)
                                .filter(error.getProperty()::equals)
                                .isPresent());
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
}
