package org.headroom.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.StepRun;
import org.headroom.runtime.fixture.Child;
import org.headroom.runtime.repository.JobDatabase;
import org.headroom.runtime.repository.JobHistory;
import org.headroom.runtime.repository.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a partitioned chunk job in processes that are killed or stopped from outside. */
@Tag("end-to-end")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@ParameterizedClass
@EnumSource
class KilledRuntimeTest extends JobTest {
    KilledRuntimeTest(Kind kind) {
        super(kind);
    }

    private JobHistory history() {
        return JobHistory.open(output, Child.repository(url)).orElseThrow();
    }

    /** A question that may fail. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private void killWhen(String what, Condition condition) throws Exception {
        Process child = Child.launch(output, work.folder(), what, url);
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

    @Test
    void goesOnAtTheCheckpointsAfterAKill() throws Exception {
        killWhen("start", () -> work.lines() > 60);

        Process second = Child.launch(output, work.folder(), "restart", url);
        assertThat(second.waitFor())
                .as(Files.readString(work.folder().resolve("child-restart.log")))
                .isZero();

        work.assertEveryItemOnce();
        work.assertWentOn();
        assertThat(work.folder().resolve("prepared")).hasContent("x");
    }

    @Test
    void keepsTheCheckpointsOfReaderAndWriterTogether() throws Exception {
        Process child = Child.launch(output, work.folder(), "start", url);
        try {
            waitUntil(child, () -> work.lines() > 60);
            work.write("halt");
            assertThat(child.waitFor()).isEqualTo(7);
        } finally {
            child.destroyForcibly();
        }
        work.delete("halt");
        restartHere();
        work.assertEveryItemOnce();
    }

    @Test
    void settlesWhatADeadProcessLeft() throws Exception {
        killWhen("start", () -> work.lines() > 60);

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
        killWhen("restart-slowly", () -> work.lines() > 200);
        restartHere();
        work.assertEveryItemOnce();
    }

    @Test
    void asksTheMapperAgainWhenNoPartitionHadBegun() throws Exception {
        work.write("hold");
        killWhen("start", () -> work.has("mapping"));
        work.delete("hold");
        restartHere();
        work.assertEveryItemOnce();
    }

    @Test
    void doesNotTakeHalfMadePartitionsForAll() throws Exception {
        work.write("hold");
        killWhen("start", () -> work.has("mapping"));
        work.delete("hold");
        try (JobDatabase database = JobDatabase.open(output, Child.repository(url), message -> {})) {
            Sql sql = new Sql(database::connect);
            long instance = sql.query("SELECT JOBINSTANCEID FROM JOBINSTANCEDATA", row -> row.getLong(1))
                    .get(0);
            for (int partition = 0; partition < 2; partition++) {
                sql.update("INSERT INTO JOBINSTANCEDATA (NAME) VALUES (?)", ":" + instance + ":write:" + partition);
            }
        }
        restartHere();
        work.assertEveryItemOnce();
    }

    @Test
    void refusesASecondProcessAndTakesItsRequests() throws Exception {
        Process child = Child.launch(output, work.folder(), "start", url);
        try {
            waitUntil(child, () -> work.lines() > 20);
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
        work.assertEveryItemOnce();
    }
}
