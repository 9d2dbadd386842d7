package org.headroom.layers.descriptor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.headroom.layers.format.LayerFormats;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.LayerKind.Timing;

/**
 * The JSON Schema of layer descriptors. What it says of the keys stands in {@code geodata/catalog/schema/layer.schema.json}; what it says of
 * formats, and of kinds and their fields, is made here from those that there are.
 */
public final class LayerSchema {
    /** The key below which the fields of each kind stand. */
    public static final String KINDS = "allOf";

    private static final String FILE = "/org/headroom/layers/schema/layer.schema.json";

    private LayerSchema() {}

    /** The schema for these kinds; a fresh tree. */
    public static ObjectNode of(List<LayerKind> kinds) {
        ObjectNode schema = read();
        ArrayNode formats =
                schema.withObject("/properties/source/properties/format").putArray("enum");
        LayerFormats.all().forEach(format -> formats.add(format.id()));
        ArrayNode names = schema.withObject("/properties/kind").putArray("enum");
        ArrayNode branches = schema.putArray(KINDS);
        for (LayerKind kind : kinds) {
            names.add(kind.id());
            ObjectNode branch = branches.addObject();
            branch.withObject("/if/properties/kind").put("const", kind.id());
            if (kind.timing() != Timing.TIMELESS) {
                branch.withObject("/then/properties/source")
                        .putArray("required")
                        .add("asOf");
            }
            if (kind.declaresFields()) {
                branch.withObject("/then/properties/fields").put("minProperties", 0);
                continue;
            }
            ObjectNode fields = branch.withObject("/then/properties/fields");
            fields.put("additionalProperties", false);
            ObjectNode known = fields.putObject("properties");
            for (LayerField field : kind.fields()) {
                known.putObject(field.name()).put("description", field.meaning());
            }
        }
        return schema;
    }

    private static ObjectNode read() {
        try (InputStream in = Objects.requireNonNull(LayerSchema.class.getResourceAsStream(FILE), FILE)) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
