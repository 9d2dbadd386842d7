package org.headroom.cli.batch.jbatch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.headroom.cli.batch.OutputBusyException;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;

/**
 * The H2 database in the folder {@code .jobs} of an output folder. As long as it is open, H2 holds a lock on its file, which the
 * operating system drops when the process dies: that lock is what keeps two runs out of one output folder.
 */
final class JobDatabase implements AutoCloseable {
    static final String SCHEMA = "JBATCH";

    /** Version of {@code job-repository.sql}. */
    private static final int VERSION = 1;

    private static final String FILE = "jobs";
    private static final String FILE_NAME = FILE + ".mv.db";

    /** More than the threads that use the repository at one moment: each holds a connection for one statement only. */
    private static final int CONNECTIONS = 64;

    private final Pool pool;

    private JobDatabase(Pool pool) {
        this.pool = pool;
    }

    /**
     * Connections, as long as H2 can write. When it cannot, it closes its file, and a statement that comes later may run for ever
     * (2.4.240, {@code MVStore.registerVersionUsage}).
     */
    private static final class Pool extends HikariDataSource {
        private final MVStore store;

        Pool(HikariConfig config, MVStore store) {
            super(config);
            this.store = store;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (store.isClosed()) {
                throw new SQLException("the database had to be closed, as its disk failed or is full");
            }
            return super.getConnection();
        }
    }

    static Path folder(Path output) {
        return output.resolve(".jobs");
    }

    static boolean exists(Path output) {
        return Files.exists(folder(output).resolve(FILE_NAME));
    }

    /**
     * Opens the database for writing and makes it when there is none.
     *
     * @throws OutputBusyException when another process has it open
     * @throws HeadroomException when it cannot be used
     */
    static JobDatabase open(Path output) {
        try {
            Files.createDirectories(folder(output));
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "the folder " + folder(output) + " cannot be made (" + OutsideFailure.describe(e) + ")",
                    "Choose another output folder with --out, or mend its permissions.",
                    e);
        }
        // WRITE_DELAY=0: an execution that H2 keeps back for a while is lost when the process is killed;
        // RepositorySource allows a delay
        // once it is written.
        // DB_CLOSE_ON_EXIT=FALSE: a job that is asked to stop by a signal still writes while the JVM shuts down.
        return open(output, folder(output), ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    }

    /**
     * Opens for reading a copy of a database that another process writes to. The file is a log of chunks with checksums, so that
     * a copy taken at any moment opens at the last chunk that is whole.
     *
     * @param copy an empty folder for the copy
     */
    static JobDatabase openCopy(Path output, Path copy) throws IOException {
        Files.copy(folder(output).resolve(FILE_NAME), copy.resolve(FILE_NAME));
        return open(output, copy, "");
    }

    private static JobDatabase open(Path output, Path folder, String settings) {
        String place = folder.toAbsolutePath().normalize().toString();
        if (place.contains(";")) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the output folder " + output + " has a semicolon in its path",
                    "Choose an output folder without one: the database of the jobs cannot open such a path.");
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + place + "/" + FILE + settings);
        source.setUser("headroom");
        source.setPassword("");
        try (Connection first = source.getConnection()) {
            prepare(first, output);
            HikariConfig config = new HikariConfig();
            config.setDataSource(source);
            config.setPoolName("jobs");
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            SessionLocal session =
                    (SessionLocal) first.unwrap(JdbcConnection.class).getSession();
            return new JobDatabase(
                    new Pool(config, session.getDatabase().getStore().getMvStore()));
        } catch (SQLException e) {
            throw failure(e, output);
        }
    }

    DataSource dataSource() {
        return pool;
    }

    /** Whether the database was closed by a failure of its disk; what still waits for it may wait for ever. */
    boolean hasFailed() {
        return pool.store.isClosed();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void prepare(Connection connection, Path output) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean made;
            try (ResultSet rows = connection.getMetaData().getTables(null, SCHEMA, "HEADROOM_REPOSITORY", null)) {
                made = rows.next();
            }
            if (!made) {
                // A process that died while it made the tables leaves some of them, and none of them holds anything.
                statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
                statement.execute(script());
            }
            try (ResultSet rows = statement.executeQuery("SELECT VERSION FROM JBATCH.HEADROOM_REPOSITORY")) {
                int version = rows.next() ? rows.getInt(1) : 0;
                if (version != VERSION) {
                    throw new HeadroomException(
                            FailureFamily.EXTERNAL,
                            "the job repository in " + folder(output) + " has version " + version
                                    + ", and this Headroom knows version " + VERSION,
                            "Use the Headroom that made it, or move the folder away: published runs are not touched by that.");
                }
            }
        }
    }

    private static String script() {
        try (InputStream in = JobDatabase.class.getResourceAsStream("job-repository.sql")) {
            if (in == null) {
                throw new IllegalStateException("job-repository.sql is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("job-repository.sql cannot be read", e);
        }
    }

    private static RuntimeException failure(SQLException e, Path output) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new OutputBusyException(output, Holder.describe(output), e);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the job repository in " + folder(output) + " cannot be read: " + Sql.reason(e),
                        "Move that folder away and start again: published runs are not touched by that, only the history of jobs.",
                        e);
            default ->
                new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the job repository in " + folder(output) + " cannot be opened: " + Sql.reason(e),
                        "Check the permissions of the folder and the space on its disk.",
                        e);
        };
    }
}
