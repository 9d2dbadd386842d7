package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.headroom.config.SchemaCheck;
import org.headroom.config.YamlDocument;
import org.headroom.layers.descriptor.LayerSchema;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerSchemaTest {
    private static final Path CATALOG = Path.of("..", "catalog");
    private static final LayerKind FLOOD_ZONE = new LayerKind(
            "flood-zone", LayerField.text("zone", "zone").asRequired(), LayerField.number("depthM", "m", "depth"));

    /** With {@code -Dheadroom.schema=write} the file is written anew instead. */
    @Test
    void theFileThatEditorsUseIsMadeFromTheKinds() throws IOException {
        String made = text(LayerSchema.of(LayerKind.builtIn()));
        Path file = CATALOG.resolve("schema/layer.schema.json");
        if ("write".equals(System.getProperty("headroom.schema"))) {
            Files.writeString(file, made);
        }
        assertThat(file)
                .as("written anew by the test with -Dheadroom.schema=write")
                .hasContent(made);
    }

    /** As above, for the table that people read. */
    @Test
    void theTableOfFieldsIsMadeFromTheKinds() throws IOException {
        StringBuilder made = new StringBuilder("""
                # Fields of the kinds of layer

                Made from the catalogue in the code, and held equal to it by a test; `headroom layers fields` prints the same.
                A field in bold is required. Numbers are in the unit shown, after loading.
                """);
        for (LayerKind kind : LayerKind.builtIn()) {
            made.append("\n## ").append(kind.id()).append("\n\n| field | type | meaning |\n|---|---|---|\n");
            for (LayerField field : kind.fields()) {
                String name = field.required() ? "**" + field.name() + "**" : field.name();
                String type =
                        field.domain().isList() ? "list" : field.type().name().toLowerCase(Locale.ROOT);
                made.append("| %s | %s | %s |\n".formatted(name, type, field.meaning()));
            }
        }
        Path file = CATALOG.resolve("FIELDS.md");
        if ("write".equals(System.getProperty("headroom.schema"))) {
            Files.writeString(file, made);
        }
        assertThat(file)
                .as("written anew by the test with -Dheadroom.schema=write")
                .hasContent(made.toString());
    }

    private static String text(Object schema) throws JsonProcessingException {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("");
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    }

    @Test
    void everyDescriptorOfTheCatalogHoldsToItInAnEditor() throws IOException {
        SchemaCheck check = SchemaCheck.of(LayerSchema.of(LayerKind.builtIn()));
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CATALOG)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".layer.yaml")).toList()) {
                check.check(
                        YamlDocument.read(file, file.toString(), FailureFamily.CONFIG),
                        (at, text) -> problems.add(file + " " + at + ": " + text));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aKindOfAPluginIsReadAndCheckedLikeAnyOther(@TempDir Path folder) throws IOException {
        DescriptorReader reader =
                new DescriptorReader(Stream.concat(LayerKind.builtIn().stream(), Stream.of(FLOOD_ZONE))
                        .toList());
        Path file = descriptor(folder, "flood-zone", "{zone: z, depthM: {column: d, unit: ft}}");
        assertThat(reader.read(file).kind()).isSameAs(FLOOD_ZONE);
        assertThat(reader.read(file).fields()).hasSize(2);
        assertThatThrownBy(() -> reader.read(descriptor(folder, "flood-zone", "{zone: z, dephtM: d}")))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("a layer of kind flood-zone has no field \"dephtM\"; did you mean \"depthM\"?");
        assertThatThrownBy(() -> reader.read(descriptor(folder, "flood-zone", "{depthM: d}")))
                .hasMessageContaining("the field \"zone\" is required for kind flood-zone");
        assertThatThrownBy(() -> reader.read(descriptor(folder, "flod-zone", "{zone: z}")))
                .hasMessageContaining("is not one of candidate, grid-capacity,")
                .hasMessageContaining("did you mean \"flood-zone\"?");
    }

    @Test
    void whatAPluginSaysOfItsFieldsIsPartOfTheDigest(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("f.csv"), "z\nA\n");
        LayerKind changed = new LayerKind("flood-zone", LayerField.text("zone", "zone"));
        Path file = descriptor(folder, "flood-zone", "{zone: z}");
        LayerLoader loader = new LayerLoader(folder);
        assertThat(loader.digest(new DescriptorReader(List.of(FLOOD_ZONE)).read(file)))
                .isNotEqualTo(loader.digest(new DescriptorReader(List.of(changed)).read(file)));
    }

    private static Path descriptor(Path folder, String kind, String fields) throws IOException {
        return Files.writeString(folder.resolve("floods.layer.yaml"), """
                layer: floods
                kind: %s
                source: {file: f.csv, format: csv, publisher: P, asOf: 2026-01-01, evidence: OBSERVED}
                geometry: {none: {}}
                fields: %s
                """.formatted(kind, fields));
    }
}
