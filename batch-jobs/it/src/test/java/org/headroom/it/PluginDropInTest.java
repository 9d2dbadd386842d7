package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.headroom.spi.SpiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar dropped into plugins/NAME/ works without rebuilding anything. */
class PluginDropInTest {
    @TempDir
    Path home;

    @Test
    void theExampleIsListedAndMeasures() throws IOException {
        copyHome();
        Path dropped = Files.createDirectories(home.resolve("plugins/example")).resolve("example.jar");
        Files.copy(exampleJar(), dropped);

        Headroom.Result list = here("plugins", "list").done();
        assertThat(list.out()).contains("example", "shortestDayHours", "plugins/example/example.jar");
        assertThat(list.out()).contains("grid-headroom", "distanceToInterconnectionKm", "km");

        Path rank = here(
                        "rank",
                        "--project",
                        projectFile(),
                        "--out",
                        home.resolve("runs").toString())
                .ranked();
        Ranked ranked = Ranked.read(rank);
        assertThat(ranked.rows()).allSatisfy(row -> assertThat((Double) row.get("shortestDayHours"))
                .isBetween(8.0, 11.0));

        Files.write(dropped, new byte[] {1, 2, 3});
        Headroom.Result damaged = here("plugins", "list").run();
        assertThat(damaged.exit()).isEqualTo(3);
        assertThat(damaged.err()).contains("example.jar", "not a readable jar").doesNotContain("\tat ");
    }

    @Test
    void aModuleBringsAKindOfLayerAndMeasuresIt() throws IOException {
        copyHome();
        Path samples = home.resolve("geodata/catalog/samples");
        Files.writeString(samples.resolve("data/floods.geojson"), """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"depth": 200},
                 "geometry": {"type": "Polygon", "coordinates": [[[-180, 30], [-99, 30], [-99, 45], [-180, 45], [-180, 30]]]}}]}
                """);
        Files.writeString(samples.resolve("layers/floods.layer.yaml"), """
                layer: floods
                kind: flood-zone
                source: {file: floods.geojson, publisher: Test, asOf: 2026-01-01, evidence: OBSERVED}
                fields: {depthM: {column: depth, unit: ft}}
                """);
        Headroom.Result without =
                here("layers", "list", "--project", projectFile()).run();
        assertThat(without.exit()).isEqualTo(3);
        assertThat(without.err())
                .contains("floods.layer.yaml line 2: kind: \"flood-zone\" is not one of candidate, grid-capacity,");

        DroppedModule.drop(home, "flood", "Flood", FLOOD);
        assertThat(here("plugins", "list", "--json").run().out())
                .contains("\"layerKinds\":[\"flood-zone\"]", "\"spiVersion\":" + SpiVersion.CURRENT);
        assertThat(here("layers", "list", "--project", projectFile()).run().out())
                .contains("floods", "flood-zone");
        Headroom.Result rank = here(
                        "rank",
                        "--project",
                        projectFile(),
                        "--out",
                        home.resolve("runs").toString())
                .run();
        assertThat(rank.exit()).as(rank.err()).isZero();
        Ranked ranked = Ranked.read(Path.of(rank.lastLine()));
        assertThat(ranked.rows())
                .anySatisfy(row -> assertThat((Double) row.get("floodDepthM")).isCloseTo(60.96, within(0.01)))
                .anySatisfy(row -> assertThat((Double) row.get("floodDepthM")).isZero());
    }

    private static final String FLOOD = """
            package flood;

            import java.util.List;
            import org.headroom.model.*;
            import org.headroom.spi.*;

            public final class Flood implements ScoringModule {
                private static final LayerKind FLOOD_ZONE =
                        new LayerKind("flood-zone", LayerField.number("depthM", "m", "depth of the water"));

                public String id() {
                    return "flood";
                }

                public int spiVersion() {
                    return SpiVersion.CURRENT;
                }

                public List<LayerKind> layerKinds() {
                    return List.of(FLOOD_ZONE);
                }

                public List<LayerNeed> layers() {
                    return List.of(LayerNeed.required(FLOOD_ZONE));
                }

                public List<Criterion> criteria() {
                    return List.of(Criterion.number(
                            "floodDepthM", "Flood", "m", Direction.LOWER_IS_BETTER, 0, 100, "Depth", "None"));
                }

                public Measurer bind(ModuleContext context) {
                    FeatureLayer layer = context.featureLayers(FLOOD_ZONE).get(0);
                    AreaIndex zones = layer.areas(record -> true);
                    double[] depths = layer.numbers("depthM");
                    return (sites, out) -> {
                        for (int i = 0; i < sites.size(); i++) {
                            int zone = zones.first(sites.longitudes()[i], sites.latitudes()[i]);
                            double depth = zone < 0 ? 0 : depths[zone];
                            out.column("floodDepthM").set(i, depth, EvidenceClass.OBSERVED);
                        }
                    };
                }
            }
            """;

    private Headroom here(String... arguments) {
        return Headroom.with(arguments).environment("HEADROOM_HOME", home.toString());
    }

    private String projectFile() {
        return home.resolve("geodata/catalog/samples/headroom.yaml").toString();
    }

    private void copyHome() {
        SampleProject copy = new SampleProject(home);
        assertThat(copy.projectFile()).exists();
    }

    private static Path exampleJar() throws IOException {
        try (Stream<Path> files = Files.list(Headroom.HOME.resolve("plugins/example/target"))) {
            return files.filter(f -> f.getFileName().toString().matches("headroom-example-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the example is not built; run ./mvnw verify from the top"));
        }
    }
}
