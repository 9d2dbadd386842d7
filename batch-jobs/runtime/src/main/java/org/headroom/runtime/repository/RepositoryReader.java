package org.headroom.runtime.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.RunStatus;
import org.headroom.runtime.StepRun;
import org.jspecify.annotations.Nullable;

/** Reads executions and steps from jbatch's tables, without jbatch. */
public final class RepositoryReader {
    private static final String EXECUTIONS =
            "SELECT E.*, I.NAME, L.PID, L.HOST, L.STARTED, L.SINCE FROM EXECUTIONINSTANCEDATA E"
                    + " JOIN JOBINSTANCEDATA I ON I.JOBINSTANCEID = E.JOBINSTANCEID LEFT JOIN HEADROOM_LEASE L"
                    + " ON L.ID = (SELECT MAX(ID) FROM HEADROOM_LEASE WHERE AFTEREXECUTION < E.JOBEXECID)";

    /** Parameters are stored as a serialised Properties of texts; nothing else is let in. */
    private static final ObjectInputFilter ONLY_PROPERTIES = ObjectInputFilter.Config.createFilter(
            "maxbytes=1048576;java.util.Properties;java.util.Hashtable;java.util.Map$Entry;java.lang.String;java.lang.Object;!*");

    private final Sql sql;

    /** On these connections. */
    public RepositoryReader(Sql sql) {
        this.sql = sql;
    }

    /** As {@link org.headroom.runtime.BatchHistory#executions}. */
    public List<JobRun> executions(String job) {
        String order = " ORDER BY E.JOBEXECID DESC";
        return job.isEmpty()
                // A colon begins the names that jbatch gives to the partitions of a step.
                ? sql.query(EXECUTIONS + " WHERE LEFT(I.NAME, 1) <> ':'" + order, RepositoryReader::run)
                : sql.query(EXECUTIONS + " WHERE I.NAME = ?" + order, RepositoryReader::run, job);
    }

    /** As {@link org.headroom.runtime.BatchHistory#findExecution}. */
    public Optional<JobRun> findExecution(long executionId) {
        return sql
                .query(
                        EXECUTIONS + " WHERE E.JOBEXECID = ? AND LEFT(I.NAME, 1) <> ':'",
                        RepositoryReader::run,
                        executionId)
                .stream()
                .findFirst();
    }

    /** As {@link org.headroom.runtime.BatchHistory#steps}. */
    public List<StepRun> steps(long executionId) {
        Optional<JobRun> run = findExecution(executionId);
        if (run.isEmpty()) {
            return List.of();
        }
        return sql.query(
                "SELECT * FROM STEPEXECUTIONINSTANCEDATA WHERE JOBEXECID = ? ORDER BY STEPEXECID",
                row -> step(row, run.get().instanceId()),
                executionId);
    }

    private StepRun step(ResultSet row, long instanceId) throws SQLException {
        String step = row.getString("STEPNAME");
        String prefix = ":" + instanceId + ":" + step + ":";
        int partitions = sql.query(
                        "SELECT COUNT(DISTINCT NAME) FROM JOBINSTANCEDATA WHERE LEFT(NAME, ?) = ?",
                        count -> count.getInt(1),
                        prefix.length(),
                        prefix)
                .get(0);
        return new StepRun(
                step,
                status(row),
                text(row, "EXITSTATUS"),
                time(row, "STARTTIME"),
                time(row, "ENDTIME"),
                row.getLong("READCOUNT"),
                row.getLong("WRITECOUNT"),
                row.getLong("COMMITCOUNT"),
                partitions);
    }

    private static JobRun run(ResultSet row) throws SQLException {
        Instant created = time(row, "CREATETIME");
        return new JobRun(
                row.getLong("JOBEXECID"),
                row.getLong("JOBINSTANCEID"),
                row.getString("NAME"),
                status(row),
                text(row, "EXITSTATUS"),
                created == null ? Instant.EPOCH : created,
                time(row, "STARTTIME"),
                time(row, "ENDTIME"),
                parameters(row.getBytes("PARAMETERS")),
                LeaseTable.holder(row).orElse(null));
    }

    private static RunStatus status(ResultSet row) throws SQLException {
        String status = text(row, "BATCHSTATUS");
        try {
            return RunStatus.valueOf(status);
        } catch (IllegalArgumentException e) {
            throw new SQLException("\"" + status.replaceAll("\\p{C}", "?") + "\" is no status of an execution", e);
        }
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static SortedMap<String, String> parameters(byte @Nullable [] bytes) throws SQLException {
        SortedMap<String, String> result = new TreeMap<>();
        if (bytes == null) {
            return result;
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ONLY_PROPERTIES);
            if (in.readObject() instanceof Properties properties) {
                properties.stringPropertyNames().forEach(name -> result.put(name, properties.getProperty(name)));
            }
            return result;
        } catch (IOException | ClassNotFoundException e) {
            throw new SQLException("the parameters of an execution cannot be read: " + e.getMessage(), e);
        }
    }
}
