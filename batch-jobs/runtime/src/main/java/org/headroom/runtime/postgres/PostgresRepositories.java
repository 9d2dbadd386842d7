package org.headroom.runtime.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runtime.Holder;
import org.headroom.runtime.JobRepository;
import org.headroom.runtime.OutputBusyException;
import org.headroom.runtime.lease.Lease;
import org.headroom.runtime.repository.DatabaseServer;
import org.headroom.runtime.repository.JobDatabase;
import org.headroom.runtime.repository.LeaseTable;
import org.headroom.runtime.repository.Migrations;
import org.headroom.runtime.repository.Sql;

/**
 * Job repositories on a PostgreSQL server that many output folders may share. Each has a schema of its own, named by an id that lies in the
 * folder, so that hosts that share a folder share its jobs wherever they mount it, and no other folder's are in sight. A lock on the
 * server keeps a second host out, where the locks of files do not reach it.
 *
 * <p>Public with a constructor without arguments because the {@link java.util.ServiceLoader} makes it.
 */
public final class PostgresRepositories implements DatabaseServer {
    private static final String ID = "output-id";

    /** @throws ClassNotFoundException when a jar is missing that this stands on */
    public PostgresRepositories() throws ClassNotFoundException {
        Class.forName("org.postgresql.Driver");
        Class.forName("org.flywaydb.database.postgresql.PostgreSQLDatabaseType");
    }

    /** Id of an output folder; empty when it has none yet. */
    static Optional<String> id(Path output) throws IOException {
        Path file = Lease.folder(output).resolve(ID);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String id = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!id.matches("[0-9a-f]{32}")) {
            throw new IOException(file + " does not hold an id");
        }
        return Optional.of(id);
    }

    private static String madeId(Path output) throws IOException {
        Optional<String> known = id(output);
        if (known.isPresent()) {
            return known.get();
        }
        String made = UUID.randomUUID().toString().replace("-", "");
        Path file = Lease.folder(output).resolve(ID);
        Path hidden = file.resolveSibling(ID + ".new");
        Files.writeString(hidden, made + "\n", StandardCharsets.UTF_8);
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    static String schema(String id) {
        return "headroom_" + id;
    }

    @Override
    public JobDatabase open(Path output, JobRepository repository, Consumer<String> messages) throws IOException {
        PostgresAddress address = address(repository);
        String id = madeId(output);
        String schema = schema(id);
        SessionLock lock = new SessionLock(address, id);
        boolean opened = false;
        try {
            if (!lock.takeOver()) {
                throw new OutputBusyException(output, otherHolder(address, schema));
            }
            try (Connection connection = address.source().getConnection()) {
                Migrations.POSTGRESQL.bringUp(connection, address.source(), schema, what(address));
            }
            opened = true;
            return new PostgresDatabase(address, schema, lock, repository.patience(), messages);
        } catch (SQLException e) {
            throw failure(address, e);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    @Override
    public Optional<JobDatabase> openForReading(Path output, JobRepository repository) throws IOException {
        Optional<String> id = id(output);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        PostgresAddress address = address(repository);
        try (Connection connection = address.source().getConnection()) {
            OptionalInt version = Migrations.version(connection, schema(id.get()));
            if (version.isEmpty()) {
                return Optional.empty();
            }
            if (version.getAsInt() != Migrations.POSTGRESQL.newest()) {
                throw new HeadroomException(
                        FailureFamily.EXTERNAL,
                        what(address) + " has version " + version.getAsInt() + ", and this Headroom knows version "
                                + Migrations.POSTGRESQL.newest(),
                        "The next \"headroom rank\" brings an older one up to date.");
            }
            return Optional.of(new Reading(address, id.get()));
        } catch (SQLException e) {
            throw failure(address, e);
        }
    }

    /** A repository that is read a few times. */
    private record Reading(PostgresAddress address, String id) implements JobDatabase {
        @Override
        public Connection connect() throws SQLException {
            Connection connection = address.connect(schema(id));
            connection.setReadOnly(true);
            return connection;
        }

        @Override
        public boolean isHeld() throws SQLException {
            try (Connection connection = connect()) {
                return SessionLock.isHeld(connection, id);
            }
        }

        @Override
        public void close() {}
    }

    private static Optional<Holder> otherHolder(PostgresAddress address, String schema) {
        return new LeaseTable(new Sql(() -> address.connect(schema))).open();
    }

    @Override
    public void check(JobRepository repository) {
        address(repository);
    }

    @Override
    public boolean hasSecret(String url) {
        return PostgresAddress.hasSecret(url);
    }

    @Override
    public String withoutSecrets(String url) {
        return PostgresAddress.withoutSecrets(url);
    }

    private static PostgresAddress address(JobRepository repository) {
        return PostgresAddress.of(repository.url().orElseThrow(), repository.user(), repository.password());
    }

    private static String what(PostgresAddress address) {
        return "the job repository at " + address.place();
    }

    private static HeadroomException failure(PostgresAddress address, SQLException e) {
        return new HeadroomException(
                FailureFamily.EXTERNAL,
                what(address) + " cannot be used: " + e.getMessage(),
                "Check that the server runs and what its user may do: it needs to make a schema in that database.",
                e);
    }
}
