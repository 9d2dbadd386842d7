package org.headroom.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.headroom.model.HeadroomException;
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
        private int lostAnswers;
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
            Connection connection = database.connect();
            return lostAnswers == 0 ? connection : silent(connection);
        }

        /** Commits, and ends before it can say so. */
        private Connection silent(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        Object result = method.invoke(connection, arguments);
                        if (method.getName().equals("commit") && lostAnswers-- > 0) {
                            throw new SQLTransientConnectionException("the session is ended");
                        }
                        return result;
                    });
        }

        @Override
        public boolean isLost() {
            return lost;
        }

        @Override
        public void regain(BooleanSupplier again) {
            regained++;
            try {
                assertThat(again.getAsBoolean()).isTrue();
                lost = false;
            } catch (HeadroomException e) {
                regain(again);
            }
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @Test
    void aLeaseThatWasTakenWithoutAnAnswerIsOnesOwn() throws Exception {
        try (Lease lease = Lease.take(output, Clock.systemUTC());
                Failing database = new Failing(JobDatabase.open(output, JobRepository.EMBEDDED, message -> {}))) {
            PatientEngine engine = new PatientEngine(Engines.fresh(), database, lease, Clock.systemUTC());
            engine.begin();

            database.lost = true;
            database.lostAnswers = 1;
            engine.regain();

            assertThat(database.regained).isEqualTo(2);
            assertThat(engine.sql()
                            .query("SELECT COUNT(*) FROM HEADROOM_LEASE WHERE ENDED IS NULL", row -> row.getInt(1)))
                    .containsExactly(1);
            engine.now().release();
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
