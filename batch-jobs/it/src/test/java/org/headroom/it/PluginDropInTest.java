package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

        Path rank = here("rank", "--out", home.resolve("runs").toString()).ranked();
        Ranked ranked = Ranked.read(rank);
        assertThat(ranked.rows()).allSatisfy(row -> assertThat((Double) row.get("shortestDayHours"))
                .isBetween(8.0, 11.0));

        Files.write(dropped, new byte[] {1, 2, 3});
        Headroom.Result damaged = here("plugins", "list").run();
        assertThat(damaged.exit()).isEqualTo(3);
        assertThat(damaged.err()).contains("example.jar", "not a readable jar").doesNotContain("\tat ");
    }

    private Headroom here(String... arguments) {
        return Headroom.with(arguments).environment("HEADROOM_HOME", home.toString());
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
