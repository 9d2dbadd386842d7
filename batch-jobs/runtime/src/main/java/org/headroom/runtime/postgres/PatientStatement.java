package org.headroom.runtime.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a prepared statement of a {@link PatientConnection} does: it keeps its text and parameters, to be carried out more than once. */
final class PatientStatement implements InvocationHandler {
    private final PatientConnection connection;
    private final Call preparation;
    private final List<Call> settings = new ArrayList<>();
    private @Nullable Method execution;
    private @Nullable PreparedStatement real;

    /** A method with its arguments. */
    private record Call(Method method, Object @Nullable [] arguments) {
        @Nullable
        Object on(Object target) throws SQLException {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw new SQLException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    PatientStatement(PatientConnection connection, Method preparation, Object @Nullable [] arguments) {
        this.connection = connection;
        this.preparation = new Call(preparation, arguments);
    }

    PreparedStatement asStatement() {
        return (PreparedStatement) Proxy.newProxyInstance(
                PatientStatement.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("set")) {
            settings.add(new Call(method, arguments));
            return null;
        }
        return switch (name) {
            case "executeQuery", "executeUpdate" -> connection.execute(this, method);
            case "getGeneratedKeys" -> new Call(method, arguments).on(executed());
            case "close" -> {
                close();
                yield null;
            }
            case "toString", "hashCode", "equals" -> new Call(method, arguments).on(this);
            default ->
                throw new SQLFeatureNotSupportedException(name + " is not among what is done again after an outage");
        };
    }

    private PreparedStatement executed() throws SQLException {
        PreparedStatement statement = real;
        if (statement == null) {
            throw new SQLException("the statement has not been executed");
        }
        return statement;
    }

    /** Carries it out; the driver has all of a result in memory when this returns, so that reading it cannot meet an outage. */
    @Nullable
    Object run(Connection on, Method how) throws SQLException {
        close();
        execution = how;
        PreparedStatement statement = (PreparedStatement) preparation.on(on);
        real = statement;
        if (statement == null) {
            throw new SQLException("the driver gave no statement");
        }
        for (Call setting : settings) {
            setting.on(statement);
        }
        return new Call(how, null).on(statement);
    }

    /** Carries out once more what was executed before. */
    void runAgain(Connection on) throws SQLException {
        Method how = execution;
        if (how == null) {
            throw new SQLException("the statement has not been executed");
        }
        run(on, how);
        close();
    }

    private void close() {
        PreparedStatement statement = real;
        real = null;
        if (statement != null) {
            try {
                statement.close();
            } catch (SQLException e) {
                // It is gone with its connection.
                return;
            }
        }
    }
}
