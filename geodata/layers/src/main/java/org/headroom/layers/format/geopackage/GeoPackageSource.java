package org.headroom.layers.format.geopackage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * A table or view of a GeoPackage (OGC 12-128r18, 2021), opened read-only. Records come in the order of their row ids. A view that does not
 * come to its end is refused.
 */
final class GeoPackageSource implements RecordSource {
    /** More than any shape within {@link ShapeLimits} takes. */
    private static final int MAX_VALUE_BYTES = 250_000_000;

    private final DatabaseFile file;
    private final Connection connection;
    private final TimeLimit limit;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns = new ArrayList<>();
    private int geometryColumn = -1;
    private final Optional<String> crs;
    private final boolean isView;
    private final String table;
    /** Rows that a view had when it was counted. */
    private long rowCount = Long.MAX_VALUE;

    private long number;
    private final int tableSrsId;
    private int otherSrsId;
    private long firstOther;
    private long others;

    GeoPackageSource(SourceAddress source, @Nullable String wantedTable) throws IOException {
        this.file = DatabaseFile.of(source);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(!file.isCopy());
        Connection opened = null;
        TimeLimit running = null;
        try {
            opened = config.createConnection(file.url());
            this.connection = opened;
            ((SQLiteConnection) opened).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
            running = TimeLimit.on(opened);
            this.limit = running;
            this.statement = connection.createStatement();
            statement.execute("PRAGMA trusted_schema = 0");
            checkContents();
            file.noteRead(opened);
            this.table = table(wantedTable);
            this.isView = isView();
            String geometryName = geometryName(table);
            this.crs = crs(table);
            this.tableSrsId = geometryName.isEmpty()
                    ? 0
                    : Integer.parseInt(strings(
                                    "SELECT coalesce(CAST(srs_id AS INTEGER), 0) FROM gpkg_geometry_columns WHERE table_name = ? COLLATE NOCASE",
                                    table)
                            .get(0));
            this.rows = select();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                String name = rows.getMetaData().getColumnName(i);
                if (name.equalsIgnoreCase(geometryName)) {
                    geometryColumn = i;
                }
                columns.add(name);
            }
            if (geometryColumn < 0 && !geometryName.isEmpty()) {
                throw new SourceException(
                        "says in gpkg_geometry_columns that the shapes of \"" + table + "\" are in a column \""
                                + geometryName + "\", which is not there",
                        "Export the layer again.");
            }
        } catch (SQLException e) {
            closeQuietly(opened);
            throw running != null && running.isOver()
                    ? endless("a view in it")
                    : new SourceException(
                            "is not a readable GeoPackage: " + reason(e),
                            "Check source.format, or export the layer again.");
        } catch (IOException | RuntimeException e) {
            closeQuietly(opened);
            throw e;
        }
    }

    private void checkContents() throws SQLException, SourceException {
        if (strings("SELECT name FROM sqlite_master WHERE lower(name) = 'gpkg_contents'", null)
                .isEmpty()) {
            throw new SourceException(
                    "is an SQLite database, but no GeoPackage: it has no gpkg_contents",
                    "Convert it, for example by ogr2ogr to GeoPackage.");
        }
    }

    private boolean isView() throws SQLException, SourceException {
        List<String> kinds = strings(
                "SELECT type FROM sqlite_master WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')", table);
        if (kinds.isEmpty()) {
            throw new SourceException(
                    "lists the table \"" + table + "\" in gpkg_contents, but does not have it",
                    "Export the layer again, or name another in source.table.");
        }
        return kinds.get(0).equals("view");
    }

    private static SourceException endless(String what) {
        return new SourceException(
                what + " does not give its next row within 2 s; it may have no end", "Save it as a table of its own.");
    }

    /** What SQLite says, without the code before it. */
    private static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^\\[\\w+]\\s*", "");
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<String> findCrs() {
        return crs;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(file.notes());
        if (others > 0) {
            notes.add(others + (others == 1 ? " shape names" : " shapes name")
                    + " another reference system than the table, which has srs_id " + tableSrsId + " (first record "
                    + firstOther + " with srs_id " + otherSrsId
                    + "); all were read by that of the table, so look at where"
                    + " they lie");
        }
        return notes;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        try {
            if (isView) {
                limit.restart();
            }
            if (!rows.next()) {
                return null;
            }
            if (++number > rowCount) {
                throw endless("the view \"" + table + "\"");
            }
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            for (int i = 1; i <= values.length; i++) {
                values[i - 1] = i == geometryColumn ? null : value(rows.getObject(i));
            }
            byte[] blob = geometryColumn < 0 ? null : rows.getBytes(geometryColumn);
            if (blob == null) {
                return new ValuesRecord(number, values, null, null);
            }
            compareSrs(GeoPackageGeometry.srsId(blob));
            try {
                return new ValuesRecord(number, values, GeoPackageGeometry.read(blob), null);
            } catch (SourceException e) {
                return ValuesRecord.damaged(number, values, String.valueOf(e.getMessage()));
            }
        } catch (SQLException e) {
            if (limit.isOver()) {
                throw endless("the view \"" + table + "\"");
            }
            throw new SourceException(
                    "cannot be read after record " + number + ": " + reason(e), "Check that the file is complete.");
        }
    }

    private void compareSrs(int srsId) {
        if (srsId > 0 && srsId != tableSrsId && others++ == 0) {
            otherSrsId = srsId;
            firstOther = number;
        }
    }

    private static @Nullable Object value(@Nullable Object stored) {
        if (stored instanceof Integer i) {
            return i.longValue();
        }
        if (stored instanceof Double d && d.isInfinite()) {
            return d.toString();
        }
        if (stored instanceof byte[] bytes) {
            // The sign for what is no text sees to it that no field takes it.
            return "\uFFFD (" + bytes.length + " bytes that are no text)";
        }
        if (stored instanceof Long || stored instanceof Double) {
            return stored;
        }
        return stored instanceof String s && !s.isBlank() ? s : null;
    }

    private String table(@Nullable String wanted) throws SQLException, SourceException {
        List<String> tables = strings(
                "SELECT DISTINCT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY"
                        + " table_name",
                null);
        if (wanted == null) {
            List<String> features = strings(
                    "SELECT DISTINCT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name",
                    null);
            if (features.size() == 1) {
                return features.get(0);
            }
            if (features.isEmpty()) {
                throw new SourceException(
                        "lists no table with shapes in gpkg_contents"
                                + (tables.isEmpty() ? "" : "; tables without: " + String.join(", ", tables)),
                        tables.isEmpty() ? "Export the layer again." : "Name one in source.table.");
            }
            throw new SourceException(
                    "has " + features.size() + " feature tables: " + String.join(", ", features),
                    "Name one in source.table.");
        }
        if (!tables.contains(wanted)) {
            throw new SourceException(
                    "has no table \"" + wanted + "\"" + NearestName.hint(wanted, tables) + " It has: "
                            + String.join(", ", tables),
                    "Correct source.table.");
        }
        return wanted;
    }

    private String geometryName(String table) throws SQLException {
        List<String> names = strings("SELECT name FROM sqlite_master WHERE name = 'gpkg_geometry_columns'", null)
                        .isEmpty()
                ? List.of()
                : strings("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ? COLLATE NOCASE", table);
        return names.isEmpty() ? "" : names.get(0);
    }

    private Optional<String> crs(String table) throws SQLException {
        if (geometryName(table).isEmpty()) {
            return Optional.empty();
        }
        String sql = "SELECT s.organization, s.organization_coordsys_id, s.definition FROM gpkg_geometry_columns g"
                + " JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE g.table_name = ? COLLATE NOCASE AND s.srs_id > 0";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                String organization = String.valueOf(found.getString(1));
                return Optional.of(
                        organization.equalsIgnoreCase("EPSG")
                                ? "EPSG:" + found.getInt(2)
                                : String.valueOf(found.getString(3)));
            }
        }
    }

    private ResultSet select() throws SQLException {
        String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
        if (!isView) {
            try {
                ResultSet found = statement.executeQuery("SELECT * FROM " + quoted + " ORDER BY rowid");
                // Rows of a table come to an end; how long that takes is for the caller to say.
                TimeLimit.clear(connection);
                return found;
            } catch (SQLException withoutRowid) {
                if (limit.isOver()) {
                    throw withoutRowid;
                }
                return statement.executeQuery("SELECT * FROM " + quoted);
            }
        }
        try (ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + quoted)) {
            rowCount = counted.getLong(1);
        }
        limit.restart();
        return statement.executeQuery("SELECT * FROM " + quoted);
    }

    private List<String> strings(String sql, @Nullable String parameter) throws SQLException {
        List<String> out = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (parameter != null) {
                query.setString(1, parameter);
            }
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    out.add(found.getString(1));
                }
            }
        }
        return out;
    }

    private void closeQuietly(@Nullable Connection opened) {
        try {
            if (opened != null) {
                opened.close();
            }
            file.close();
        } catch (SQLException | IOException e) {
            LoggerFactory.getLogger(GeoPackageSource.class).debug("closing failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
            statement.close();
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            file.close();
        }
    }
}
