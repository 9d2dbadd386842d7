package org.headroom.runtime.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a lost connection from a statement that is wrong. */
final class Losses {
    /** Shut down by an operator, crashed, starting up, dropped as idle; too many connections; no longer able to write. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25006");

    private Losses() {}

    static boolean isLoss(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (state != null && state.startsWith("28")) {
                    return false;
                }
                if (state != null && (state.startsWith("08") || STATES.contains(state))) {
                    return true;
                }
            }
        }
        return e instanceof SQLTransientConnectionException;
    }
}
