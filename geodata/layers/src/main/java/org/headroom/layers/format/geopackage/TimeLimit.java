package org.headroom.layers.format.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/** Ends a statement of SQLite that works for too long without giving a row, as a view may that calls itself. */
final class TimeLimit extends ProgressHandler {
    private static final long NANOS = 2_000_000_000L;

    /** Instructions of SQLite's machine between two looks at the clock, some milliseconds. */
    private static final int INSTRUCTIONS = 100_000;

    private long begun = System.nanoTime();
    private boolean over;

    /** A limit that is in force on the connection until it is closed or {@link #clear}ed. */
    static TimeLimit on(Connection connection) throws SQLException {
        TimeLimit limit = new TimeLimit();
        ProgressHandler.setHandler(connection, INSTRUCTIONS, limit);
        return limit;
    }

    static void clear(Connection connection) throws SQLException {
        ProgressHandler.clearHandler(connection);
    }

    /** Gives the next row the whole time again. */
    void restart() {
        begun = System.nanoTime();
    }

    boolean isOver() {
        return over;
    }

    @Override
    protected int progress() {
        over |= System.nanoTime() - begun > NANOS;
        return over ? 1 : 0;
    }
}
