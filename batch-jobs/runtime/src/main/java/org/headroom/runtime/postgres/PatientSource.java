package org.headroom.runtime.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.headroom.model.HeadroomException;

/**
 * Connections to a PostgreSQL database that outlive an outage of it. A statement that finds its connection lost waits until the database
 * is back, has the {@link SessionLock} taken again, and is carried out anew, together with what its transaction had done before it.
 * A commit whose answer was lost is looked for by its mark, a row that it left, so that nothing is done twice. The number of its transaction
 * would not do: a server that has crashed gives it to another one.
 *
 * <p>Before a commit, a row that another holder would have changed is looked at and kept from changing: who has lost its lease cannot
 * write any more, even when it does not know yet.
 *
 * <p>Safe for several threads; a connection belongs to one.
 */
public final class PatientSource implements AutoCloseable {
    /** More than the threads that use the repository at one moment: each holds a connection for one statement only. */
    private static final int CONNECTIONS = 24;

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);

    private static final long PAUSE_MS = 200;

    private final HikariDataSource pool;
    private final SessionLock lock;
    private final Outage outage;
    private final String place;
    private volatile String fence = "";
    private volatile boolean isSuspect;

    /**
     * Opens the connections; the lock must have been taken.
     *
     * @param schema the schema of all statements; it has a table {@code HEADROOM_COMMIT_MARK} with a column {@code ID} of unique UUIDs
     * @param messages told once when an outage begins and once when it is over
     */
    public PatientSource(
            PostgresAddress address, String schema, SessionLock lock, Duration patience, Consumer<String> messages) {
        this.lock = lock;
        this.place = address.place();
        this.outage = new Outage(place, patience, messages);
        HikariConfig config = new HikariConfig();
        config.setDataSource(address.source());
        config.setPoolName("jobs");
        config.setSchema(schema);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        pool = new HikariDataSource(config);
    }

    /** A connection that waits when it has to; its statements must not be shared between threads. */
    public Connection connect() {
        return PatientConnection.of(this);
    }

    /**
     * From now on nothing is committed unless this query, which must take a lock on what it reads, finds a row.
     *
     * @param query without parameters, made of constants and numbers only
     */
    public void fence(String query) {
        fence = query;
    }

    /** Lifts the fence, for who gives its own lease back. */
    public void unfence() {
        fence = "";
    }

    /** Looks after the lock, which an outage that no statement has met may have taken away; to be called every few seconds. */
    public void watch() {
        if (!lock.isThere()) {
            isSuspect = true;
            try (Connection connection = connect();
                    PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
                statement.executeQuery().close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Why the database was given up; empty while all is well or there is hope. */
    public Optional<HeadroomException> failure() {
        return outage.given();
    }

    /** A new connection of the pool, when the database can be reached and the lock is held. */
    Connection acquire() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            outage.given().ifPresent(PatientSource::rethrow);
            try {
                if (isSuspect) {
                    retakeLock();
                }
                Connection connection = pool.getConnection();
                outage.over();
                return connection;
            } catch (SQLException e) {
                if (!Losses.isLoss(e)) {
                    throw e;
                }
                isSuspect = true;
                outage.waitFor(attempt, reason(e));
            }
        }
    }

    private static void rethrow(HeadroomException failure) {
        throw failure;
    }

    /** The pool speaks of its own time-out, and gives the database's words as the cause. */
    private static Throwable reason(SQLException e) {
        Throwable cause = e.getCause();
        return cause instanceof SQLException ? cause : e;
    }

    private synchronized void retakeLock() throws SQLException {
        if (!isSuspect) {
            return;
        }
        if (!lock.retake(fence)) {
            throw stolen();
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        isSuspect = false;
    }

    /** A connection was lost. */
    void lost(Connection connection) {
        isSuspect = true;
        pool.evictConnection(connection);
    }

    /**
     * Makes sure that this process may still write, and marks the transaction.
     *
     * @return the mark, to look for after a commit whose answer was lost
     */
    UUID guard(Connection connection) throws SQLException {
        UUID mark = UUID.randomUUID();
        String allowed = fence.isEmpty() ? "" : " FROM (" + fence + ") AS FENCE";
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO HEADROOM_COMMIT_MARK (ID) SELECT ?" + allowed)) {
            statement.setObject(1, mark);
            if (statement.executeUpdate() == 0) {
                throw stolen();
            }
        }
        return mark;
    }

    private HeadroomException stolen() {
        return outage.end(
                "another process has taken the lease of this output folder while the job repository at " + place
                        + " was out of reach",
                new SQLException("the lease is lost"));
    }

    /** Whether the transaction with a mark was committed; waits for it while the server is still at it. */
    boolean isCommitted(UUID mark) throws SQLException {
        try (Connection connection = acquire()) {
            connection.setAutoCommit(false);
            // A mark of the same name has to wait for the end of the other transaction, which reading it would not.
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO HEADROOM_COMMIT_MARK (ID) VALUES (?) ON CONFLICT DO NOTHING")) {
                statement.setObject(1, mark);
                return statement.executeUpdate() == 0;
            } finally {
                connection.rollback();
            }
        }
    }

    /** A moment for the database to come to an end with what it is at. */
    void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
