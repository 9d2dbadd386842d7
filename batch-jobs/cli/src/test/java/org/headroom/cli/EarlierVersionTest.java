package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for runs as version 0.1.0 left it: one run, of the fourteen mines of the sample, and a
 * job repository, with this and another one. Whoever takes a newer version
 * goes on with it.
 */
class EarlierVersionTest {
    private static final Path HOME =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    private static final String OLD = "2026-06-01-1";

    @TempDir
    static Path temp;

    private static Path runs;

    @BeforeAll
    static void unpack() throws IOException {
        runs = temp.resolve("runs");
        try (InputStream in =
                        Objects.requireNonNull(EarlierVersionTest.class.getResourceAsStream("/runs-of-0.1.0.zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = runs.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private static String done(String... args) {
        CommandRun run = CommandRun.of(HOME, args);
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        return run.out();
    }

    @Test
    void itsRunIsListedShownVerifiedAndExplained() {
        String out = runs.toString();
        assertThat(done("runs", "list", "--out", out)).contains(OLD, "us-ai-hosting 1.1.0");
        assertThat(done("runs", "show", OLD, "--out", out)).contains("MINE-06", "0.1.0-SNAPSHOT", "nominalVoltageKv");
        assertThat(done("runs", "verify", OLD, "--out", out)).doesNotContain("differ");
        assertThat(done("rules", "explain", "--site", "MINE-06", "--run", OLD, "--out", out))
                .contains("Rank 1 of 14", "score       79.3");
        assertThat(done("rules", "explain", "--site", "MINE-04", "--full", "--run", OLD, "--out", out))
                .contains("MORATORIUM_IN_FORCE");
        assertThat(done("runs", "mail", OLD, "--markdown", "--out", out)).contains("Gyp Hill Nodes");
        assertThat(done("advise", OLD, "--out", out)).contains("ADVICE");
    }

    @Test
    void theNextNightGoesOnInItsFolder() throws IOException {
        Path folder = temp.resolve("next");
        Path project = folder.resolve("headroom.yaml");
        done("init", "--sample", folder.toString());
        Files.writeString(
                project, Files.readString(project).replaceAll("(?m)^ +- \\{(?:layer: parcels|grid:).*\\R", ""));
        String out = runs.toString();
        String ranked = done("rank", "--project", project.toString(), "--date", "2026-05-01", "--out", out);
        assertThat(ranked).contains("Gyp Hill Nodes").endsWith(runs.resolve("2026-05-01-1") + System.lineSeparator());
        assertThat(done("runs", "list", "--out", out)).contains("2026-05-01-1", OLD);
        assertThat(done("jobs", "list", "--out", out).lines().filter(line -> line.contains("nightly-ranking")))
                .hasSize(3);
        // That of the newest day, whichever version made it.
        assertThat(runs.resolve("latest").toRealPath())
                .isEqualTo(runs.resolve(OLD).toRealPath());
        // The night by which modules ask for parameters that the old policy has not is told from it as any other, and
        // the policies from one another.
        assertThat(done("runs", "diff", OLD, "2026-05-01-1", "--out", out)).contains("Gyp Hill Nodes");
        assertThat(done("rules", "diff", OLD, "2026-05-01-1", "--out", out)).contains("representativeSalesMwh");
        assertThat(done("rules", "log", "--out", out)).contains("representativeSalesMwh");
        // The old night is still what it was.
        assertThat(new ObjectMapper()
                        .readTree(runs.resolve(OLD).resolve("manifest.json").toFile())
                        .path("inputs")
                        .path("headroom")
                        .asText())
                .isEqualTo("0.1.0-SNAPSHOT");
    }
}
