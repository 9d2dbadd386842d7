package org.headroom.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.engine.LeasedRuntime;
import org.headroom.runtime.fixture.Child;
import org.headroom.runtime.fixture.CutLine;
import org.headroom.runtime.fixture.PostgresServer;
import org.headroom.runtime.fixture.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job of 4 times 100 items while the sessions of its repository are ended, the server crashes, or the lease is taken away. */
@Tag("end-to-end")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class OutageTest {
    @TempDir
    Path temp;

    private Path output;
    private Work work;

    @BeforeEach
    void folders() throws Exception {
        output = temp.resolve("runs");
        work = Work.in(temp.resolve("work"));
    }

    @Test
    void sessionsThatAreEndedAgainAndAgainLoseAndDoubleNothing() throws Exception {
        Process child = Child.launch(output, work.folder(), "start", PostgresServer.url());
        int ended = 0;
        try {
            // Before the job has begun, a repository out of reach is a reason to refuse.
            waitForLines(child, 10);
            // Ever longer between, as a checkpoint has to be reached at some time.
            for (long pauseMs = 20; child.isAlive(); pauseMs = pauseMs * 5 / 4) {
                // In the middle of statements, between them, at a commit: wherever it hits, also the session of the
                // lock.
                ended += sessions("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name = 'headroom'")
                        .size();
                Thread.sleep(pauseMs);
            }
            assertThat(child.waitFor()).as(log("start")).isZero();
        } finally {
            child.destroyForcibly();
        }
        assertThat(ended).isGreaterThan(10);
        work.assertEveryItemOnce();
    }

    @Test
    void aLineThatIsCutWhileTheFirstConnectionIsMadeIsNotRememberedForEver() throws Exception {
        try (CutLine line = new CutLine(PostgresServer.port(), "TRANSACTION ISOLATION", 1);
                LeasedRuntime runtime = open(output, PostgresServer.url(line.port()))) {
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 0));
            assertThat(runtime.await(id, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(line.cutsLeft()).isZero();
        }
        work.assertEveryItemOnce();
    }

    @Test
    void aCrashOfTheServerIsRiddenOut() throws Exception {
        Process child = Child.launch(output, work.folder(), "start", PostgresServer.url());
        try {
            waitForLines(child, 60);
            // The server ends all sessions and recovers from its log when one of its processes dies like this.
            long pid = sessions("SELECT pid FROM pg_stat_activity WHERE application_name = 'headroom' LIMIT 1")
                    .get(0);
            assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
            assertThat(child.waitFor()).as(log("start")).isZero();
        } finally {
            child.destroyForcibly();
        }
        work.assertEveryItemOnce();
    }

    @Test
    void whoHasLostItsLeaseWritesNoMore() throws Exception {
        Process child = Child.launch(output, work.folder(), "start", PostgresServer.url());
        try {
            waitForLines(child, 60);
            String schema =
                    PostgresRepositories.schema(PostgresRepositories.id(output).orElseThrow());
            // As a host would that shares the folder, and cannot see that the holder lives.
            sql("UPDATE " + schema + ".headroom_lease SET ended = now() WHERE ended IS NULL");
            assertThat(child.waitFor()).as(log("start")).isNotZero();
            assertThat(log("start")).contains("another process has taken the lease of this output folder");
        } finally {
            child.destroyForcibly();
        }
        assertThat(work.lines()).isLessThan(400);
        try (LeasedRuntime runtime = open(output)) {
            JobRun dead = runtime.executions("partitioned").get(0);
            assertThat(dead.hasDied()).isTrue();
            long id = runtime.restart(dead.executionId(), Child.parameters(work.folder(), 0));
            assertThat(runtime.await(id, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
        }
        work.assertEveryItemOnce();
    }

    /** The server ends a session some time after the process that had it. */
    @Test
    void aLockWhoseSessionIsBeingEndedIsWaitedFor() throws Exception {
        open(output).close();
        SessionLock ending = new SessionLock(
                PostgresAddress.of(PostgresServer.url(), Optional.empty(), Optional.empty()),
                PostgresRepositories.id(output).orElseThrow());
        assertThat(ending.take()).isTrue();
        Thread server = new Thread(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ending.close();
        });
        server.start();
        try (LeasedRuntime runtime = open(output)) {
            assertThat(runtime.executions("")).isEmpty();
        }
        server.join();
    }

    @Test
    void aLockThatIsHeldIsRespected() throws Exception {
        open(output).close();
        try (SessionLock held = new SessionLock(
                PostgresAddress.of(PostgresServer.url(), Optional.empty(), Optional.empty()),
                PostgresRepositories.id(output).orElseThrow())) {
            assertThat(held.take()).isTrue();
            assertThatThrownBy(() -> open(output)).isInstanceOf(OutputBusyException.class);
        }
    }

    @Test
    void outputsThatShareAServerDoNotSeeOneAnother() throws Exception {
        Path other = temp.resolve("other");
        Process child = Child.launch(output, work.folder(), "start", PostgresServer.url());
        try {
            waitForLines(child, 20);
            try (LeasedRuntime runtime = open(other)) {
                assertThat(runtime.takenOverFrom()).isEmpty();
                assertThat(runtime.executions("")).isEmpty();
            }
            assertThat(child.waitFor()).as(log("start")).isZero();
        } finally {
            child.destroyForcibly();
        }
        work.assertEveryItemOnce();
    }

    @Test
    void aRepositoryThatMarkedCommitsIsBroughtUpToDate() throws Exception {
        open(output).close();
        String schema =
                PostgresRepositories.schema(PostgresRepositories.id(output).orElseThrow());
        try (Connection connection = DriverManager.getConnection(PostgresServer.url());
                Statement statement = connection.createStatement()) {
            connection.setSchema(schema);
            statement.execute("DROP FUNCTION headroom_fence CASCADE");
            statement.execute("CREATE TABLE headroom_commit_mark (id UUID PRIMARY KEY)");
            assertThat(statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version = '4'"))
                    .isOne();
        }
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 0));
            assertThat(runtime.await(id, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
        }
        work.assertEveryItemOnce();
        assertThat(sessions("SELECT 1 FROM pg_tables WHERE tablename = 'headroom_commit_mark' AND schemaname = '"
                        + schema + "'"))
                .isEmpty();
        assertThat(sessions(
                        "SELECT 1 FROM pg_trigger WHERE tgname = 'headroom_fence' AND tgrelid::regclass::text LIKE '"
                                + schema + ".%'"))
                .hasSize(6);
    }

    private static LeasedRuntime open(Path output) {
        return open(output, PostgresServer.url());
    }

    private static LeasedRuntime open(Path output, String url) {
        return LeasedRuntime.open(output, Child.repository(url), Clock.systemUTC(), message -> {});
    }

    private void waitForLines(Process child, int count) throws Exception {
        while (work.lines() < count) {
            assertThat(child.isAlive()).as(log("start")).isTrue();
            Thread.sleep(2);
        }
    }

    private static List<Long> sessions(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection(PostgresServer.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<Long> result = new ArrayList<>();
            while (rows.next()) {
                result.add(rows.getObject(1) instanceof Number number ? number.longValue() : 1L);
            }
            return result;
        }
    }

    private static void sql(String update) throws Exception {
        try (Connection connection = DriverManager.getConnection(PostgresServer.url());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(update)).isPositive();
        }
    }

    private String log(String what) throws Exception {
        return Files.readString(work.folder().resolve("child-" + what + ".log"));
    }
}
