package org.headroom.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LayerLoader;
import org.headroom.layers.LoadedLayer;
import org.headroom.model.DataIssue;
import org.headroom.model.LayerKind;
import org.headroom.runs.InputDigests;
import org.headroom.runs.Manifest;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A layer that lost most of its records since the run before. It has 6 now. */
final class ShrunkLayersTest {
    @TempDir
    Path folder;

    private Project project;
    private List<LoadedLayer> layers;

    @BeforeEach
    void load() throws IOException {
        write("headroom.yaml", """
                project: mine
                dataFolder: data
                policy: policy
                request: {sector: data_center, loadMw: 100}
                layers: [layers/*.layer.yaml]
                candidates:
                  - {layer: lots, origin: GREENFIELD}
                """);
        write("layers/lots.layer.yaml", """
                layer: lots
                kind: candidate
                source: {file: lots.csv, publisher: test, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {columns: {longitude: lon, latitude: lat}}
                fields: {siteId: id}
                """);
        write("data/lots.csv", "id,lon,lat\na,1,2\nb,1,3\nc,1,4\nd,1,5\ne,1,6\nf,1,7\n");
        write("policy/policy.yaml", "");
        project = Project.load(folder.resolve("headroom.yaml"), LayerKind.builtIn());
        layers = List.of(
                new LayerLoader(project.dataFolder()).load(project.layers().get(0), 0, id -> null));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private void run(String name, String project, String layer, long used) throws IOException {
        Path run = Files.createDirectories(folder.resolve("out").resolve(name));
        Manifest.LayerEntry entry =
                new Manifest.LayerEntry(layer, "candidate", "", "", null, "USED", used, used, 0, 0, 0);
        Json.write(
                run.resolve(Manifest.FILE),
                new Manifest(
                        Manifest.FORMAT,
                        "0123456789ab",
                        project,
                        "",
                        name.substring(0, 10),
                        "data_center",
                        100,
                        new Manifest.PolicyEntry("p", "1", ""),
                        new InputDigests("", "", "", "", "", Map.of(), Map.of()),
                        new Manifest.Counts(0, 0, 0, 0),
                        List.of(),
                        new Manifest.GateCounts(0, 0, 0, 0),
                        List.of(entry),
                        List.of(),
                        List.of(),
                        0,
                        List.of()));
    }

    private List<String> reasons() {
        return ShrunkLayers.since(new RunFolders(folder.resolve("out")), project, "2026-06-01", layers).stream()
                .map(DataIssue::reason)
                .toList();
    }

    @Test
    void aFarShorterLayerIsNamedWithBothNumbers() throws IOException {
        run("2026-05-31-1", "mine", "lots", 13);
        assertThat(ShrunkLayers.since(new RunFolders(folder.resolve("out")), project, "2026-06-01", layers))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.effect()).isEqualTo(DataIssue.Effect.NOTED);
                    assertThat(issue.layer() + " " + issue.file()).isEqualTo("lots lots.csv");
                    assertThat(issue.reason())
                            .isEqualTo("the layer has 6 records, where the run before, of 2026-05-31, had 13");
                });
    }

    @ParameterizedTest
    @CsvSource({
        // Half is not far fewer.
        "2026-05-31-1, mine, lots, 12",
        "2026-05-31-1, mine, other, 100",
        "2026-05-31-1, theirs, lots, 100",
        // Of a later day than the one that is evaluated.
        "2026-06-02-1, mine, lots, 100",
    })
    void whatIsNotComparable(String name, String project, String layer, long used) throws IOException {
        run(name, project, layer, used);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void theLatestRunUpToTheDayIsComparedWith() throws IOException {
        run("2026-06-01-9", "mine", "lots", 100);
        run("2026-06-01-10", "mine", "lots", 14);
        run("2026-06-02-1", "mine", "lots", 200);
        assertThat(reasons()).containsExactly("the layer has 6 records, where the run before, of 2026-06-01, had 14");
        Files.writeString(folder.resolve("out/2026-06-01-10").resolve(Manifest.FILE), "{");
        assertThat(reasons()).containsExactly("the layer has 6 records, where the run before, of 2026-06-01, had 100");
    }

    @Test
    void aFirstRunHasNothingToCompareWith() {
        assertThat(reasons()).isEmpty();
    }
}
