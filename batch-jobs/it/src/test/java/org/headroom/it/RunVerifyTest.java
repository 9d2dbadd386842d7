package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code runs verify} on the run of a night; what it finds by itself is tested beside it. */
class RunVerifyTest {
    private static Path published;

    @TempDir
    Path copies;

    /** A copy that shares no file with anything. */
    private Path run;

    @BeforeAll
    static void publish() {
        published = EarlierNight.run();
    }

    @BeforeEach
    void copy() {
        run = copies.resolve(published.getFileName());
        Trees.copy(published, run);
    }

    private Headroom.Result command(String... more) {
        return Headroom.with("runs", "verify", run.getFileName().toString(), "--out", copies.toString())
                .and(more)
                .run();
    }

    private void wrong(String check, String finding) {
        Headroom.Result result = command();
        assertThat(result.exit()).as(result.err()).isEqualTo(3);
        assertThat(result.out()).contains("WRONG  " + check, finding);
        assertThat(result.out() + result.err()).doesNotContain("Exception", "at org.", "defect");
    }

    @Test
    void aRunThatNobodyTouchedHoldsWithEverySiteDerivedAgain() {
        Headroom.Result result = command("--all");
        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out().lines()).hasSize(6).allMatch(line -> line.startsWith("ok "));
        long sites = new PublishedRun(run).manifest().counts().ranked()
                + new PublishedRun(run).manifest().counts().excluded();
        assertThat(result.out()).contains(sites + " of " + sites + " sites derived again");
        Headroom.Result latest = Headroom.with(
                        "runs",
                        "verify",
                        "--site",
                        "P-001",
                        "--json",
                        "--out",
                        published.getParent().toString())
                .done();
        assertThat(latest.out().lines()).hasSize(6).allMatch(line -> line.contains("\"holds\":true"));
        assertThat(latest.out()).contains("1 of " + sites);
    }

    @Test
    void sha256sumAgreesAboutTheManifest() throws Exception {
        Process process = new ProcessBuilder("sha256sum", "--check", "--strict", Manifest.DIGEST_FILE)
                .directory(run.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void whatIsWrongIsListedWithExitCode3() throws IOException {
        Path order = run.resolve("explanations/order.i32");
        byte[] bytes = Files.readAllBytes(order);
        bytes[4] ^= 1;
        Files.write(order, bytes);
        wrong("files", "explanations/order.i32 was changed");
    }

    @Test
    void aManifestThatCannotBeReadIsToldByEveryCommand() throws IOException {
        Path manifest = run.resolve(Manifest.FILE);
        Files.writeString(manifest, "{");
        Files.delete(run.resolve(Manifest.DIGEST_FILE));
        wrong("files", Manifest.FILE + " cannot be read");
        Headroom.Result listed =
                Headroom.with("runs", "list", "--out", copies.toString()).run();
        assertThat(listed.exit()).isZero();
        assertThat(listed.err()).contains("2026-06-01-1 is damaged");
        Files.delete(manifest);
        wrong("files", Manifest.FILE + " is missing");
    }
}
