package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The night after: what has not changed is taken from the run before, and the result is that of a run that takes nothing. A column that is
 * taken is the same file; one that is measured again is another.
 */
class NextNightTest {
    private static final String DATA = "geodata/catalog/samples/data/";
    /** What tells of the night before, which a first night has not. */
    private static final Set<String> CHANGES =
            Set.of("changes.json", "changes.csv", "ranked.gpkg", "report/index.html");

    @TempDir
    static Path shared;

    /** The folder for runs behind the first night, and the name of its run. */
    private static Path night;

    private static String firstRun;

    @TempDir
    Path folder;

    private SampleProject project;
    private Path out;
    private Path first;

    @BeforeAll
    static void firstNight() {
        night = shared.resolve("runs");
        firstRun = new SampleProject(shared.resolve("copy"))
                .ranked(night)
                .getFileName()
                .toString();
    }

    @BeforeEach
    void afterTheFirstNight() {
        project = new SampleProject(folder.resolve("copy"));
        out = folder.resolve("runs");
        Trees.copy(night, out);
        first = out.resolve(firstRun);
    }

    private Path rank(Path to, String... more) {
        return project.ranked(to, more);
    }

    private Path nextNight(String... more) {
        Path next = rank(out, more);
        assertThat(next).isNotEqualTo(first);
        Path anew = project.command(folder.resolve("anew"), more).ranked();
        assertThat(withoutChanges(next)).isEqualTo(withoutChanges(anew));
        assertThat(manifestWithoutChanges(next)).isEqualTo(manifestWithoutChanges(anew));
        assertThat(Trees.digests(next)).containsKeys(CHANGES.toArray(String[]::new));
        return next;
    }

    /** All but that, and the manifest that lists it. */
    private static Map<String, String> withoutChanges(Path run) {
        Map<String, String> digests = new TreeMap<>(Trees.digests(run));
        digests.keySet().removeAll(CHANGES);
        digests.keySet().removeAll(Set.of("manifest.json", "manifest.sha256"));
        return digests;
    }

    private static JsonNode manifestWithoutChanges(Path run) {
        try {
            JsonNode manifest =
                    new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
            Iterator<JsonNode> files = manifest.get("files").elements();
            while (files.hasNext()) {
                if (CHANGES.contains(files.next().get("file").asText())) {
                    files.remove();
                }
            }
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isTaken(Path next, String criterion) throws IOException {
        String column = "explanations/measurements/" + criterion + ".column";
        return Files.isSameFile(first.resolve(column), next.resolve(column));
    }

    @Test
    void aChangedLayerIsMeasuredAgainByItsModuleOnly() throws IOException {
        project.edit(DATA + "zone_prices.csv", text -> text.replaceFirst("(\\d)\\.(\\d)", "$1.9$2"));
        Path next = nextNight();
        assertThat(isTaken(next, "energyPriceUsdPerMwh")).isFalse();
        assertThat(isTaken(next, "nominalVoltageKv")).isTrue();
        assertThat(isTaken(next, "activeGenerationMw")).isTrue();
        assertThat(isTaken(next, "pue")).isTrue();
        assertThat(Files.isSameFile(
                        first.resolve("explanations/sites/siteId.txt"), next.resolve("explanations/sites/siteId.txt")))
                .isTrue();
    }

    @Test
    void aChangedWeightMeasuresNothing() throws IOException {
        project.edit("rules/policy/criteria/energy-price.yaml", text -> text.replaceFirst(", 1\\.0\\]", ", 0.99]"));
        Path next = nextNight();
        try (Stream<Path> columns = Files.list(first.resolve("explanations/measurements"))) {
            for (Path column : columns.toList()) {
                assertThat(Files.isSameFile(
                                column,
                                next.resolve("explanations/measurements").resolve(column.getFileName())))
                        .as(column.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void anotherDayMeasuresWhatDependsOnTheDay() throws IOException {
        Path next = nextNight("--date", "2026-07-01");
        assertThat(isTaken(next, "moratoriumGate")).isFalse();
        assertThat(isTaken(next, "activeGenerationMw")).isFalse();
        assertThat(isTaken(next, "pue")).isTrue();
        assertThat(isTaken(next, "energyPriceUsdPerMwh")).isTrue();
    }

    @Test
    void aChangedSiteMeasuresEverything() throws IOException {
        project.edit(DATA + "parcels.geojson", text -> text.replaceFirst("P-001", "P-X01"));
        Path next = nextNight();
        assertThat(isTaken(next, "pue")).isFalse();
        assertThat(isTaken(next, "energyPriceUsdPerMwh")).isFalse();
    }

    @Test
    void aKeptColumnThatIsDamagedIsNotTaken() throws IOException {
        Path kept = kept("pue.column");
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        // Another file in its place: the published one must stay as it is.
        Files.delete(kept);
        Files.write(kept, bytes);
        project.edit(DATA + "zone_prices.csv", text -> text.replaceFirst("(\\d)\\.(\\d)", "$1.9$2"));
        Path next = nextNight();
        assertThat(isTaken(next, "pue")).isFalse();
        assertThat(isTaken(next, "nominalVoltageKv")).isTrue();
    }

    private Path kept(String file) throws IOException {
        try (Stream<Path> files = Files.walk(out.resolve(".columns"))) {
            return files.filter(f -> f.endsWith(file)).findFirst().orElseThrow();
        }
    }
}
