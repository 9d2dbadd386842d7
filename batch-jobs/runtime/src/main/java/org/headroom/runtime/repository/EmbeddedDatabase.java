package org.headroom.runtime.repository;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.OutsideFailure;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.lease.Lease;

/**
 * The H2 database in the folder {@code .jobs} of an output folder. {@link DatabaseContent} looks into its file before H2 does. As long as it
 * is open, H2 holds a lock on its file as well.
 */
final class EmbeddedDatabase implements JobDatabase {
    private static final String SCHEMA = "JBATCH";

    private static final String FILE = "jobs";
    private static final String FILE_NAME = FILE + ".mv.db";

    /** More than the threads that use the repository at one moment: each holds a connection for one statement only. */
    private static final int CONNECTIONS = 64;

    /** A connection to a file takes milliseconds; one that is waited for longer does not come, as the disk has failed. */
    private static final long CONNECTION_TIMEOUT_MS = 5_000;

    private static final int WRITE_DELAY_MS = 50;

    private static final int ATTEMPTS = 30;
    private static final long BETWEEN_ATTEMPTS_MS = 100;

    /** Those that this process has looked into and opened. */
    private static final Set<Path> OPENED = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final JdbcDataSource source;
    private final HikariDataSource pool;
    private final MVStore store;

    private EmbeddedDatabase(Path folder, JdbcDataSource source, HikariDataSource pool, MVStore store) {
        this.folder = folder;
        this.source = source;
        this.pool = pool;
        this.store = store;
    }

    static boolean exists(Path output) {
        return Files.exists(Lease.folder(output).resolve(FILE_NAME));
    }

    /** Whether its file has any bytes; of one without, H2 makes a new database. */
    static boolean isFilled(Path output) {
        try {
            return Files.size(Lease.folder(output).resolve(FILE_NAME)) > 0;
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException e) {
            // Whoever opens it will say what is wrong.
            return true;
        }
    }

    /**
     * Opens the database for writing and makes it when there is none. Only the holder of the lease may do that.
     *
     * @throws OutputBusyException when another process has it open all the same
     * @throws HeadroomException when it cannot be used
     */
    static EmbeddedDatabase open(Path output) {
        // WRITE_DELAY=0: an execution that H2 keeps back for a while is lost when the process is killed;
        // gatherWrites allows a delay once it is written.
        // DB_CLOSE_ON_EXIT=FALSE: a job that is asked to stop by a signal still writes while the JVM shuts down.
        String settings = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
        for (int attempt = 1; ; attempt++) {
            try {
                return open(output, Lease.folder(output), settings);
            } catch (OutputBusyException busy) {
                // The lease is ours, so this is a database that is being closed, or a tool that somebody looks at it
                // with.
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
            }
            try {
                Thread.sleep(BETWEEN_ATTEMPTS_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OutputBusyException(output, Optional.empty());
            }
        }
    }

    /**
     * Opens for reading a copy of a database that another process may write to. The file is a log of chunks with checksums, so that
     * a copy taken at any moment opens at the last chunk that is whole.
     *
     * @param copy an empty folder for the copy
     */
    static EmbeddedDatabase openCopy(Path output, Path copy) throws IOException {
        Files.copy(Lease.folder(output).resolve(FILE_NAME), copy.resolve(FILE_NAME), LinkOption.NOFOLLOW_LINKS);
        return open(output, copy, "");
    }

    private static EmbeddedDatabase open(Path output, Path folder, String settings) {
        String place = folder.toAbsolutePath().normalize().toString();
        if (place.contains(";")) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the output folder " + output + " has a semicolon in its path",
                    "Choose an output folder without one: the database of the jobs cannot open such a path.");
        }
        Path file = folder.resolve(FILE_NAME);
        try {
            DatabaseContent.check(file, output);
        } catch (OutputBusyException busy) {
            // H2 opens a database once in a process, and a connection that was forgotten may have it open still.
            if (!OPENED.contains(file)) {
                throw busy;
            }
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + place + "/" + FILE + settings);
        source.setUser("headroom");
        source.setPassword("");
        // This connection keeps the file open until the pool has one.
        try (Connection first = source.getConnection()) {
            Migrations.H2.bringUp(first, source, SCHEMA, "the job repository in " + Lease.folder(output));
            HikariConfig config = new HikariConfig();
            config.setDataSource(source);
            config.setPoolName("jobs");
            config.setSchema(SCHEMA);
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
            OPENED.add(file);
            SessionLocal session =
                    (SessionLocal) first.unwrap(JdbcConnection.class).getSession();
            return new EmbeddedDatabase(
                    folder,
                    source,
                    new HikariDataSource(config),
                    session.getDatabase().getStore().getMvStore());
        } catch (SQLException e) {
            throw failure(e, output);
        }
    }

    @Override
    public Connection connect() throws SQLException {
        Optional<HeadroomException> failure = failure();
        if (failure.isPresent()) {
            throw new SQLException(failure.get());
        }
        return pool.getConnection();
    }

    /**
     * When H2 cannot write it closes its file, and a statement that comes later may run for ever (2.4.240, {@code
     * MVStore.registerVersionUsage}). When the heap is full it closes it too, and then keeps no exception (2.4.240, {@code
     * Command.executeUpdate}).
     */
    @Override
    public Optional<HeadroomException> failure() {
        if (!store.isClosed()) {
            return Optional.empty();
        }
        Throwable panic = store.getPanicException();
        if (panic == null) {
            return Optional.of(OutsideFailure.outOfMemory("told by the database of the jobs"));
        }
        return OutsideFailure.findOutOfMemory(panic)
                .or(() -> Optional.of(new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the job repository in " + folder + " had to be closed, as its disk failed or is full",
                        "Check the space on the disk of the output folder, then give the same command again.",
                        panic)));
    }

    /** H2 writes at once when told so, but leaves the rest to the operating system. */
    @Override
    public void sync() throws SQLException {
        execute("CHECKPOINT SYNC");
    }

    /**
     * Lets H2 write together what is written within some milliseconds, which takes a fraction of the time and a tenth of the room. A process
     * that is killed loses the newest statuses of steps and partitions at most, never something in between, and a restart does so
     * much again.
     */
    @Override
    public void gatherWrites() throws SQLException {
        execute("SET WRITE_DELAY " + WRITE_DELAY_MS);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        pool.close();
        if (store.isClosed()) {
            return;
        }
        // The pool forgets a connection that it was making as it was closed (HikariCP 7.1.0), and with it H2 keeps the
        // file, locked.
        try (Connection last = source.getConnection();
                Statement statement = last.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            // Closed meanwhile, or its disk has failed: either way the file is let go of.
            return;
        }
    }

    private static RuntimeException failure(SQLException e, Path output) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new OutputBusyException(output, Optional.empty());
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the job repository in " + Lease.folder(output) + " cannot be read: " + Sql.reason(e),
                        "Move that folder away and start again: published runs are not touched by that, only the history of jobs.",
                        e);
            default ->
                new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "the job repository in " + Lease.folder(output) + " cannot be opened: " + Sql.reason(e),
                        "Check the permissions of the folder and the space on its disk.",
                        e);
        };
    }
}
