package org.headroom.runtime.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.repository.JobDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The repository of one output folder on a server. Its connections bear the lease that they write for; triggers of the tables
 * ({@code V4__fence.sql}) refuse what is written for a lease that is over, so who has lost its lease cannot write any more, even when it does
 * not know it yet. Safe for several threads.
 */
final class PostgresDatabase implements JobDatabase {
    /** More than the threads that use the repository at one moment: each holds a connection for one statement only. */
    private static final int MAX_CONNECTIONS = 24;

    private static final long WAIT_FOR_CONNECTION_MS = 3000;
    private static final long FIRST_WAIT_MS = 100;
    private static final long LONGEST_WAIT_MS = 3000;

    private static final String GOES_ON = "Nothing is lost: the same command goes on at the last checkpoint.";

    /** What the triggers say of a lease that is over. */
    private static final String FENCED = "HR001";

    /** Shut down by an operator, crashed, starting up, dropped as idle; too many connections; no longer able to write; fenced. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25006", FENCED);

    private final PostgresAddress address;
    private final String schema;
    private final SessionLock lock;
    private final Duration patience;
    private final Consumer<String> messages;
    private final AtomicReference<@Nullable SQLException> loss = new AtomicReference<>();
    private volatile @Nullable HeadroomException failure;
    private volatile @Nullable HikariDataSource pool;

    /** The lock must have been taken. */
    PostgresDatabase(
            PostgresAddress address, String schema, SessionLock lock, Duration patience, Consumer<String> messages) {
        this.address = address;
        this.schema = schema;
        this.lock = lock;
        this.patience = patience;
        this.messages = messages;
    }

    @Override
    public Connection connect() throws SQLException {
        HeadroomException known = failure;
        if (known != null) {
            throw new SQLException(known);
        }
        HikariDataSource connections = pool;
        try {
            return connections == null ? address.connect(schema) : connections.getConnection();
        } catch (SQLException e) {
            note(e);
            throw e;
        }
    }

    @Override
    public void fence(long leaseId) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(address.source());
        config.setPoolName("jobs");
        config.setSchema(schema);
        // Else the pool asks its first connection for it, and when that breaks just then, refuses all others for ever
        // (HikariCP 7, PoolBase.checkDefaultIsolation).
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(SessionLock.NOTICE_LOSS + "SET headroom.lease = '" + leaseId + "'");
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MS);
        config.setExceptionOverride(new Listener());
        HikariDataSource before = pool;
        pool = new HikariDataSource(config);
        if (before != null) {
            before.close();
        }
    }

    /** Hears of all that fails on a connection. */
    private final class Listener implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException e) {
            note(e);
            return SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
    }

    /** Takes note of a failure that a server out of reach may be the reason for. */
    private void note(SQLException e) {
        if (isLoss(e)) {
            loss.compareAndSet(null, e);
        }
    }

    private static boolean isLoss(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && state.startsWith("28")) {
                return false;
            }
            if (state != null && (state.startsWith("08") || LOST.contains(state))) {
                return true;
            }
        }
        return e instanceof SQLTransientConnectionException;
    }

    @Override
    public void watch() {
        if (!lock.isThere()) {
            loss.compareAndSet(null, new SQLException("the session that holds its lock is gone"));
        }
    }

    @Override
    public boolean isLost() {
        return loss.get() != null;
    }

    @Override
    public synchronized void regain(BooleanSupplier again) {
        long began = System.nanoTime();
        boolean isTold = false;
        for (long wait = FIRST_WAIT_MS; isLost(); wait = Math.min(LONGEST_WAIT_MS, 2 * wait)) {
            String reason = tryAgain(again);
            long left = patience.toMillis() - (System.nanoTime() - began) / 1_000_000;
            if (reason.isEmpty()) {
                continue;
            }
            if (!isTold) {
                isTold = true;
                messages.accept("the job repository at " + address.place() + " cannot be reached (" + reason
                        + "); waiting up to " + patience.toSeconds() + " s for it");
            }
            if (left <= 0 || !pause(Math.min(wait, left))) {
                throw givenUp(new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the job repository at " + address.place() + " could not be reached for " + patience.toSeconds()
                                + " s (" + reason + ")",
                        GOES_ON));
            }
        }
        if (isTold) {
            messages.accept("the job repository at " + address.place() + " is back after "
                    + (System.nanoTime() - began) / 1_000_000_000 + " s");
        }
    }

    /** Why it is still out of reach; empty when it is back. */
    private String tryAgain(BooleanSupplier again) {
        SQLException before = loss.getAndSet(null);
        try {
            lock.retake();
            if (!again.getAsBoolean()) {
                throw givenUp(new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "another process has taken the lease of this output folder while the job repository at "
                                + address.place() + " was out of reach",
                        GOES_ON));
            }
            return "";
        } catch (SQLException e) {
            loss.compareAndSet(null, e);
            if (!isLoss(e)) {
                throw givenUp(new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the job repository at " + address.place() + " cannot be used: " + e.getMessage(),
                        "Check that the server runs and what its user may do, then give the same command again.",
                        e));
            }
        } catch (HeadroomException e) {
            if (failure != null || !isLost()) {
                throw givenUp(e);
            }
        }
        return reason(loss.get() == null ? before : loss.get());
    }

    /** The pool speaks of its own time-out, and gives the database's words as the cause. */
    private static String reason(@Nullable SQLException e) {
        return e == null
                ? ""
                : String.valueOf(e.getCause() instanceof SQLException cause ? cause.getMessage() : e.getMessage());
    }

    private HeadroomException givenUp(HeadroomException why) {
        failure = why;
        return why;
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Optional<HeadroomException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        HikariDataSource connections = pool;
        if (connections != null) {
            connections.close();
        }
        lock.close();
    }
}
