package org.headroom.layers.format.geopackage;

import java.io.IOException;
import java.nio.file.Path;
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
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** A table of a GeoPackage (OGC 12-128r18, 2021), opened read-only. Records come in the order of their row ids. */
final class GeoPackageSource implements RecordSource {
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> columns = new ArrayList<>();
    private int geometryColumn = -1;
    private final Optional<String> crs;
    private long number;

    GeoPackageSource(Path file, @Nullable String wantedTable) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection opened = null;
        try {
            opened = config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
            this.connection = opened;
            String table = table(wantedTable);
            String geometryName = geometryName(table);
            this.crs = crs(table);
            this.statement = connection.createStatement();
            this.rows = select(table);
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                String name = rows.getMetaData().getColumnName(i);
                if (name.equalsIgnoreCase(geometryName)) {
                    geometryColumn = i;
                }
                columns.add(name);
            }
        } catch (SQLException e) {
            closeQuietly(opened);
            throw new SourceException("is not a readable GeoPackage: " + e.getMessage(), "Check source.format.");
        } catch (IOException | RuntimeException e) {
            closeQuietly(opened);
            throw e;
        }
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
    public @Nullable RawRecord next() throws IOException {
        try {
            if (!rows.next()) {
                return null;
            }
            number++;
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            for (int i = 1; i <= values.length; i++) {
                values[i - 1] = i == geometryColumn ? null : value(rows.getObject(i));
            }
            byte[] blob = geometryColumn < 0 ? null : rows.getBytes(geometryColumn);
            if (blob == null) {
                return new ValuesRecord(number, values, null, null);
            }
            try {
                return new ValuesRecord(number, values, GeoPackageGeometry.read(blob), null);
            } catch (SourceException e) {
                return ValuesRecord.damaged(number, values, String.valueOf(e.getMessage()));
            }
        } catch (SQLException e) {
            throw new SourceException(
                    "cannot be read after record " + number + ": " + e.getMessage(),
                    "Check that the file is complete.");
        }
    }

    private static @Nullable Object value(@Nullable Object stored) {
        if (stored instanceof Integer i) {
            return i.longValue();
        }
        if (stored instanceof Long || stored instanceof Double) {
            return stored;
        }
        return stored instanceof String s && !s.isBlank() ? s : null;
    }

    private String table(@Nullable String wanted) throws SQLException, SourceException {
        List<String> tables = strings(
                "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY"
                        + " table_name",
                null);
        if (wanted == null) {
            List<String> features = strings(
                    "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name", null);
            if (features.size() == 1) {
                return features.get(0);
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
                : strings("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", table);
        return names.isEmpty() ? "" : names.get(0);
    }

    private Optional<String> crs(String table) throws SQLException {
        if (geometryName(table).isEmpty()) {
            return Optional.empty();
        }
        String sql = "SELECT s.organization, s.organization_coordsys_id, s.definition FROM gpkg_geometry_columns g"
                + " JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE g.table_name = ? AND s.srs_id > 0";
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

    private ResultSet select(String table) throws SQLException {
        String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
        try {
            return statement.executeQuery("SELECT * FROM " + quoted + " ORDER BY rowid");
        } catch (SQLException viewWithoutRowid) {
            return statement.executeQuery("SELECT * FROM " + quoted);
        }
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

    private static void closeQuietly(@Nullable Connection opened) {
        if (opened != null) {
            try {
                opened.close();
            } catch (SQLException e) {
                org.slf4j.LoggerFactory.getLogger(GeoPackageSource.class).debug("closing failed", e);
            }
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
        }
    }
}
