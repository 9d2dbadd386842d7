package org.headroom.feeds.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.feeds.RunContent;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.Manifest;

/** The tables and views of a schema, and the row of a run. Columns are only ever added, so views of others on them stay. */
final class RunTables {
    private static final String TEXT = "text";

    private final Connection connection;
    private final String schema;

    RunTables(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Makes what is not there yet; one writer at a time. */
    void make(List<ExportColumn> columns) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('headroom runs'), hashtext(?))")) {
            lock.setString(1, schema);
            lock.execute();
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema + "\"");
            String geometry = geometry(sql);
            sql.execute("SET LOCAL search_path TO \"" + schema + "\"");
            sql.execute("CREATE TABLE IF NOT EXISTS runs (project text NOT NULL, night text NOT NULL,"
                    + " \"evaluationDate\" date NOT NULL, ordinal integer NOT NULL, \"runId\" text NOT NULL,"
                    + " policy text NOT NULL, \"policyDigest\" text NOT NULL, sector text NOT NULL,"
                    + " \"requestedLoadMw\" double precision NOT NULL, sites bigint NOT NULL,"
                    + " \"isWhatIf\" boolean NOT NULL, \"isLatest\" boolean NOT NULL DEFAULT false,"
                    + " PRIMARY KEY (project, night))");
            String ofRun =
                    " (fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, project text NOT NULL, night text NOT NULL,"
                            + " %s FOREIGN KEY (project, night) REFERENCES runs ON DELETE CASCADE)";
            sql.execute("CREATE TABLE IF NOT EXISTS sites"
                    + ofRun.formatted("\"siteId\" text NOT NULL, geom " + geometry
                            + "(Point, 4326) NOT NULL, area_geom " + geometry + "(Geometry, 4326),"));
            sql.execute("CREATE TABLE IF NOT EXISTS moves"
                    + ofRun.formatted("site text, name text, \"rankFrom\" bigint, \"rankTo\" bigint,"
                            + " \"scoreFrom\" double precision, \"scoreTo\" double precision, cause text, \"of\" text,"
                            + " score double precision, ranks bigint, records text, \"text\" text,"));
            sql.execute("CREATE INDEX IF NOT EXISTS sites_site ON sites (project, night, \"siteId\")");
            sql.execute("CREATE INDEX IF NOT EXISTS sites_geom ON sites USING gist (geom)");
            sql.execute("CREATE INDEX IF NOT EXISTS moves_site ON moves (project, night, site)");
            addColumns(sql, columns);
            sql.execute("CREATE OR REPLACE VIEW latest AS SELECT s.* FROM sites s JOIN runs r"
                    + " ON r.project = s.project AND r.night = s.night WHERE r.\"isLatest\"");
            sql.execute("CREATE OR REPLACE VIEW changes AS SELECT m.*, s.geom FROM moves m JOIN runs r"
                    + " ON r.project = m.project AND r.night = m.night LEFT JOIN sites s ON s.project = m.project"
                    + " AND s.night = m.night AND s.\"siteId\" = m.site WHERE r.\"isLatest\"");
        }
    }

    /** The type with the schema that the extension lies in. */
    private static String geometry(Statement sql) throws SQLException {
        String find = "SELECT quote_ident(n.nspname) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                + " WHERE t.typname = 'geometry' AND t.typtype = 'b'";
        try (ResultSet found = sql.executeQuery(find)) {
            if (found.next()) {
                return found.getString(1) + ".geometry";
            }
        }
        sql.execute("CREATE EXTENSION postgis");
        try (ResultSet found = sql.executeQuery(find)) {
            found.next();
            return found.getString(1) + ".geometry";
        }
    }

    private void addColumns(Statement sql, List<ExportColumn> columns) throws SQLException {
        Map<String, String> present = new HashMap<>();
        try (PreparedStatement find = connection.prepareStatement(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = ? AND table_name = 'sites'")) {
            find.setString(1, schema);
            try (ResultSet found = find.executeQuery()) {
                while (found.next()) {
                    present.put(found.getString(1), found.getString(2));
                }
            }
        }
        for (ExportColumn column : columns) {
            String type = present.get(column.name());
            String wanted = type(column);
            if (type == null) {
                sql.execute("ALTER TABLE sites ADD COLUMN \"" + column.name() + "\" " + wanted);
                sql.execute("COMMENT ON COLUMN sites.\"" + column.name() + "\" IS '"
                        + comment(column).replace("'", "''") + "'");
            } else if (!type.equals(wanted)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "column " + column.name() + " of table \"" + schema + "\".sites is of type " + type
                                + " and would have to be " + wanted,
                        "Name another schema in publish.postgis.schema, or rename the old column.");
            }
        }
    }

    static String type(ExportColumn column) {
        if (column instanceof NumberColumn) {
            return "double precision";
        }
        if (column instanceof WholeColumn whole) {
            return whole.isDay() ? "date" : "bigint";
        }
        return TEXT;
    }

    private static String comment(ExportColumn column) {
        String unit = column.heading().unit();
        String description = column.heading().description();
        return unit.equals("1") || unit.isEmpty() ? description : description + " [" + unit + "]";
    }

    /** Puts the row of a run; what was there of it goes. */
    void begin(RunContent run) throws SQLException {
        Manifest manifest = run.manifest();
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM runs WHERE project = ? AND night = ?")) {
            delete.setString(1, manifest.project());
            delete.setString(2, run.name());
            delete.execute();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO runs (project, night, \"evaluationDate\","
                        + " ordinal, \"runId\", policy, \"policyDigest\", sector, \"requestedLoadMw\", sites, \"isWhatIf\")"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, manifest.project());
            insert.setString(2, run.name());
            insert.setObject(3, LocalDate.parse(manifest.evaluationDate()));
            insert.setInt(4, ordinal(run.name()));
            insert.setString(5, manifest.run());
            insert.setString(6, run.policy().id() + " " + run.policy().version());
            insert.setString(7, run.policy().digest());
            insert.setString(8, manifest.sector());
            insert.setDouble(9, manifest.requestedLoadMw());
            insert.setLong(10, manifest.counts().ranked() + manifest.counts().excluded());
            insert.setBoolean(11, manifest.whatIf());
            insert.execute();
        }
    }

    /** The number behind the day: of two nights of one day the later one has the larger. */
    private static int ordinal(String night) {
        String number = night.substring(night.lastIndexOf('-') + 1);
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** Finds anew which night is the latest of a project. */
    void end(String project) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(
                "UPDATE runs SET \"isLatest\" = night IS NOT DISTINCT FROM (SELECT night FROM runs WHERE project = ?"
                        + " AND NOT \"isWhatIf\" ORDER BY \"evaluationDate\" DESC, ordinal DESC LIMIT 1) WHERE project = ?")) {
            mark.setString(1, project);
            mark.setString(2, project);
            mark.execute();
        }
    }
}
