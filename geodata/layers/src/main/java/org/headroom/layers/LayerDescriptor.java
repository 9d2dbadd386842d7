package org.headroom.layers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headroom.config.Problems;
import org.headroom.config.SchemaCheck;
import org.headroom.config.YamlDocument;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.descriptor.FieldsReader;
import org.headroom.layers.descriptor.GeometryReader;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.descriptor.SourceFormat;
import org.headroom.layers.descriptor.SourceReader;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.model.FailureFamily;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code *.layer.yaml} file says about a source. Immutable.
 *
 * @param id layer id
 * @param kind what the layer is about
 * @param title title for people; the id when not given
 * @param source file and origin
 * @param crs reference system that overrides the file's; null when not given
 * @param where ECQL condition over source columns; null when not given
 * @param geometry where records lie
 * @param idColumn column with the record's id; null for the record number
 * @param fields how fields are filled, in the order of the kind's fields
 * @param badRecordLimitFraction share of skipped records beyond which the layer is refused
 * @param file file name of the descriptor, for messages
 * @param digest SHA-256 of the descriptor's bytes, hexadecimal
 */
public record LayerDescriptor(
        String id,
        LayerKind kind,
        String title,
        SourceSpec source,
        @Nullable String crs,
        @Nullable String where,
        GeometrySpec geometry,
        @Nullable String idColumn,
        List<FieldMapping> fields,
        double badRecordLimitFraction,
        String file,
        String digest) {
    private static final SchemaCheck SCHEMA = SchemaCheck.ofResource(LayerDescriptor.class, "schema/layer.schema.json");

    public LayerDescriptor {
        fields = List.copyOf(fields);
    }

    /** The layer whose areas this one borrows; empty when it joins none. It must be loaded first. */
    public Optional<String> joinedLayer() {
        return geometry.place() == GeometrySpec.Place.JOIN ? Optional.of(geometry.joinLayer()) : Optional.empty();
    }

    /** Reads and checks a descriptor. A CONFIG failure names every problem with file, line, key and the nearest known name. */
    public static LayerDescriptor read(Path path) {
        String file = String.valueOf(path.getFileName());
        return of(YamlDocument.read(path, file, FailureFamily.CONFIG));
    }

    /** As {@link #read}, from bytes; the file name is for messages. */
    static LayerDescriptor parse(String file, byte[] bytes) {
        return of(YamlDocument.parse(file, FailureFamily.CONFIG, bytes));
    }

    private static LayerDescriptor of(YamlDocument document) {
        Problems problems = new Problems(document);
        SCHEMA.check(document, problems);
        problems.throwIfAny(ADVICE);
        JsonNode root = document.root();
        LayerKind kind = LayerKind.findById(root.path("kind").asText()).orElseThrow();
        SourceSpec source = SourceReader.read(root.path("source"), problems);
        GeometrySpec geometry = GeometryReader.read(root, source.format(), problems);
        List<FieldMapping> fields = new FieldsReader(kind, problems).read(root.path("fields"), source.format());
        if (source.format() == SourceFormat.GEOTIFF && fields.isEmpty()) {
            problems.add("/fields", "a geotiff needs at least one field with the number of its band");
        }
        if (source.format() == SourceFormat.GEOTIFF && root.has("where")) {
            problems.add("/where", "does not apply to a geotiff");
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
                geometry,
                text(root, "id"),
                fields,
                root.path("badRecords").path("limitFraction").asDouble(0.10),
                document.file(),
                Digests.hex(Digests.sha256().digest(document.bytes())));
    }

    private static final String ADVICE = "Correct the descriptor; its schema is layer.schema.json.";

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.path(key).asText() : null;
    }
}
