package org.headroom.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.StepRun;
import org.headroom.runtime.fixture.Child;
import org.headroom.runtime.fixture.Work;
import org.headroom.runtime.repository.JobHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs a partitioned chunk job in this process. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@ParameterizedClass
@EnumSource
class LeasedRuntimeTest extends JobTest {
    LeasedRuntimeTest(Kind kind) {
        super(kind);
    }

    @Test
    void runsAJobAndTellsOfIt() throws Exception {
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 0));
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
        work.assertEveryItemOnce();
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
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 0));
            assertThat(runtime.await(id, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            return id;
        }
    }

    @Test
    void goesOnAtTheCheckpointsAfterAStop() throws Exception {
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 3));
            JobRun stopped = runtime.await(id, r -> {
                if (work.lines() > 60) {
                    r.stop(id);
                }
            });
            assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
            assertThat(work.lines()).isBetween(60L, 399L);

            long restarted = runtime.restart(id, Child.parameters(work.folder(), 0));
            assertThat(runtime.await(restarted, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            assertThatThrownBy(() -> runtime.restart(id, new Properties())).hasMessageContaining("as " + restarted);
        }
        work.assertEveryItemOnce();
        work.assertWentOn();
    }

    @Test
    void restartsAfterAMapperThatFailed() throws Exception {
        work.write("no-plan");
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 0));
            assertThat(runtime.await(id, r -> {}).status()).isEqualTo(RunStatus.FAILED);
            assertThat(runtime.failureLog()).contains("no plan");
        }
        work.delete("no-plan");
        restartHere();
        work.assertEveryItemOnce();
    }

    @Test
    void restartsAfterAStopBeforeThePartitionsWereMade() throws Exception {
        work.write("hold");
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 0));
            JobRun stopped = runtime.await(id, r -> {
                if (work.has("mapping")) {
                    r.stop(id);
                    work.delete("hold");
                }
            });
            assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        }
        restartHere();
        work.assertEveryItemOnce();
    }

    @Test
    void restartsAfterAFailureInAPartition() throws Exception {
        try (LeasedRuntime runtime = open(output)) {
            long id = runtime.start("partitioned", Child.parameters(work.folder(), 1));
            JobRun failed = runtime.await(id, r -> {
                if (work.lines() > 30) {
                    work.write("fail");
                }
            });
            assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
            assertThat(runtime.failureLog()).contains("told to fail");
        }
        work.delete("fail");
        restartHere();
        work.assertEveryItemOnce();
        work.assertWentOn();
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
        Work otherWork = Work.in(temp.resolve("other work"));
        otherWork.write("fail");
        try (LeasedRuntime one = open(output);
                LeasedRuntime other = open(temp.resolve("other"))) {
            long id = one.start("partitioned", Child.parameters(work.folder(), 3));
            long sameId = other.start("partitioned", Child.parameters(otherWork.folder(), 3));
            assertThat(sameId).isEqualTo(id);
            JobRun stopped = one.await(id, r -> {
                if (work.lines() > 60) {
                    r.stop(id);
                }
            });
            assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
            assertThat(other.await(sameId, r -> {}).status()).isEqualTo(RunStatus.FAILED);
            assertThat(one.failureLog()).doesNotContain("told to fail");
            assertThat(other.failureLog()).contains("told to fail");
            otherWork.delete("fail");

            long again = one.restart(id, Child.parameters(work.folder(), 1));
            long otherAgain = other.restart(sameId, Child.parameters(otherWork.folder(), 1));
            assertThat(one.await(again, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(other.await(otherAgain, r -> {}).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(one.executions(""))
                    .extracting(run -> run.parameters().get("folder"))
                    .containsOnly(work.folder().toString())
                    .hasSize(2);
            assertThat(other.executions(""))
                    .extracting(run -> run.parameters().get("folder"))
                    .containsOnly(otherWork.folder().toString())
                    .hasSize(2);
        }
        work.assertEveryItemOnce();
        otherWork.assertEveryItemOnce();
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
}
