package org.headroom.runtime.repository;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/** The few lines of JDBC that the readers and menders of the job repository share. */
public final class Sql {
    private static final String UNUSABLE = "the job repository cannot be used";

    private static final String ADVICE =
            "Check the space on the disk of the output folder, or the database server, then give the same command"
                    + " again.";

    private final Connections source;

    /** Takes a connection for each statement. */
    public Sql(Connections source) {
        this.source = source;
    }

    /** Where connections come from. */
    public interface Connections {
        /** A connection, which will be closed. */
        Connection open() throws SQLException;
    }

    /** Makes something of one row. */
    public interface RowReader<T> {
        /** The row that it stands at. */
        T read(ResultSet row) throws SQLException;
    }

    /** What the rows of a query give. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
        try (Connection connection = source.open();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw failure(UNUSABLE, e);
        }
    }

    /** Carries a statement out and gives the number of rows that it changed. */
    public int update(String sql, Object... arguments) {
        try (Connection connection = source.open();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(UNUSABLE, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** Why a statement failed, in one line. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException disk) {
                return OutsideFailure.describe(disk);
            }
        }
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * What a person is told of a failed access.
     *
     * @param what the half of the sentence before the reason
     */
    public static HeadroomException failure(String what, Throwable failure) {
        Optional<HeadroomException> outOfMemory = OutsideFailure.findOutOfMemory(failure);
        if (outOfMemory.isPresent()) {
            return outOfMemory.get();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HeadroomException known) {
                return known;
            }
        }
        return new HeadroomException(FailureFamily.EXTERNAL, what + ": " + reason(failure), ADVICE, failure);
    }
}
