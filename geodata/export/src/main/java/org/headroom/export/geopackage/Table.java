package org.headroom.export.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.Extent;
import org.headroom.export.style.MapStyle;
import org.jspecify.annotations.Nullable;

/**
 * A table of an open GeoPackage: its making, the values of a row, and what the GeoPackage's own tables say of it.
 *
 * @param name table name, one of our own: letters and underscores only
 * @param geometry POINT or MULTIPOLYGON; empty for a table without geometry
 * @param columns besides {@code fid} and {@code geom}
 * @param date day of the last change
 */
record Table(Connection connection, String name, String geometry, List<ExportColumn> columns, LocalDate date) {
    boolean isMap() {
        return !geometry.isEmpty();
    }

    private String lastChange() {
        return date + "T00:00:00.000Z";
    }

    /** Makes the empty table. */
    void create() throws SQLException {
        String fields =
                columns.stream().map(c -> ", \"" + c.name() + "\" " + type(c)).collect(Collectors.joining());
        String geom = isMap() ? ", \"geom\" " + geometry : "";
        run("CREATE TABLE \"" + name + "\" (\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL" + geom + fields + ")");
    }

    /** A statement that inserts a row: fid, geometry where there is one, columns. */
    PreparedStatement insert() throws SQLException {
        String parameters = ", ?".repeat(columns.size() + (isMap() ? 1 : 0));
        return connection.prepareStatement("INSERT INTO \"" + name + "\" VALUES (?" + parameters + ")");
    }

    /** Gives the columns of a row to {@link #insert}. */
    void bind(int row, PreparedStatement insert) throws SQLException {
        int parameter = isMap() ? 3 : 2;
        for (ExportColumn column : columns) {
            bind(column, row, insert, parameter++);
        }
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

    /** Makes the empty R-tree of the geometries. */
    void createTree() throws SQLException {
        run("CREATE VIRTUAL TABLE \"" + tree() + "\" USING rtree(id, minx, maxx, miny, maxy)");
    }

    String tree() {
        return "rtree_" + name + "_geom";
    }

    /** Keeps the R-tree right when somebody edits the table. */
    void watchTree() throws SQLException {
        SqlScript.run(connection, "rtree.sql", name);
        run(
                "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
                name);
    }

    /** @param extent box round the geometries; null for none */
    void describe(String description, @Nullable Extent extent) throws SQLException {
        run(
                "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                name,
                isMap() ? "features" : "attributes",
                name,
                description,
                lastChange(),
                extent == null ? null : extent.minX(),
                extent == null ? null : extent.minY(),
                extent == null ? null : extent.maxX(),
                extent == null ? null : extent.maxY(),
                isMap() ? 4326 : null);
        if (isMap()) {
            run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", name, geometry);
        }
        for (ExportColumn column : columns) {
            run(
                    "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)",
                    name,
                    column.name(),
                    column.title(),
                    column.title(),
                    column.heading().description());
        }
    }

    void insertStyle(String description, MapStyle style) throws SQLException {
        run(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,"
                        + " styleSLD, useAsDefault, description, owner, ui, update_time)"
                        + " VALUES ('', '', ?, 'geom', ?, ?, ?, 1, ?, '', NULL, ?)",
                name,
                name,
                style.qml(),
                style.sld(name),
                description,
                lastChange());
    }

    void run(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
