package org.headroom.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.headroom.runtime.jbatch.fixture.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions that end at one given moment of a transaction. */
@Timeout(60)
class PatientConnectionTest {
    private PostgresServer server;
    private SessionLock lock;
    private PatientSource source;

    @BeforeEach
    void open() throws SQLException {
        server = new PostgresServer();
        run("CREATE TABLE item (id INT PRIMARY KEY)");
        run("CREATE TABLE headroom_commit_mark (id UUID PRIMARY KEY)");
        PostgresAddress address = PostgresAddress.of(server.url(), Optional.empty(), Optional.empty());
        lock = new SessionLock(address, "a folder", "public");
        assertThat(lock.take()).isTrue();
        source = new PatientSource(address, "public", lock, Duration.ofSeconds(30), message -> {});
    }

    @AfterEach
    void close() {
        source.close();
        lock.close();
        server.close();
    }

    @Test
    void aTransactionThatOnlyReadMayLoseItsConnectionBeforeItsCommit() throws SQLException {
        try (Connection connection = source.connect()) {
            connection.setAutoCommit(false);
            assertThat(count(connection)).isZero();
            endSessions();
            connection.commit();
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void aConnectionThatOnlyReadMayBeLostBeforeItIsClosed() throws SQLException {
        Connection connection = source.connect();
        connection.setAutoCommit(false);
        assertThat(count(connection)).isZero();
        endSessions();
        connection.close();
        try (Connection next = source.connect()) {
            assertThat(count(next)).isZero();
        }
    }

    @Test
    void whatWasWrittenBeforeTheLossIsThereOnceAfterTheCommit() throws SQLException {
        try (Connection connection = source.connect()) {
            connection.setAutoCommit(false);
            insert(connection, 7);
            endSessions();
            connection.commit();
        }
        try (Connection connection = source.connect()) {
            assertThat(count(connection)).isOne();
        }
    }

    /** The server then gives the number of the lost transaction to another one. */
    @Test
    void aCommitThatACrashOfTheServerTookAwayIsMadeAgain() throws Exception {
        run("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(2); RETURN NULL; END'");
        run("CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON item DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION slow()");
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try (Connection connection = source.connect()) {
                connection.setAutoCommit(false);
                insert(connection, 7);
                connection.commit();
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
        // Killed while it commits, a process takes the whole server with it, and what was not yet on the disk.
        long pid = 0;
        while (pid == 0) {
            pid = number("SELECT COALESCE(MAX(pid), 0) FROM pg_stat_activity"
                    + " WHERE application_name = 'headroom' AND query = 'COMMIT' AND wait_event = 'PgSleep'");
        }
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        writing.get();
        assertThat(number("SELECT count(*) FROM item WHERE id = 7")).isOne();
    }

    private static void insert(Connection connection, int id) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO item VALUES (?)")) {
            insert.setInt(1, id);
            insert.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT count(*) FROM item");
                ResultSet rows = select.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    /** Returns when the server has ended them. */
    private void endSessions() throws SQLException {
        run("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = 'headroom'");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
