package org.headroom.runtime.repository;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * Makes the tables of a job repository and brings older ones up to date, by Flyway. That takes a good part of a second to load, so it is
 * asked only when one query shows that there is something to do.
 */
public final class Migrations {
    /** Of repositories in a file. */
    static final Migrations H2 = new Migrations("h2", 2);

    /** Of repositories on a server. */
    public static final Migrations POSTGRESQL = new Migrations("postgresql", 4);

    private static final String HISTORY = "flyway_schema_history";

    private final String folder;
    private final int newest;

    private Migrations(String folder, int newest) {
        this.folder = folder;
        this.newest = newest;
    }

    /** The folder beside this class that has them. */
    String folder() {
        return folder;
    }

    /** Number of the newest one. */
    public int newest() {
        return newest;
    }

    /**
     * Brings a repository up to date. To be called by nobody but the holder of the lease, or on a copy.
     *
     * @param connection to look at what there is
     * @param source for connections of Flyway
     * @param schema its schema, as the database writes it
     * @param what the repository, for people
     * @throws HeadroomException when a newer version of Headroom made it, or when it cannot be brought up to date
     */
    public void bringUp(Connection connection, DataSource source, String schema, String what) throws SQLException {
        OptionalInt found = version(connection, schema);
        if (found.isPresent() && found.getAsInt() == newest) {
            return;
        }
        if (found.isPresent() && found.getAsInt() > newest) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    what + " has version " + found.getAsInt() + ", and this Headroom knows version " + newest,
                    "Use the Headroom that made it, or another output folder: published runs are not touched by that.");
        }
        // Repositories of the versions without migrations hold the tables of the first one.
        boolean isOld = hasTable(connection, schema, "HEADROOM_REPOSITORY");
        if (found.isEmpty()) {
            // A process that died while it made the tables leaves some of them, and none of them holds anything.
            String leftover = isOld
                    ? "DROP TABLE IF EXISTS \"" + schema + "\".\"" + HISTORY + "\""
                    : "DROP SCHEMA IF EXISTS \"" + schema + "\" CASCADE";
            try (Statement statement = connection.createStatement()) {
                statement.execute(leftover);
            }
        }
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .defaultSchema(schema)
                    .locations("classpath:" + Migrations.class.getPackageName().replace('.', '/') + "/" + folder)
                    .failOnMissingLocations(true)
                    .baselineOnMigrate(isOld)
                    .baselineVersion("1")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    what + " cannot be brought up to date: " + Sql.reason(e),
                    "Check the space on the disk and what the user of the database may do.",
                    e);
        }
    }

    /** Number of the last migration that was carried out; empty when there was none. */
    public static OptionalInt version(Connection connection, String schema) throws SQLException {
        if (!hasTable(connection, schema, HISTORY)) {
            return OptionalInt.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"" + schema
                        + "\".\"" + HISTORY + "\" WHERE \"success\"")) {
            rows.next();
            int version = rows.getInt(1);
            return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
        }
    }

    private static boolean hasTable(Connection connection, String schema, String table) throws SQLException {
        try (ResultSet rows = connection.getMetaData().getTables(null, schema, table, null)) {
            return rows.next();
        }
    }
}
