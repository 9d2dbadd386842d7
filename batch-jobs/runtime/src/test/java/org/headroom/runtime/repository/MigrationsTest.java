package org.headroom.runtime.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.StepRun;
import org.headroom.runtime.engine.LeasedRuntime;
import org.headroom.runtime.fixture.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
    @TempDir
    Path output;

    static List<Migrations> kinds() {
        return List.of(Migrations.H2, Migrations.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNewestIsTheNewest(Migrations kind) throws Exception {
        Path files = Path.of(Migrations.class.getResource(kind.folder()).toURI());
        try (Stream<Path> migrations = Files.list(files)) {
            assertThat(migrations.map(
                            file -> file.getFileName().toString().replaceFirst("^V([0-9]+)__[a-z_]+\\.sql$", "$1")))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, kind.newest())
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    @Test
    void aRepositoryOfTheVersionWithoutMigrationsGoesOn() throws Exception {
        try (Connection connection = old();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA JBATCH");
            statement.execute(first());
            statement.execute("INSERT INTO JBATCH.JOBINSTANCEDATA (NAME) VALUES ('partitioned')");
            statement.execute(
                    "INSERT INTO JBATCH.EXECUTIONINSTANCEDATA (JOBINSTANCEID, CREATETIME, STARTTIME, UPDATETIME,"
                            + " BATCHSTATUS) VALUES (1, '2026-05-01 02:00:00Z', '2026-05-01 02:00:01Z', '2026-05-01"
                            + " 02:00:09Z', 'STARTED')");
            statement.execute("INSERT INTO JBATCH.STEPEXECUTIONINSTANCEDATA (JOBEXECID, STEPNAME, BATCHSTATUS)"
                    + " VALUES (1, 'write', 'STARTED')");
        }
        try (JobHistory history =
                JobHistory.open(output, JobRepository.EMBEDDED).orElseThrow()) {
            assertThat(history.executions("")).extracting(JobRun::status).containsExactly(RunStatus.STARTED);
        }
        try (LeasedRuntime runtime = open()) {
            JobRun dead = runtime.findExecution(1).orElseThrow();
            assertThat(dead.hasDied()).isTrue();
            assertThat(dead.holder()).isNull();
            assertThat(runtime.steps(1)).extracting(StepRun::status).containsExactly(RunStatus.FAILED);
        }
        try (Connection connection = old();
                Statement statement = connection.createStatement()) {
            // What that version looks at before it makes its tables anew.
            var rows = statement.executeQuery("SELECT VERSION FROM JBATCH.HEADROOM_REPOSITORY");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CREATE TABLE JBATCH.JOBSTATUS (ID BIGINT PRIMARY KEY, OBJ VARBINARY)"})
    void aRepositoryThatWasHalfMadeIsMadeAnew(String table) throws Exception {
        try (Connection connection = old();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA JBATCH");
            statement.execute(table);
        }
        Path work = Files.createDirectories(output.resolve("work"));
        try (LeasedRuntime runtime = open()) {
            long id = runtime.start("partitioned", Child.parameters(work, 0));
            JobRun run = runtime.await(id, r -> {});
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.holder().pid()).isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void aRepositoryOfANewerVersionIsLeftAlone() throws Exception {
        open().close();
        try (Connection connection = old();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE JBATCH.\"flyway_schema_history\" SET \"version\" = '99' WHERE \"version\" = '2'");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("has version 99")
                .hasMessageContaining("knows version " + Migrations.H2.newest());
    }

    private LeasedRuntime open() {
        return LeasedRuntime.open(output, JobRepository.EMBEDDED, Clock.systemUTC(), message -> {});
    }

    /** The database, as a version without migrations opens it. */
    private Connection old() throws Exception {
        return DriverManager.getConnection(
                "jdbc:h2:file:"
                        + Files.createDirectories(output.resolve(".jobs")).resolve("jobs"),
                "headroom",
                "");
    }

    private static String first() throws Exception {
        return Files.readString(Path.of(
                Migrations.class.getResource("h2/V1__job_repository.sql").toURI()));
    }
}
