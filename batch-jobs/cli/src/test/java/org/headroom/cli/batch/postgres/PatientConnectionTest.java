package org.headroom.cli.batch.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.headroom.cli.batch.jbatch.fixture.PostgresServer;
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
            try (var insert = connection.prepareStatement("INSERT INTO item VALUES (?)")) {
                insert.setInt(1, 7);
                insert.executeUpdate();
            }
            endSessions();
            connection.commit();
        }
        try (Connection connection = source.connect()) {
            assertThat(count(connection)).isOne();
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
