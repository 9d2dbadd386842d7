package org.headroom.runtime.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An advisory lock of a PostgreSQL server, on a connection of its own, which the server drops when the process or its host dies. Safe for
 * several threads.
 */
final class SessionLock implements AutoCloseable {
    /** So the server finds out within half a minute that the other end is gone, and lets go of what a session holds. */
    static final String NOTICE_LOSS =
            "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; ";

    private static final int LOOK_SECONDS = 5;

    /** So long a session is waited for that may be one that the server is ending. */
    private static final int ATTEMPTS = 30;

    private static final long BETWEEN_ATTEMPTS_MS = 100;

    private final PGSimpleDataSource source;
    private final long key;
    private @Nullable Connection connection;

    /**
     * A lock that is not taken yet.
     *
     * @param name what is locked
     */
    SessionLock(PostgresAddress address, String name) {
        this.source = address.source();
        this.key = key(name);
    }

    /**
     * Takes the lock from whoever is letting go of it; false when another session keeps it. A server ends a session, and lets go of its
     * locks, some time after the process closed it or died.
     */
    boolean takeOver() throws SQLException {
        for (int attempt = 1; !take(); attempt++) {
            if (attempt == ATTEMPTS) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_ATTEMPTS_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Takes the lock; false when another session has it. */
    synchronized boolean take() throws SQLException {
        close();
        Connection fresh = source.getConnection();
        boolean taken = false;
        try (Statement statement = fresh.createStatement()) {
            statement.execute(NOTICE_LOSS);
            try (ResultSet rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + key + ")")) {
                taken = rows.next() && rows.getBoolean(1);
            }
            if (taken) {
                connection = fresh;
            }
            return taken;
        } finally {
            if (!taken) {
                fresh.close();
            }
        }
    }

    /** Whether the session that has the lock is still there. */
    synchronized boolean isThere() {
        Connection held = connection;
        try {
            return held != null && held.isValid(LOOK_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Takes the lock again when its session is gone.
     *
     * @throws SQLException when the database cannot be reached, or has not noticed yet that the old session is gone
     */
    synchronized void retake() throws SQLException {
        if (!isThere() && !take()) {
            throw new SQLTransientConnectionException("the lock is still held, by the session that was lost");
        }
    }

    /** Whether a session has the lock with this name, without taking it. */
    static boolean isHeld(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND (classid::bigint << 32) | objid::bigint = ?")) {
            statement.setLong(1, key(name));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static long key(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("headroom " + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException e) {
                // The server drops the lock with the session, however that ends.
                return;
            }
        }
    }
}
