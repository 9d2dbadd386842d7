package org.headroom.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.headroom.model.NearestName;
import org.headroom.rules.check.Problems;

/**
 * The JSON Schemas of policy files. They are the same files that editors use, packed into the engine, so that a policy folder cannot
 * bring laxer ones.
 */
final class Schemas {
    private static final Map<String, Loaded> LOADED = new ConcurrentHashMap<>();

    private Schemas() {}

    private record Loaded(JsonNode tree, Schema schema) {}

    /** Adds a problem for each thing in which a document differs from a schema. */
    static void check(String name, YamlDocument document, Problems problems) {
        Loaded loaded = LOADED.computeIfAbsent(name, Schemas::load);
        List<Error> errors = loaded.schema.validate(document.root().toString(), InputFormat.JSON);
        for (Error error : errors) {
            String pointer = error.getInstanceLocation().toString();
            String property = error.getProperty();
            boolean unknownKey = "additionalProperties".equals(error.getKeyword()) && property != null;
            problems.add(
                    document.path(),
                    document.line(unknownKey ? pointer + "/" + property : pointer),
                    unknownKey
                            ? "the key \"" + property + "\" is not known here"
                                    + NearestName.hint(property, siblings(loaded.tree, error))
                            : words(document, pointer, error));
        }
    }

    private static String words(YamlDocument document, String pointer, Error error) {
        JsonNode value = document.root().at(pointer);
        String where = pointer.isEmpty() ? "" : pointer.substring(pointer.lastIndexOf('/') + 1) + ": ";
        String found = value.isValueNode() ? ", but it is " + value : "";
        return where + error.getMessage() + found;
    }

    /** The keys that the schema allows where an unknown one was found. */
    private static List<String> siblings(JsonNode schema, Error error) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        JsonNode around = schema.at(fragment.substring(0, Math.max(0, fragment.lastIndexOf('/'))));
        List<String> names = new ArrayList<>();
        around.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Loaded load(String name) {
        String resource = "/org/headroom/rules/schema/" + name + ".schema.json";
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            return new Loaded(new ObjectMapper().readTree(text), schema);
        } catch (IOException e) {
            throw new IllegalStateException("the resource " + resource + " cannot be read", e);
        }
    }
}
