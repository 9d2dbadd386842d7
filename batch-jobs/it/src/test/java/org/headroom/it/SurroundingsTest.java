package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are missing or may not be written, and too little memory: one message that says what to do, and nothing else is touched. */
@EnabledOnOs(OS.LINUX)
class SurroundingsTest {
    /** Root may write everywhere, unless it gives that up. */
    private static final String[] WITHOUT_OVERRIDE = {
        "setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"
    };

    @TempDir
    Path folder;

    @Test
    void anOutputThatCannotBeMade() {
        refused(
                Headroom.sample("rank", "--out", "/proc/headroom"),
                "/proc/headroom",
                "no such file or folder",
                "--out");
    }

    @Test
    void anOutputThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        refused(
                Headroom.sample("rank", "--out", file.toString()),
                file.toString(),
                "there is a file of that name already",
                "--out");
        assertThat(file).hasContent("kept");
    }

    @Test
    void anOutputThatMayNotBeWritten() throws IOException {
        assumeTrue(isThere("setpriv", "--version"), "setpriv is not installed");
        Path out = folder.resolve("out");
        EarlierNight.lay(out);
        Headroom.sample("rank", "--out", out.toString()).done();
        Map<String, String> published = Trees.digests(out.resolve("2026-06-01-1"));
        for (String path : new String[] {"", ".jobs"}) {
            Path closed = out.resolve(path);
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
            Headroom.Result night = Headroom.sample("rank", "--out", out.toString(), "--date", "2026-06-02")
                    .through(WITHOUT_OVERRIDE)
                    .run();
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
            if (!path.isEmpty()) {
                // The files of the repository may still be written, and are all that is.
                assertThat(night.exit()).isIn(0, 3);
                continue;
            }
            assertThat(night.exit()).as(night.err()).isEqualTo(3);
            assertSpeaksToPeople(night, out.toString(), "permission denied");
        }
        assertThat(Trees.digests(out.resolve("2026-06-01-1"))).isEqualTo(published);
    }

    @Test
    void aTemporaryFolderThatIsGone() {
        refused(
                Headroom.sample("rank", "--out", folder.resolve("out").toString())
                        .jvm("-Djava.io.tmpdir=" + folder.resolve("nowhere")),
                "nowhere",
                "java.io.tmpdir");
    }

    @Test
    void tooLittleMemory() {
        Path out = folder.resolve("out");
        SampleProject fine = fine("0.95");
        Headroom.Result result = Headroom.with("rank", "--out", out.toString())
                .and("--project", fine.projectFile().toString())
                .jvm("-Xmx18m")
                .run();
        assertThat(result.exit()).as(result.err()).isEqualTo(1);
        assertSpeaksToPeople(result, "MiB of memory", "HEADROOM_OPTS=-Xmx");
    }

    @Test
    void aHundredThousandSitesInASmallHeap() throws IOException {
        SampleProject fine = fine("0.95");
        // Draws take minutes without the second compiler, which these processes do not have.
        Path policy = folder.resolve("fine/rules/policy/policy.yaml");
        Files.writeString(policy, Files.readString(policy) + "decision: {draws: 0}\n");
        Headroom.with("rank", "--out", folder.resolve("out").toString(), "--json", "--top", "1")
                .and("--project", fine.projectFile().toString())
                .jvm("-Xmx256m")
                .done();
        assertThat(Ranked.query(folder.resolve("out/2026-06-01-1"), "SELECT count(*) AS n FROM ranked")
                        .get(0)
                        .get("n"))
                .satisfies(n -> assertThat(((Number) n).intValue()).isGreaterThan(100_000));
    }

    private SampleProject fine(String spacingKm) {
        return new SampleProject(folder.resolve("fine"))
                .project(text -> text.replaceFirst("spacingKm: [0-9.]+", "spacingKm: " + spacingKm));
    }

    private static void refused(Headroom headroom, String... words) {
        Headroom.Result result = headroom.run();
        assertThat(result.exit()).as(result.err()).isEqualTo(3);
        assertSpeaksToPeople(result, words);
    }

    private static void assertSpeaksToPeople(Headroom.Result result, String... words) {
        assertThat(result.err()).contains(words);
        assertThat(result.err()).doesNotContain("Exception", "\tat ", "internal error");
        assertThat(result.out()).isEmpty();
    }

    private static boolean isThere(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
