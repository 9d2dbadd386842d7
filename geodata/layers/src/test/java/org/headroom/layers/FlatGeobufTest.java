package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written by GDAL 3.6: shapes.fgb without index, two polygons; indexed.fgb the same two in EPSG:3857. */
final class FlatGeobufTest {
    private static final String YAML = head("grid-capacity", "a.fgb", "flatgeobuf")
            + "fields: {name: n, nominalVoltageKv: {column: kv, unit: kV}, transferCapacityMw: mw}\n"
            + "badRecords: {limitFraction: 1}\n";

    @TempDir
    Path folder;

    private byte[] put(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(FlatGeobufTest.class.getResourceAsStream(resource))) {
            byte[] bytes = in.readAllBytes();
            Files.write(folder.resolve("a.fgb"), bytes);
            return bytes;
        }
    }

    @Test
    void valuesAndShapes() throws IOException {
        put("shapes.fgb");
        LoadedLayer loaded = load(folder, YAML);
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.texts("name")).containsExactly("Qu\u00e9bec", "b");
        assertThat(layer.numbers("nominalVoltageKv")).containsExactly(735, Double.NaN);
        assertThat(layer.numbers("transferCapacityMw")[0]).isEqualTo(0.5);
        assertThat(layer.areas(r -> true).first(1, 4)).isZero();
        assertThat(layer.areas(r -> true).first(4, 4)).isEqualTo(-1);
        assertThat(layer.areas(r -> true).first(30.9, 0.5)).isEqualTo(1);
    }

    @Test
    void theIndexIsPassedOverAndTheReferenceSystemHeeded() throws IOException {
        put("indexed.fgb");
        DefaultFeatureLayer layer = features(load(folder, YAML));
        assertThat(layer.size()).isEqualTo(2);
        int first = layer.texts("name")[0].equals("b") ? 1 : 0;
        assertThat(layer.area(first).getEnvelopeInternal().getMaxX()).isCloseTo(9, within(1e-6));
    }

    /** Written by GDAL 3.6: a collection of a point, a line and a polygon, a surface of triangles and a curve. */
    @Test
    void collectionsAreReadAndSurfacesAndCurvesNamed() throws IOException {
        put("mixed.fgb");
        LoadedLayer loaded = load(
                folder,
                head("grid-capacity", "a.fgb", "flatgeobuf") + "fields: {name: n}\nbadRecords: {limitFraction: 1}\n");
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.texts("name")).containsExactly("collection");
        assertThat(layer.area(0).getEnvelopeInternal().getMinX()).isEqualTo(-97);
        assertThat(loaded.issues())
                .extracting(DataIssue::reason)
                .containsExactly(
                        "the record has lines or points beside its polygons, which are left out",
                        "the geometry is a surface of triangles or faces, which is not read",
                        "the shape has curves; make them straight by ogr2ogr -nlt CONVERT_TO_LINEAR");
    }

    @Test
    void anotherVersionIsSaidToBeOne() throws IOException {
        byte[] bytes = put("shapes.fgb");
        bytes[3] = 2;
        Files.write(folder.resolve("a.fgb"), bytes);
        assertThat(refused(folder, YAML)).hasMessageContaining("is FlatGeobuf of version 2");
    }

    @Test
    void aFileCutAnywhereIsRefusedAndNoByteEndsTheProgram() throws IOException {
        for (String resource : new String[] {"shapes.fgb", "indexed.fgb"}) {
            byte[] whole = put(resource);
            for (int length = 1; length < whole.length; length += 31) {
                Files.write(folder.resolve("a.fgb"), Arrays.copyOf(whole, length));
                assertThat(refused(folder, YAML)).as(resource + " " + length).isNotNull();
            }
            Random random = new Random(7);
            for (int i = 0; i < 100; i++) {
                byte[] changed = whole.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                Files.write(folder.resolve("a.fgb"), changed);
                try {
                    load(folder, YAML);
                } catch (HeadroomException worded) {
                    assertThat(worded.getMessage()).contains("a.fgb").doesNotContain("Exception", "java.");
                }
            }
        }
    }
}
