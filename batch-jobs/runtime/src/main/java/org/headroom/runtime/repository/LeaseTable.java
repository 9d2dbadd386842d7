package org.headroom.runtime.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.headroom.runtime.Holder;
import org.jspecify.annotations.Nullable;

/** What the job repository knows of leases: who held the output folder, and which executions were a holder's. */
public final class LeaseTable {
    private final Sql sql;

    /** On these connections. */
    public LeaseTable(Sql sql) {
        this.sql = sql;
    }

    /** The holder that has not given its lease back: it works now, or died. */
    public Optional<Holder> open() {
        return sql
                .query(
                        "SELECT PID, HOST, STARTED, SINCE FROM HEADROOM_LEASE WHERE ENDED IS NULL ORDER BY ID DESC",
                        LeaseTable::holder)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Ends the lease of a dead holder and notes a new one.
     *
     * @return the id of the new lease
     */
    public long take(Holder holder) {
        sql.update("UPDATE HEADROOM_LEASE SET ENDED = ? WHERE ENDED IS NULL", time(holder.since()));
        sql.update(
                "INSERT INTO HEADROOM_LEASE (PID, HOST, STARTED, SINCE, AFTEREXECUTION)"
                        + " VALUES (?, ?, ?, ?, (SELECT COALESCE(MAX(JOBEXECID), 0) FROM EXECUTIONINSTANCEDATA))",
                holder.pid(),
                holder.host(),
                time(holder.started()),
                time(holder.since()));
        return sql.query("SELECT MAX(ID) FROM HEADROOM_LEASE", row -> row.getLong(1))
                .get(0);
    }

    /**
     * Notes that a holder gave back its lease, or one that it has taken since without hearing that it had: when a session ends at a commit, what
     * it wrote may be there all the same.
     *
     * @param id the lease that the holder knows of
     * @param when now
     * @return false when somebody else has ended it before
     */
    public boolean giveBack(long id, Holder holder, Instant when) {
        return sql.update(
                        "UPDATE HEADROOM_LEASE SET ENDED = ? WHERE ENDED IS NULL AND ID >= ?"
                                + " AND PID = ? AND HOST = ? AND STARTED = ? AND SINCE = ?",
                        time(when),
                        id,
                        holder.pid(),
                        holder.host(),
                        time(holder.started()),
                        time(holder.since()))
                > 0;
    }

    /** The holder in columns PID, HOST, STARTED and SINCE of a row; empty when they are. */
    static Optional<Holder> holder(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime started = row.getObject("STARTED", OffsetDateTime.class);
        @Nullable OffsetDateTime since = row.getObject("SINCE", OffsetDateTime.class);
        @Nullable String host = row.getString("HOST");
        return started == null || since == null || host == null
                ? Optional.empty()
                : Optional.of(new Holder(row.getLong("PID"), host, started.toInstant(), since.toInstant()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
