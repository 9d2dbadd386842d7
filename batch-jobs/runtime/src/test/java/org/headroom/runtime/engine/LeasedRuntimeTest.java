package org.headroom.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.BatchRuntime;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.StepRun;
import org.headroom.runtime.fixture.Child;
import org.headroom.runtime.fixture.PostgresServer;
import org.headroom.runtime.repository.JobDatabase;
import org.headroom.runtime.repository.JobHistory;
import org.headroom.runtime.repository.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a partitioned chunk job of 4 times 100 items, in this process and in processes that are killed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@ParameterizedClass
@EnumSource
class LeasedRuntimeTest {
    /** Where the jobs are kept. */
    enum Kind {
        EMBEDDED,
        POSTGRESQL
    }

    private static final List<String> ALL_ITEMS =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    private static PostgresServer server;

    private final String url;

    @TempDir
    Path temp;

    private Path output;
    private Path folder;

    LeasedRuntimeTest(Kind kind) {
        if (kind == Kind.POSTGRESQL && server == null) {
            server = new PostgresServer();
        }
        url = kind == Kind.POSTGRESQL ? server.url() : "";
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private LeasedRuntime open(Path where) {
        return LeasedRuntime.open(where, Child.repository(url), Clock.systemUTC(), message -> {});
    }

    private JobHistory history() {
        return JobHistory.open(output, Child.repository(url)).orElseThrow();
    }

    @BeforeEach
    void folders() throws Exception {
        output = temp.resolve("runs with a blank");
        folder = Files.createDirectories(temp.resolve("work"));
    }

    @Test
    void runsAJobAndTellsOfIt() throws Exception {
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(folder, 0));
            JobRun run = runtime.await(id, r -> {});

            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.started()).isBetween(run.created(), run.ended());
            assertThat(run.parameters()).containsEntry("items", "100").hasSize(4);
            assertThat(runtime.executions("")).containsExactly(run);
            assertThat(runtime.executions("other")).isEmpty();
            List<StepRun> steps = runtime.steps(id);
            assertThat(steps).extracting(StepRun::step).containsExactly("prepare", "write");
            assertThat(steps).extracting(StepRun::exitStatus).containsExactly("PREPARED partitioned", "COMPLETED");
            assertThat(steps).extracting(StepRun::partitions).containsExactly(0, 4);
            assertThat(steps.get(1).written()).isEqualTo(400);
            assertThatThrownBy(() -> runtime.restart(id, new Properties()))
                    .isInstanceOf(HeadroomException.class)
                    .hasMessageContaining("execution " + id + " is COMPLETED");
            assertThatThrownBy(() -> runtime.restart(77, new Properties()))
                    .isInstanceOf(HeadroomException.class)
                    .hasMessageContaining("no execution 77");
        }
        assertEveryItemOnce();
    }

    @Test
    void remembersAfterItWasClosedAndServesAnotherFolder() throws Exception {
        long first = runToTheEnd(output);
        long other = runToTheEnd(temp.resolve("other"));
        try (LeasedRuntime again = open(output)) {
            assertThat(again.executions("partitioned"))
                    .extracting(JobRun::executionId)
                    .containsExactly(first);
            assertThat(first).isEqualTo(other);
        }
    }

    private long runToTheEnd(Path where) {
        try (LeasedRuntime runtime = open(where)) {
            long id = runtime.start("partitioned", Child.parameters(folder, 0));
            assertThat(runtime.await(id, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            return id;
        }
    }

    @Test
    void goesOnAtTheCheckpointsAfterAStop() throws Exception {
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(folder, 3));
            JobRun stopped = runtime.await(id, r -> {
                if (lines() > 60) {
                    r.stop(id);
                }
            });
            assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
            assertThat(lines()).isBetween(60L, 399L);

            long restarted = runtime.restart(id, Child.parameters(folder, 0));
            assertThat(runtime.await(restarted, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            assertThatThrownBy(() -> runtime.restart(id, new Properties())).hasMessageContaining("as " + restarted);
        }
        assertEveryItemOnce();
        assertWentOn();
    }

    @Test
    void goesOnAtTheCheckpointsAfterAKill() throws Exception {
        killWhen("start", () -> lines() > 60);

        Process second = Child.launch(output, folder, "restart", url);
        assertThat(second.waitFor())
                .as(Files.readString(folder.resolve("child-restart.log")))
                .isZero();

        assertEveryItemOnce();
        assertWentOn();
        assertThat(folder.resolve("prepared")).hasContent("x");
    }

    @Test
    void keepsTheCheckpointsOfReaderAndWriterTogether() throws Exception {
        Process child = Child.launch(output, folder, "start", url);
        try {
            waitUntil(child, () -> lines() > 60);
            write("halt");
            assertThat(child.waitFor()).isEqualTo(7);
        } finally {
            child.destroyForcibly();
        }
        Files.delete(folder.resolve("halt"));
        restartHere();
        assertEveryItemOnce();
    }

    @Test
    void settlesWhatADeadProcessLeft() throws Exception {
        killWhen("start", () -> lines() > 60);

        try (JobHistory history = history()) {
            assertThat(history.isHeld()).isFalse();
            assertThat(history.executions("").get(0).status()).isEqualTo(RunStatus.STARTED);
        }
        try (LeasedRuntime runtime = open(output)) {
            JobRun dead = runtime.executions("partitioned").get(0);
            assertThat(dead.status()).isEqualTo(RunStatus.FAILED);
            assertThat(dead.hasDied()).isTrue();
            assertThat(dead.ended()).isNotNull();
            assertThat(dead.holder()).isEqualTo(runtime.takenOverFrom().orElseThrow());
            assertThat(runtime.steps(dead.executionId()))
                    .extracting(StepRun::status)
                    .containsExactly(RunStatus.COMPLETED, RunStatus.FAILED);
            // Killed twice: the first restart dies as well, and the second finishes.
        }
        killWhen("restart-slowly", () -> lines() > 200);
        restartHere();
        assertEveryItemOnce();
    }

    @Test
    void asksTheMapperAgainWhenNoPartitionHadBegun() throws Exception {
        Files.writeString(folder.resolve("hold"), "");
        killWhen("start", () -> Files.exists(folder.resolve("mapping")));
        Files.delete(folder.resolve("hold"));
        restartHere();
        assertEveryItemOnce();
    }

    @Test
    void doesNotTakeHalfMadePartitionsForAll() throws Exception {
        Files.writeString(folder.resolve("hold"), "");
        killWhen("start", () -> Files.exists(folder.resolve("mapping")));
        Files.delete(folder.resolve("hold"));
        try (JobDatabase database = JobDatabase.open(output, Child.repository(url), message -> {})) {
            Sql sql = new Sql(database::connect);
            long instance = sql.query("SELECT JOBINSTANCEID FROM JOBINSTANCEDATA", row -> row.getLong(1))
                    .get(0);
            for (int partition = 0; partition < 2; partition++) {
                sql.update("INSERT INTO JOBINSTANCEDATA (NAME) VALUES (?)", ":" + instance + ":write:" + partition);
            }
        }
        restartHere();
        assertEveryItemOnce();
    }

    @Test
    void restartsAfterAMapperThatFailed() throws Exception {
        Files.writeString(folder.resolve("no-plan"), "");
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(folder, 0));
            assertThat(runtime.await(id, r -> {}).status()).isEqualTo(RunStatus.FAILED);
            assertThat(runtime.failureLog()).contains("no plan");
        }
        Files.delete(folder.resolve("no-plan"));
        restartHere();
        assertEveryItemOnce();
    }

    @Test
    void restartsAfterAStopBeforeThePartitionsWereMade() throws Exception {
        Files.writeString(folder.resolve("hold"), "");
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(folder, 0));
            JobRun stopped = runtime.await(id, r -> {
                if (Files.exists(folder.resolve("mapping"))) {
                    r.stop(id);
                    folder.resolve("hold").toFile().delete();
                }
            });
            assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        }
        restartHere();
        assertEveryItemOnce();
    }

    @Test
    void restartsAfterAFailureInAPartition() throws Exception {
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(folder, 1));
            JobRun failed = runtime.await(id, r -> {
                if (lines() > 60) {
                    write("fail");
                }
            });
            assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
            assertThat(runtime.failureLog()).contains("told to fail");
        }
        Files.delete(folder.resolve("fail"));
        restartHere();
        assertEveryItemOnce();
        assertWentOn();
    }

    @Test
    void refusesASecondProcessAndTakesItsRequests() throws Exception {
        Process child = Child.launch(output, folder, "start", url);
        try {
            waitUntil(child, () -> lines() > 20);
            assertThatThrownBy(() -> open(output))
                    .isInstanceOf(OutputBusyException.class)
                    .hasMessageContaining(output.toString())
                    .hasMessageContaining("process " + child.pid() + " on ");
            try (JobHistory history = history()) {
                assertThat(history.isHeld()).isTrue();
                assertThat(history.executions("partitioned").get(0).status()).isEqualTo(RunStatus.STARTED);
            }
            JobHistory.requestStop(output);
            assertThat(child.waitFor()).isEqualTo(9);
        } finally {
            child.destroyForcibly();
        }
        try (JobHistory history = history()) {
            assertThat(history.executions("").get(0).status()).isEqualTo(RunStatus.STOPPED);
        }
        restartHere();
        assertEveryItemOnce();
    }

    @Test
    void hasNoHistoryWhereNothingWasRun() {
        assertThat(JobHistory.open(output, Child.repository(url))).isEmpty();
        assertThat(output).doesNotExist();
    }

    @Test
    void aFolderHasOneRuntimeAtATime() {
        try (LeasedRuntime runtime = open(output)) {
            assertThat(runtime.executions("")).isEmpty();
            assertThatThrownBy(() -> open(output)).isInstanceOf(OutputBusyException.class);
        }
    }

    @Test
    void runtimesOfTwoFoldersWorkSideBySide() throws Exception {
        Path otherFolder = Files.createDirectories(temp.resolve("other work"));
        Files.writeString(otherFolder.resolve("fail"), "");
        try (LeasedRuntime one = open(output);
                LeasedRuntime other = open(temp.resolve("other"))) {
            long id = one.start("partitioned", Child.parameters(folder, 3));
            long sameId = other.start("partitioned", Child.parameters(otherFolder, 3));
            assertThat(sameId).isEqualTo(id);
            JobRun stopped = one.await(id, r -> {
                if (lines() > 60) {
                    r.stop(id);
                }
            });
            assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
            assertThat(other.await(sameId, r -> {}).status()).isEqualTo(RunStatus.FAILED);
            assertThat(one.failureLog()).doesNotContain("told to fail");
            assertThat(other.failureLog()).contains("told to fail");
            Files.delete(otherFolder.resolve("fail"));

            long again = one.restart(id, Child.parameters(folder, 1));
            long otherAgain = other.restart(sameId, Child.parameters(otherFolder, 1));
            assertThat(one.await(again, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(other.await(otherAgain, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(one.executions(""))
                    .extracting(run -> run.parameters().get("folder"))
                    .containsOnly(folder.toString())
                    .hasSize(2);
            assertThat(other.executions(""))
                    .extracting(run -> run.parameters().get("folder"))
                    .containsOnly(otherFolder.toString())
                    .hasSize(2);
        }
        assertEveryItemOnce();
        folder = otherFolder;
        assertEveryItemOnce();
    }

    @Test
    void saysWhenTheRepositoryIsDamaged() throws Exception {
        assumeThat(url).as("a repository in a file").isEmpty();
        runToTheEnd(output);
        Files.writeString(output.resolve(".jobs/jobs.mv.db"), "not a database");
        assertThatThrownBy(() -> open(output))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining(output.resolve(".jobs").toString());
    }

    private void restartHere() {
        try (BatchRuntime runtime = open(output)) {
            long dead = runtime.executions("partitioned").get(0).executionId();
            long id = runtime.restart(dead, Child.parameters(folder, 0));
            assertThat(runtime.await(id, r -> {}).status())
                    .as(runtime.failureLog())
                    .isEqualTo(RunStatus.COMPLETED);
        }
    }

    /** A question that may fail. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private void killWhen(String what, Condition condition) throws Exception {
        Process child = Child.launch(output, folder, what, url);
        try {
            waitUntil(child, condition);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static void waitUntil(Process child, Condition condition) throws Exception {
        while (!condition.holds()) {
            assertThat(child.isAlive()).as("the child is alive").isTrue();
            Thread.sleep(2);
        }
    }

    private long lines() {
        return IntStream.range(0, 4).mapToLong(i -> items(i).size()).sum();
    }

    private List<String> items(int partition) {
        Path file = folder.resolve("part-" + partition);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name) {
        try {
            Files.writeString(folder.resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertEveryItemOnce() {
        for (int partition = 0; partition < 4; partition++) {
            assertThat(items(partition)).as("partition " + partition).isEqualTo(ALL_ITEMS);
        }
    }

    private void assertWentOn() throws Exception {
        assertThat(Files.readAllLines(folder.resolve("opened")))
                .as("partitions opened again behind their beginning")
                .anyMatch(line -> !line.endsWith(" at 0"));
    }
}
