package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own that is told to end, or killed, while it ranks the embedded sample. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SignalTest {
    private static final Path HOME =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    @TempDir
    Path temp;

    private Process rank(String name) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "rank",
                "--date",
                "2026-05-01",
                "--out",
                temp.resolve("runs").toString());
        builder.environment().put("HEADROOM_HOME", HOME.toString());
        return builder.redirectOutput(temp.resolve(name + ".out").toFile())
                .redirectError(temp.resolve(name + ".err").toFile())
                .start();
    }

    /** Waits until the job is under way: its repository is held, and its work folder is there. */
    private void waitForWork(Process process) throws Exception {
        Path work = temp.resolve("runs").resolve(".2026-05-01-1.work");
        while (!Files.exists(work.resolve("inputs.json"))) {
            assertThat(process.isAlive()).as(read("first.err")).isTrue();
            Thread.sleep(5);
        }
    }

    private String read(String file) throws Exception {
        return Files.readString(temp.resolve(file));
    }

    @Test
    void aSignalStopsAtACheckpointAndTheNextRankGoesOn() throws Exception {
        Process first = rank("first");
        waitForWork(first);
        first.destroy();
        assertThat(first.waitFor()).as(read("first.err")).isEqualTo(143);
        assertThat(read("first.err"))
                .contains("stopping at the next checkpoint")
                .doesNotContain("Exception");
        assertThat(temp.resolve("runs").resolve("2026-05-01-1")).doesNotExist();

        Process second = rank("second");
        assertThat(second.waitFor()).as(read("second.err")).isZero();
        assertThat(read("second.err")).contains("going on with execution 1, which was stopped");
        assertThat(read("second.out").strip()).endsWith("2026-05-01-1");
    }

    @Test
    void aKilledRunIsGoneOnWith() throws Exception {
        Process first = rank("first");
        waitForWork(first);
        first.destroyForcibly().waitFor();

        Process second = rank("second");
        assertThat(second.waitFor()).as(read("second.err")).isZero();
        assertThat(read("second.err")).contains("died; going on with execution 1 in its place");
        assertThat(read("second.out").strip()).endsWith("2026-05-01-1");
    }
}
