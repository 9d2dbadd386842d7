package org.headroom.export.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.Extent;
import org.headroom.export.RankedTable;
import org.jspecify.annotations.Nullable;

/**
 * Writes one layer of points into an open GeoPackage: table, rows, spatial index, metadata and style. A row whose
 * longitude is NaN gets no geometry. Goes through the windows of the table once; for the index it keeps the coordinates, which with
 * the index itself take some 50 MB for a million rows.
 */
final class GeoPackageLayer {
    private final Connection connection;
    private final String name;
    private final RankedTable table;
    private final Places places;
    private boolean allPlaced;

    /** @param name table name, one of our own: letters only */
    GeoPackageLayer(Connection connection, String name, RankedTable table) {
        this.connection = connection;
        this.name = name;
        this.table = table;
        this.places = new Places(table.rows());
    }

    /** Refuses a row without a place instead of giving it no geometry. */
    GeoPackageLayer mustBePlaced() {
        allPlaced = true;
        return this;
    }

    void write(String description, String styleQml, LocalDate evaluationDate) throws SQLException {
        String lastChange = evaluationDate + "T00:00:00.000Z";
        createTable();
        insertRows();
        if (allPlaced) {
            places.checkAllPlaced();
        }
        createIndex();
        describe(description, lastChange);
        describeColumns();
        insertStyle(description, styleQml, lastChange);
    }

    private void insertStyle(String description, String styleQml, String lastChange) throws SQLException {
        update(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,"
                        + " styleSLD, useAsDefault, description, owner, ui, update_time)"
                        + " VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', NULL, ?)",
                name,
                name,
                styleQml,
                description,
                lastChange);
    }

    private void createTable() throws SQLException {
        String columns = table.columns().stream()
                .map(c -> ", \"" + c.name() + "\" " + type(c))
                .collect(Collectors.joining());
        update("CREATE TABLE \"" + name + "\" (\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \"geom\" POINT"
                + columns + ")");
    }

    /** The type of a column, one of those that GeoPackage allows. */
    private static String type(ExportColumn column) {
        if (column instanceof NumberColumn) {
            return "DOUBLE";
        } else if (column instanceof WholeColumn whole) {
            return whole.isDay() ? "DATE" : "INTEGER";
        }
        return "TEXT";
    }

    /** A missing value is NULL. */
    private static void bind(ExportColumn column, int row, PreparedStatement insert, int parameter)
            throws SQLException {
        if (column instanceof NumberColumn number) {
            double value = number.value().applyAsDouble(row);
            if (Double.isNaN(value)) {
                insert.setNull(parameter, Types.DOUBLE);
            } else {
                insert.setDouble(parameter, value);
            }
        } else if (column instanceof WholeColumn whole && !whole.isDay()) {
            long value = whole.value().applyAsLong(row);
            if (value == ExportColumn.MISSING) {
                insert.setNull(parameter, Types.BIGINT);
            } else {
                insert.setLong(parameter, value);
            }
        } else {
            insert.setString(parameter, column.text(row));
        }
    }

    private void insertRows() throws SQLException {
        String parameters = ", ?".repeat(table.columns().size());
        PointBlob blob = new PointBlob();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO \"" + name + "\" VALUES (?, ?" + parameters + ")")) {
            int to = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (row == to) {
                    to = table.load(row);
                }
                insert.setLong(1, row + 1L);
                double longitude = table.longitude().applyAsDouble(row);
                double latitude = table.latitude().applyAsDouble(row);
                places.add(longitude, latitude);
                if (Double.isNaN(longitude)) {
                    insert.setNull(2, Types.BLOB);
                } else {
                    insert.setBytes(2, blob.of(longitude, latitude));
                }
                int parameter = 3;
                for (ExportColumn column : table.columns()) {
                    bind(column, row, insert, parameter++);
                }
                insert.executeUpdate();
            }
        }
    }

    private void createIndex() throws SQLException {
        update("CREATE VIRTUAL TABLE \"rtree_" + name + "_geom\" USING rtree(id, minx, maxx, miny, maxy)");
        PackedRTree.fill(connection, "rtree_" + name + "_geom", places);
        SqlScript.run(connection, "rtree.sql", name);
        update(
                "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
                name);
    }

    private void describe(String description, String lastChange) throws SQLException {
        Extent extent = places.extent();
        update(
                "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)",
                name,
                name,
                description,
                lastChange,
                extent == null ? null : extent.minX(),
                extent == null ? null : extent.minY(),
                extent == null ? null : extent.maxX(),
                extent == null ? null : extent.maxY());
        update("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', 4326, 0, 0)", name);
    }

    private void describeColumns() throws SQLException {
        for (ExportColumn column : table.columns()) {
            update(
                    "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)",
                    name,
                    column.name(),
                    column.title(),
                    column.title(),
                    column.heading().description());
        }
    }

    private void update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
