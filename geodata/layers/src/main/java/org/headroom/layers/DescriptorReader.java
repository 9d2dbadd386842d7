package org.headroom.layers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.config.Problems;
import org.headroom.config.SchemaCheck;
import org.headroom.config.YamlDocument;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.descriptor.FieldsReader;
import org.headroom.layers.descriptor.GeometryReader;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.descriptor.LayerSchema;
import org.headroom.layers.descriptor.OwnFields;
import org.headroom.layers.descriptor.SourceReader;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.layers.format.FormatByContent;
import org.headroom.layers.format.LayerFormat;
import org.headroom.layers.format.RasterFormat;
import org.headroom.model.FailureFamily;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;

/** Reads and checks {@code *.layer.yaml} files. Immutable and safe for several threads. */
public final class DescriptorReader {
    private static final String ADVICE = "Correct the descriptor; its schema is layer.schema.json.";

    private final Map<String, LayerKind> kinds;
    private final SchemaCheck schema;

    /** @param kinds all kinds of layer that a descriptor may name */
    public DescriptorReader(List<LayerKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(LayerKind::id, Function.identity()));
        ObjectNode schemaTree = LayerSchema.of(kinds);
        // What the schema says of each kind's fields is for editors; here FieldsReader says it, with the nearest known
        // name.
        schemaTree.remove(LayerSchema.KINDS);
        this.schema = SchemaCheck.of(schemaTree);
    }

    /** A descriptor. A CONFIG failure names every problem with file, line, key and the nearest known name. */
    public LayerDescriptor read(Path path) {
        String file = String.valueOf(path.getFileName());
        return of(YamlDocument.read(path, file, FailureFamily.CONFIG));
    }

    /** As {@link #read}, from bytes; the file name is for messages. */
    public LayerDescriptor parse(String file, byte[] bytes) {
        return of(YamlDocument.parse(file, FailureFamily.CONFIG, bytes));
    }

    private LayerDescriptor of(YamlDocument document) {
        Problems problems = new Problems(document);
        schema.check(document, problems);
        problems.throwIfAny(ADVICE);
        JsonNode root = document.root();
        LayerKind named = Objects.requireNonNull(kinds.get(root.path("kind").asText()));
        LayerFormat format = SourceReader.findFormat(root.path("source")).orElse(null);
        if (format == null) {
            throw problems.failure(ADVICE);
        }
        LayerKind kind = OwnFields.declare(named, root.path("fields"), format, problems);
        refuseOtherForm(kind, format, problems);
        problems.throwIfAny(ADVICE);
        SourceSpec source = SourceReader.read(root.path("source"), format, kind, problems);
        FieldsReader reader = new FieldsReader(kind, root.path("numbers"), problems);
        GeometrySpec geometry = GeometryReader.read(root, format, reader.numbers(), problems);
        List<FieldMapping> fields = reader.read(root.path("fields"), format);
        if (format instanceof RasterFormat && fields.isEmpty()) {
            problems.add("/fields", "a " + format.id() + " needs at least one field with the number of its band");
        }
        if (format instanceof RasterFormat && root.has("where")) {
            problems.add("/where", "does not apply to a " + format.id());
        }
        String id = root.path("layer").asText();
        if (id.equals(geometry.joinLayer())) {
            problems.add("/geometry/join/layer", "a layer cannot join itself");
        }
        problems.throwIfAny(ADVICE);
        return new LayerDescriptor(
                id,
                kind,
                root.path("title").asText(id),
                source,
                text(root, "crs"),
                text(root, "where"),
                reader.numbers(),
                geometry,
                text(root, "id"),
                fields,
                root.path("badRecords").path("limitFraction").asDouble(0.10),
                document.file(),
                Digests.hex(Digests.sha256().digest(document.bytes())));
    }

    /** Records and grids of any sort are two kinds, as other things can be measured over them. */
    private static void refuseOtherForm(LayerKind kind, LayerFormat format, Problems problems) {
        if (kind.declaresFields() && kind.equals(LayerKind.RASTER) != (format instanceof RasterFormat)) {
            if (format instanceof FormatByContent) {
                problems.add(
                        "/source",
                        "the name of the file tells no format of a raster; give it as format: geotiff, or convert the file, as by"
                                + " gdal_translate IN OUT.tif");
                return;
            }
            LayerKind other = kind.equals(LayerKind.RASTER) ? LayerKind.FEATURE : LayerKind.RASTER;
            problems.add("/kind", "a " + format.id() + " is of kind " + other + ", not " + kind);
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.path(key).asText() : null;
    }
}
