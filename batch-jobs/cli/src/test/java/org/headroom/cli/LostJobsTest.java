package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of jobs that is gone or empty while runs stand beside it is told of once, with what is lost. */
class LostJobsTest {
    @TempDir
    Path out;

    private String told() {
        CommandRun run = CommandRun.of(Path.of(""), "jobs", "restart", "--out", out.toString());
        assertThat(run.err()).contains("there is nothing to restart in " + out);
        return run.err()
                .lines()
                .filter(line -> line.contains("database of their jobs"))
                .findFirst()
                .orElse("");
    }

    private void published() throws IOException {
        Files.writeString(Files.createDirectory(out.resolve("2026-05-01-1")).resolve("manifest.json"), "{}");
    }

    @Test
    void ofAFolderWithoutRunsNothingIsTold() {
        assertThat(told()).isEmpty();
    }

    @Test
    void oneThatIsGoneOrEmptyIsToldOnce() throws IOException {
        published();
        assertThat(told())
                .isEqualTo("headroom: runs stand in " + out + ", but the database of their jobs, in " + out
                        + "/.jobs, was removed or emptied; a new one is made, which knows no earlier execution. Published runs are"
                        + " not touched.");
        assertThat(told()).isEmpty();
        Files.write(out.resolve(".jobs/jobs.mv.db"), new byte[0]);
        assertThat(told()).contains("was removed or emptied");
        assertThat(told()).isEmpty();
        assertThat(out.resolve("2026-05-01-1/manifest.json")).hasContent("{}");
    }

    @Test
    void aRunThatDidNotEndIsNamed() throws IOException {
        Files.createDirectory(out.resolve(".2026-05-01-2.work"));
        assertThat(told()).contains("execution; 2026-05-01-2, which did not end, cannot be gone on with. Published");
    }

    @Test
    void whereJobsAreKeptOnAServerNothingIsLost() throws IOException {
        published();
        told();
        Files.delete(out.resolve(".jobs/jobs.mv.db"));
        Files.writeString(out.resolve(".jobs/repository"), "jdbc:postgresql://server/db\nme\n\n");
        CommandRun run = CommandRun.of(Path.of(""), "jobs", "restart", "--out", out.toString());
        assertThat(run.err()).doesNotContain("database of their jobs");
    }
}
