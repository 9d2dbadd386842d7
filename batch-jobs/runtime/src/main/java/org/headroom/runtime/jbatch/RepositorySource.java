package org.headroom.runtime.jbatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.repository.JobDatabase;
import org.headroom.runtime.repository.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The source of connections that a jbatch keeps for its life. It passes on to the database that is open now, so that it may work on one output
 * folder after another, and lets a thread do several things in one transaction. Safe for several threads.
 */
final class RepositorySource {
    private final AtomicReference<@Nullable JobDatabase> current = new AtomicReference<>();
    private final ThreadLocal<@Nullable Transaction> transaction = new ThreadLocal<>();

    /** A transaction takes its connection when it first needs one: chunks are long, and touch the repository at their end only. */
    private static final class Transaction {
        private @Nullable Connection connection;
    }

    void set(@Nullable JobDatabase database) {
        current.set(database);
    }

    /** Does several things in one transaction, which is safely on the disk when this returns, or not there at all. */
    <T extends @Nullable Object> T together(Supplier<T> work) {
        begin();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (done) {
                commit();
            } else {
                rollback();
            }
        }
    }

    /** Begins a transaction of this thread; one that is open is given up. */
    void begin() {
        rollback();
        transaction.set(new Transaction());
    }

    /** Writes what this thread did since {@link #begin}, and brings it safely to the disk. */
    void commit() {
        Connection connection = take();
        if (connection == null) {
            return;
        }
        try (connection) {
            connection.commit();
            database().sync();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Forgets what this thread did since {@link #begin}. */
    void rollback() {
        Connection connection = take();
        if (connection == null) {
            return;
        }
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Brings all that was written safely to the disk. */
    void sync() {
        try {
            database().sync();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Lets the repository take its time with what is written from now on. {@link #commit} and {@link #sync} do not wait for that: with a
     * checkpoint, all that was written before it is on the disk.
     */
    void gatherWrites() {
        try {
            database().gatherWrites();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private @Nullable Connection take() {
        Transaction open = transaction.get();
        transaction.remove();
        return open == null ? null : open.connection;
    }

    /** A connection to be closed; that of the transaction when one is open on this thread. */
    Connection getConnection() throws SQLException {
        Transaction open = transaction.get();
        if (open == null) {
            return database().connect();
        }
        Connection connection = open.connection;
        if (connection == null) {
            connection = database().connect();
            connection.setAutoCommit(false);
            open.connection = connection;
        }
        return keptOpen(connection);
    }

    /** The same as a data source, which can do nothing but give connections. */
    DataSource asDataSource() {
        return (DataSource) Proxy.newProxyInstance(
                RepositorySource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(this, arguments);
                    }
                    if (method.getName().equals("getConnection")) {
                        return getConnection();
                    }
                    throw new SQLFeatureNotSupportedException(method.getName());
                });
    }

    private JobDatabase database() {
        JobDatabase database = current.get();
        if (database == null) {
            // Not an SQLException: jbatch prints the stack traces of those.
            throw new IllegalStateException("the job repository is closed");
        }
        return database;
    }

    /** The same connection, which stays open when it is closed: the end of the transaction closes it. */
    private static Connection keptOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                RepositorySource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static HeadroomException failure(SQLException e) {
        return Sql.failure("the job repository cannot be written", e);
    }
}
