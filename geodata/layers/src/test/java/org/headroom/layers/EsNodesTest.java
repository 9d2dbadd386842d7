package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes of the Spanish transmission grid: the project's own files, and the operator's file through the same fields. */
final class EsNodesTest {
    private static final Path PROJECT = Path.of("../catalog/es-nodes");
    private static final List<String> TEXTS =
            List.of("headroomStanding", "headroomBinding", "headroomCondition", "headroomZoneId", "headroomZeroReason");
    private static final String RAW = """
            layer: ree
            kind: grid-capacity
            source: {file: a_grid/REE_2026_02_20_GRT_demanda.csv, format: csv, asOf: 2026-02-20, delimiter: ";", headerRow: 0, skipRows: 4,
                publisher: Test, evidence: REPORTED}
            numbers: {decimal: ",", grouping: "."}
            geometry: {none: {}}
            id: 1
            """;

    private static String descriptor(String name) throws IOException {
        return Files.readString(PROJECT.resolve("layers").resolve(name + ".layer.yaml"));
    }

    /** The operator's file, by the fields of the project, whose columns have names where the file has numbers. */
    private static LoadedLayer operatorsFile(String columnOfHeadroom) throws IOException {
        String project = descriptor("nodes-osm");
        String fields = project.substring(project.indexOf("fields:"))
                .replace("name: node", "name: 1")
                .replaceAll("(?m)^ *nominalVoltageKv.*\\R", "")
                .replace("disponible_mw", columnOfHeadroom)
                .replace("motivo_no_otorgable", "55")
                .replace("criterio_limitante", "45")
                .replace("zona_capacidad_compartida", "15");
        return load(RealData.folder(), RAW + fields);
    }

    private static DefaultFeatureLayer project(String name) throws IOException {
        LoadedLayer loaded = load(PROJECT.resolve("data"), descriptor(name));
        assertThat(loaded.issues()).isEmpty();
        return features(loaded);
    }

    private static long count(DefaultFeatureLayer layer, Predicate<Double> mw) {
        return Arrays.stream(layer.numbers("publishedHeadroomMw"))
                .boxed()
                .filter(mw)
                .count();
    }

    private static long count(DefaultFeatureLayer layer, String standing) {
        return Arrays.stream(layer.texts("headroomStanding"))
                .filter(standing::equals)
                .count();
    }

    /** What each record says, by its id. */
    private static Map<String, List<String>> said(DefaultFeatureLayer layer) {
        Map<String, List<String>> said = new HashMap<>();
        for (int record = 0; record < layer.size(); record++) {
            List<String> fields = new ArrayList<>();
            fields.add(Double.toString(layer.numbers("publishedHeadroomMw")[record]));
            for (String text : TEXTS) {
                fields.add(Objects.toString(layer.texts(text)[record]));
            }
            assertThat(said.put(layer.recordId(record), fields)).isNull();
        }
        return said;
    }

    @Test
    void theOperatorsFileIsReadAsItsNoteSays() throws IOException {
        LoadedLayer loaded = operatorsFile("56");
        DefaultFeatureLayer ree = features(loaded);
        assertThat(loaded.issues()).isEmpty();
        assertThat(ree.size()).isEqualTo(937);
        assertThat(count(ree, mw -> mw > 0)).isEqualTo(210);
        assertThat(count(ree, mw -> mw >= 100)).isEqualTo(111);
        // Nothing may be granted, and no figure is given: that is not 0.
        assertThat(count(ree, mw -> mw.isNaN())).isEqualTo(404);
        assertThat(count(ree, "NOT_AGREED")).isEqualTo(404);
        assertThat(count(ree, "TENDER")).isEqualTo(29);
        assertThat(Arrays.stream(ree.texts("headroomZoneId")).filter(Objects::isNull))
                .as("N/A is no zone")
                .hasSize(426);
    }

    @Test
    void aDotGroupsThousands() throws IOException {
        // The only columns of the file with figures of a thousand and a dot are those of the short-circuit criterion.
        Map<String, List<String>> shortCircuit = said(features(operatorsFile("10")));
        assertThat(shortCircuit.get("VILLAVICIOSA 400").get(0)).isEqualTo("1260.0");
        assertThat(said(features(operatorsFile("58"))).get("SILLEDA 400").get(0))
                .as("1229 without a dot")
                .isEqualTo("1229.0");
    }

    @Test
    void everyNodeHasAPlaceOrIsListed() throws IOException {
        Map<String, List<String>> placed = said(project("nodes-osm"));
        Map<String, List<String>> inTowns = said(project("nodes-geonames"));
        assertThat(placed).hasSize(262).doesNotContainKeys(inTowns.keySet().toArray(String[]::new));
        assertThat(inTowns).hasSize(270);
        assertThat(Files.readAllLines(PROJECT.resolve("data/unplaced.csv"))).hasSize(1 + 937 - 262 - 270);
        assertThat(placed.get("ALCIRA 220"))
                .containsExactly(
                        "NaN",
                        "NOT_AGREED",
                        "null",
                        "RIDE_THROUGH",
                        "E240_SEPE",
                        "Valor de referencia no acordado. Valor de referencia no acordado en la zona estática.");
    }

    @Test
    void theProjectSaysWhatTheOperatorsFileSays() throws IOException {
        Map<String, List<String>> ree = said(features(operatorsFile("56")));
        assertThat(ree).containsAllEntriesOf(said(project("nodes-osm")));
        assertThat(ree).containsAllEntriesOf(said(project("nodes-geonames")));
    }

    @Test
    void itsFilesAreWhatTheScriptMakes(@TempDir Path out) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(Files.isExecutable(python) || "true".equals(System.getenv("CI")), "no python3");
        String script = PROJECT.resolve("generate.py").toString();
        Process made = new ProcessBuilder(
                        python.toString(), "-B", script, RealData.folder().toString(), out.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        for (String file :
                List.of("ree-2026-02-20-demand.csv", "places-osm.geojson", "places-geonames.geojson", "unplaced.csv")) {
            assertThat(out.resolve(file))
                    .hasSameTextualContentAs(PROJECT.resolve("data").resolve(file));
        }
    }
}
