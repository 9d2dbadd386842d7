package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ranking with its jobs on a PostgreSQL server: killed, and with the server out of reach for some seconds and for too long. The
 * outage that is ridden out is longer with {@code -Dheadroom.long=true}, or as {@code headroom.outage.seconds} says.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PostgresTest {
    private static final Duration OUTAGE =
            Duration.ofSeconds(Integer.getInteger("headroom.outage.seconds", Headroom.IS_LONG ? 30 : 4));

    private static final String PASSWORD = "a-secret-of-this-test";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static CutCable cable;

    @BeforeAll
    static void start() throws Exception {
        // As a server in use has it: a commit that was answered is there after a crash.
        server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start();
        cable = new CutCable(server.getPort());
    }

    @AfterAll
    static void stop() throws Exception {
        cable.close();
        server.close();
    }

    @AfterEach
    void mend() throws Exception {
        cable.mend();
    }

    @Test
    void killedInTheMiddleItGoesOnInTheSameBytes() throws Exception {
        Path out = folder.resolve("killed");
        Process process = start(out, "120");
        Measuring.kill(process, out);
        Headroom.Result running = jobs("list", out).and("--json").run();
        assertThat(running.out()).as(running.err()).contains("\"status\":\"FAILED\"");
        Headroom.Result again = rank(out).done();
        assertThat(again.err().lines().filter(line -> line.contains("process " + process.pid())))
                .as(again.err())
                .singleElement()
                .asString()
                .contains("died; going on with execution 1 in its place");
        Undisturbed.assertIn(out);
        Headroom.Result history = jobs("show", out).run();
        assertThat(history.out()).as(history.err()).contains("COMPLETED", "holder     process ");
        assertNoSecret(out, running, again, history);
        assertThat(rank(out).run().err()).doesNotContain("died");
    }

    @Test
    void anOutageIsRiddenOut() throws Exception {
        Path out = folder.resolve("outage");
        Process process = start(out, "120");
        Measuring.await(process, out);
        cable.cut();
        Thread.sleep(OUTAGE.toMillis());
        cable.mend();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String err = Files.readString(folder.resolve("outage-log.err"));
        assertThat(process.exitValue()).as(err).isZero();
        assertThat(err.lines().filter(line -> line.contains("cannot be reached")))
                .as(err)
                .hasSize(1);
        assertThat(err.lines().filter(line -> line.contains("is back after")))
                .as(err)
                .hasSize(1);
        Undisturbed.assertIn(out);
        assertThat(err).doesNotContain(PASSWORD);
    }

    @Test
    void anOutageThatIsTooLongStopsTheRunWhichCanGoOn() throws Exception {
        Path out = folder.resolve("too-long");
        Process process = start(out, "1");
        Measuring.await(process, out);
        cable.cut();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String err = Files.readString(folder.resolve("too-long-log.err"));
        assertThat(process.exitValue()).as(err).isEqualTo(6);
        assertThat(err).contains("could not be reached for 1 s").doesNotContain("\tat ");
        assertThat(out.resolve(Undisturbed.RUN)).doesNotExist();
        Headroom.Result refused = rank(out).run();
        assertThat(refused.exit()).as(refused.err()).isEqualTo(3);
        cable.mend();
        Headroom.Result again = rank(out).done();
        assertThat(again.err()).contains("going on with execution 1");
        Undisturbed.assertIn(out);
    }

    @Test
    void anAddressThatLoadsClassesIsRefused() {
        Headroom.Result result = Headroom.sample(
                        "rank", "--out", folder.resolve("refused").toString())
                .environment(
                        "HEADROOM_DB_URL",
                        "jdbc:postgresql://127.0.0.1/x?socketFactory=org.example.Evil&password=" + PASSWORD)
                .run();
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("\"socketFactory\"").doesNotContain(PASSWORD, "Evil");
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void theProjectMaySayWhereJobsAreKeptButNoPassword() {
        SampleProject saying = new SampleProject(folder.resolve("saying"));
        saying.project(text -> text + "\njobRepository:\n  url: jdbc:postgresql://127.0.0.1:" + server.getPort()
                + "/postgres\n  user: postgres\n");
        Path out = folder.resolve("by-project");
        saying.later(out).done();
        assertThat(out.resolve(".jobs/jobs.mv.db")).doesNotExist();
        // Neither environment nor project: where the last run kept them.
        Headroom.Result list =
                Headroom.with("jobs", "list", "--out", out.toString()).run();
        assertThat(list.out()).as(list.err()).contains("COMPLETED");
        saying.project(text -> text.replace("/postgres\n", "/postgres?password=x\n"));
        Headroom.Result refused = saying.rank(folder.resolve("with-password"));
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("holds a password");
    }

    private static Process start(Path out, String patienceSeconds) {
        return rank(out)
                .environment("HEADROOM_DB_PATIENCE_SECONDS", patienceSeconds)
                .start(folder.resolve(out.getFileName() + "-log"));
    }

    private static Headroom rank(Path out) {
        return withServer(Undisturbed.project().later(out, Undisturbed.SLOW));
    }

    private static Headroom jobs(String what, Path out) {
        return withServer(Headroom.with("jobs", what, "--out", out.toString()));
    }

    private static Headroom withServer(Headroom headroom) {
        return headroom.environment("HEADROOM_DB_URL", "jdbc:postgresql://127.0.0.1:" + cable.port() + "/postgres")
                .environment("HEADROOM_DB_USER", "postgres")
                .environment("HEADROOM_DB_PASSWORD", PASSWORD);
    }

    private static void assertNoSecret(Path out, Headroom.Result... results) throws IOException {
        for (Headroom.Result result : results) {
            assertThat(result.out() + result.err()).doesNotContain(PASSWORD);
        }
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(PASSWORD);
            }
        }
    }
}
