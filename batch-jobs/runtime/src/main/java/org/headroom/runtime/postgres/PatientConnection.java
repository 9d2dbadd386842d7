package org.headroom.runtime.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Connection} of a {@link PatientSource} does. It has a real connection only while it needs one, and remembers what its
 * transaction wrote, to write it again.
 */
final class PatientConnection implements InvocationHandler {
    /** A statement that the database dies of would else be tried for ever. */
    private static final int ATTEMPTS = 20;

    private final PatientSource source;
    private final List<PatientStatement> written = new ArrayList<>();
    private boolean isAutoCommit = true;
    private @Nullable Connection real;

    private PatientConnection(PatientSource source) {
        this.source = source;
    }

    static Connection of(PatientSource source) {
        return (Connection) Proxy.newProxyInstance(
                PatientConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PatientConnection(source));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement":
                return new PatientStatement(this, method, arguments).asStatement();
            case "getAutoCommit":
                return isAutoCommit;
            case "setAutoCommit":
                isAutoCommit = arguments != null && (boolean) arguments[0];
                return null;
            case "commit":
                commit();
                return null;
            case "rollback":
                rollback();
                return null;
            case "close":
                close();
                return null;
            default:
                try {
                    return method.invoke(real(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
        }
    }

    /** Something to do with a real connection. */
    private interface Work {
        @Nullable
        Object with(Connection connection) throws SQLException;
    }

    /** Does it, and again as often as the connection is lost meanwhile. */
    private @Nullable Object persist(Work work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.with(real());
            } catch (SQLException e) {
                if (!isLost(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                drop();
                if (attempt > 1) {
                    source.pause();
                }
            }
        }
    }

    /** The pool closes a connection by itself that it sees fail, and then says only that. */
    private boolean isLost(SQLException e) throws SQLException {
        Connection connection = real;
        return Losses.isLoss(e) || (connection != null && connection.isClosed());
    }

    @Nullable
    Object execute(PatientStatement statement, Method how) throws SQLException {
        boolean isWrite = how.getName().equals("executeUpdate");
        if (!isWrite) {
            return persist(connection -> statement.run(connection, how));
        }
        if (isAutoCommit) {
            return endSafely(connection -> statement.run(connection, how));
        }
        Object result = persist(connection -> statement.run(connection, how));
        written.add(statement);
        return result;
    }

    private void commit() throws SQLException {
        if (!written.isEmpty()) {
            // What was written is there already, on a connection that was not lost since.
            endSafely(connection -> null);
            written.clear();
        } else {
            endReading(Connection::commit);
        }
    }

    /** How a connection ends what it was used for. */
    private interface End {
        void of(Connection connection) throws SQLException;
    }

    /** The end of a transaction that wrote nothing: with its connection lost it has ended all the same. */
    private void endReading(End end) throws SQLException {
        Connection connection = real;
        if (connection == null) {
            return;
        }
        try {
            end.of(connection);
        } catch (SQLException e) {
            if (!isLost(e)) {
                throw e;
            }
            drop();
        }
    }

    /** Does the rest of a transaction and commits it, once. */
    private @Nullable Object endSafely(Work rest) throws SQLException {
        return persist(connection -> {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                Object result = rest.with(connection);
                UUID mark = source.guard(connection);
                done = true;
                commit(connection, mark);
                return result;
            } finally {
                if (!done) {
                    rollbackQuietly(connection);
                }
            }
        });
    }

    private void commit(Connection connection, UUID mark) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (!isLost(e)) {
                throw e;
            }
            drop();
            if (!isCommitted(mark)) {
                throw new SQLTransientConnectionException("a commit did not arrive", e);
            }
        }
    }

    private boolean isCommitted(UUID mark) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return source.isCommitted(mark);
            } catch (SQLException e) {
                if (!Losses.isLoss(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            source.pause();
        }
    }

    private void rollback() {
        written.clear();
        Connection connection = real;
        if (connection != null) {
            rollbackQuietly(connection);
        }
    }

    /** A connection that cannot even roll back is of no use any more, and the server rolls back what it left. */
    private void rollbackQuietly(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            drop();
        }
    }

    /** The real connection, in the state that the transaction needs. */
    private Connection real() throws SQLException {
        Connection connection = real;
        if (connection == null) {
            connection = source.acquire();
            real = connection;
            connection.setAutoCommit(isAutoCommit);
            for (PatientStatement statement : written) {
                statement.runAgain(connection);
            }
        }
        return connection;
    }

    private void drop() {
        Connection connection = real;
        real = null;
        if (connection != null) {
            source.lost(connection);
        }
    }

    private void close() throws SQLException {
        written.clear();
        // The pool rolls back what is open and puts auto-commit back.
        endReading(Connection::close);
        real = null;
    }
}
