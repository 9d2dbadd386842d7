package org.headroom.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.lease.Lease;
import org.headroom.runtime.repository.JobDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientEngineTest {
    @TempDir
    Path output;

    /** The repository in a folder, out of reach whenever that is asked for. */
    private static final class Failing implements JobDatabase {
        private final JobDatabase database;
        private int failures;
        private int regained;
        private boolean lost;

        Failing(JobDatabase database) {
            this.database = database;
        }

        @Override
        public Connection connect() throws SQLException {
            if (failures > 0) {
                failures--;
                lost = true;
                throw new SQLTransientConnectionException("the server is out of reach");
            }
            return database.connect();
        }

        @Override
        public boolean isLost() {
            return lost;
        }

        @Override
        public void regain(BooleanSupplier again) {
            lost = false;
            assertThat(again.getAsBoolean()).isTrue();
            regained++;
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @Test
    void aRepositoryThatGoesWhileAnEngineBeginsIsWaitedForAgain() throws Exception {
        try (Lease lease = Lease.take(output, Clock.systemUTC());
                Failing database = new Failing(JobDatabase.open(output, JobRepository.EMBEDDED, message -> {}))) {
            JobEngine first = Engines.fresh();
            PatientEngine engine = new PatientEngine(first, database, lease, Clock.systemUTC());
            engine.begin();

            database.failures = 1;
            engine.startAfresh();

            assertThat(database.failures).isZero();
            assertThat(database.regained).isOne();
            assertThat(engine.now()).isNotSameAs(first);
            assertThat(engine.sql().query("SELECT COUNT(*) FROM EXECUTIONINSTANCEDATA", row -> row.getInt(1)))
                    .containsExactly(0);
            engine.now().release();
        }
    }
}
