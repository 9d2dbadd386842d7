package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed or stopped goes on where it was, also inside a partitioned step, and ends in the same bytes. */
class StopAndRestartTest {
    /** Small blocks and a fine grid make the partitioned steps long enough to be hit. */
    private static final String[] SLOW = {"--block-sites", "1", "--threads", "2"};

    @TempDir
    static Path folder;

    private static SampleProject project;
    private static Map<String, String> undisturbed;

    @BeforeAll
    static void undisturbed() {
        project = project("copy");
        undisturbed = Trees.digests(project.ranked(folder.resolve("undisturbed")));
    }

    private static SampleProject project(String name) {
        return new SampleProject(folder.resolve(name)).inProcesses().spacing("7");
    }

    @Test
    void killedInTheMiddleOfMeasuringItGoesOn() throws Exception {
        Path out = folder.resolve("killed");
        Process process = start(project, out);
        waitUntilSomeBlocksAreWritten(out, "measurements");
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(out.resolve("2026-06-01-1")).doesNotExist();
        Headroom.with("jobs", "restart", "--out", out.toString()).inAProcess().done();
        assertThat(Trees.digests(out.resolve("2026-06-01-1"))).isEqualTo(undisturbed);
    }

    @Test
    void whatAnotherNightKeepsMeanwhileStandsForWhatIsHalfWritten() throws Exception {
        Path out = folder.resolve("between");
        Process process = start(project, out);
        waitUntilSomeBlocksAreWritten(out, "measurements");
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        project.later(out, "--date", "2026-05-31").done();
        Headroom.Result again = project.later(out, SLOW).done();
        assertThat(again.err()).contains("going on with execution");
        assertThat(Trees.digests(out.resolve("2026-06-01-1"))).isEqualTo(undisturbed);
    }

    @Test
    void stoppedBySignalItEndsAtACheckpointAndTheSameCommandGoesOn() throws Exception {
        Path out = folder.resolve("stopped");
        Process process = start(project, out);
        waitUntilSomeBlocksAreWritten(out, "measurements");
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(out.resolve("2026-06-01-1")).doesNotExist();
        Headroom.Result again = project.later(out, SLOW).done();
        assertThat(again.err()).contains("going on with execution");
        assertThat(Trees.digests(out.resolve("2026-06-01-1"))).isEqualTo(undisturbed);
        Headroom.Result history =
                Headroom.with("jobs", "list", "--out", out.toString(), "--json").run();
        assertThat(history.out().lines().filter(line -> line.contains("COMPLETED")))
                .hasSize(1);
        assertThat(history.out().lines().filter(line -> line.contains("STOPPED")))
                .hasSize(1);
    }

    @Test
    void aSourceThatChangesInBetweenIsNotMixedIn() throws Exception {
        Path out = folder.resolve("changed");
        SampleProject changing = project("changing");
        Process process = start(changing, out);
        waitUntilSomeBlocksAreWritten(out, "measurements");
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        changing.edit("geodata/catalog/samples/data/zone_prices.csv", text -> text + "\n");
        Headroom.Result restart = Headroom.with("jobs", "restart", "--out", out.toString())
                .inAProcess()
                .run();
        assertThat(restart.exit()).isEqualTo(3);
        assertThat(restart.err()).contains("have changed", "layer zone-prices");
        changing.later(out).done();
    }

    private static Process start(SampleProject project, Path out) {
        return project.later(out, SLOW).start(folder.resolve(out.getFileName() + "-log"));
    }

    /** Waits until a column file is there and part of it is written. */
    private static void waitUntilSomeBlocksAreWritten(Path out, String step) throws Exception {
        for (int i = 0; i < 6000; i++) {
            for (Path work : works(out)) {
                if (isPartlyWritten(work.resolve(step))) {
                    return;
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the step never began");
    }

    private static List<Path> works(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".work"))
                    .toList();
        }
    }

    private static boolean isPartlyWritten(Path columns) throws IOException {
        Path column = columns.resolve("nominalVoltageKv.column");
        if (!Files.exists(column)) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(column);
        for (int i = 0; i < bytes.length / 3; i++) {
            if (bytes[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
