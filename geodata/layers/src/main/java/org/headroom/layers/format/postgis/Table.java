package org.headroom.layers.format.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.geometry.WkbShape;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** What the catalogue of a database says of a table or view. */
final class Table {
    private static final String KINDS = "('r', 'p', 'v', 'm', 'f')";

    /** What programs call a column of bytes that holds shapes. */
    private static final Set<String> SHAPE_NAMES =
            Set.of("geom", "the_geom", "geometry", "wkb_geometry", "geog", "shape", "wkb", "ewkb");

    private static final int HEADER_BYTES = 9;

    /** A column, by its type's name; for a shape with the schema of PostGIS. */
    record Column(String name, String type, String typeSchema, int modifier) {
        boolean isPostgis() {
            return type.equals("geometry") || type.equals("geography");
        }
    }

    private final Connection connection;
    private final long oid;
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> key;
    private final @Nullable Column shape;
    private final int srid;

    /** @param wanted the table as the descriptor names it: {@code table}, {@code schema.table}, each perhaps in double quotes */
    Table(Connection connection, @Nullable String wanted) throws SQLException, SourceException {
        this.connection = connection;
        if (wanted == null) {
            throw new SourceException("has several tables", "Name one in source.table. " + itHas());
        }
        String quoted = quotedName(wanted);
        String found = "";
        long number = 0;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT c.oid::bigint, n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid ="
                        + " c.relnamespace WHERE c.oid = pg_catalog.to_regclass(?) AND c.relkind IN " + KINDS)) {
            query.setString(1, quoted);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    number = row.getLong(1);
                    found = quoted(row.getString(2)) + "." + quoted(row.getString(3));
                }
            }
        }
        if (number == 0) {
            List<String> names = names();
            throw new SourceException(
                    "has no table \"" + wanted + "\"" + NearestName.hint(wanted, names),
                    "Correct source.table. " + itHas());
        }
        this.oid = number;
        this.name = found;
        readColumns();
        this.key = key();
        this.shape = shape();
        this.srid = srid();
    }

    private String itHas() throws SQLException {
        List<String> names = names();
        return names.isEmpty()
                ? "It has none that may be read."
                : "It has: " + String.join(", ", names.subList(0, Math.min(20, names.size())));
    }

    /** Tables that may be read, as a descriptor names them. */
    private List<String> names() throws SQLException {
        return texts(
                "SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid ="
                        + " c.relnamespace WHERE c.relkind IN " + KINDS
                        + " AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
                        + " AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')"
                        + " ORDER BY 1 LIMIT 1000");
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> out = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                out.add(rows.getString(1));
            }
        }
        return out;
    }

    private static String quotedName(String wanted) throws SourceException {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < wanted.length(); i++) {
            char c = wanted.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '.' && !isQuoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        if (isQuoted || parts.size() > 2 || parts.stream().anyMatch(String::isEmpty)) {
            throw new SourceException(
                    "cannot have a table called " + wanted, "Give source.table as table or schema.table.");
        }
        return parts.stream().map(Table::quoted).collect(Collectors.joining("."));
    }

    private static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    private void readColumns() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                // A domain is named as what it is made of, one upon another to any depth.
                "WITH RECURSIVE kind (attnum, oid, modifier) AS (SELECT a.attnum, a.atttypid, a.atttypmod FROM pg_catalog.pg_attribute a"
                        + " WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped UNION ALL SELECT k.attnum, t.typbasetype,"
                        + " t.typtypmod FROM kind k JOIN pg_catalog.pg_type t ON t.oid = k.oid WHERE t.typtype = 'd')"
                        + " SELECT a.attname, t.typname, n.nspname, k.modifier FROM kind k JOIN pg_catalog.pg_type t ON t.oid = k.oid AND"
                        + " t.typtype <> 'd' JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace JOIN pg_catalog.pg_attribute a ON"
                        + " a.attrelid = ?::oid AND a.attnum = k.attnum ORDER BY k.attnum")) {
            query.setLong(1, oid);
            query.setLong(2, oid);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3), rows.getInt(4)));
                }
            }
        }
    }

    private List<String> key() throws SQLException {
        return texts(
                "SELECT a.attname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum"
                        + " = ANY (i.indkey) WHERE i.indrelid = " + oid
                        + " AND i.indisprimary ORDER BY pg_catalog.array_position(i.indkey::int2[], a.attnum)");
    }

    private @Nullable Column shape() throws SourceException {
        List<Column> shapes = columns.stream().filter(Column::isPostgis).toList();
        if (shapes.isEmpty()) {
            shapes = columns.stream()
                    .filter(column -> column.type.equals("bytea") && SHAPE_NAMES.contains(column.name))
                    .toList();
        }
        if (shapes.size() > 1) {
            throw new SourceException(
                    "has " + shapes.size() + " columns of shapes in " + name + ": "
                            + shapes.stream().map(Column::name).collect(Collectors.joining(", ")),
                    "Make a view that has only one of them, and name that in source.table.");
        }
        return shapes.isEmpty() ? null : shapes.get(0);
    }

    /** What the column says, else its first shape; 0 when neither does. */
    private int srid() throws SQLException {
        if (shape == null) {
            return 0;
        }
        if (shape.isPostgis() && shape.modifier >= 0) {
            String declared = texts(
                            "SELECT " + quoted(shape.typeSchema) + ".postgis_typmod_srid(" + shape.modifier + ")")
                    .get(0);
            if (Integer.parseInt(declared) > 0) {
                return Integer.parseInt(declared);
            }
        }
        String column = quoted(shape.name);
        String header = shape.isPostgis()
                ? "pg_catalog.substr(" + column + "::text, 1, " + 2 * HEADER_BYTES + ")"
                : "pg_catalog.encode(pg_catalog.substr(" + column + ", 1, " + HEADER_BYTES + "), 'hex')";
        List<String> first = texts("SELECT " + header + " FROM " + name + " WHERE " + column + " IS NOT NULL LIMIT 1");
        return first.isEmpty() ? 0 : WkbShape.srid(Hex.bytes(first.get(0)));
    }

    /** The reference system of the shapes, as a code or well-known text; empty when nothing tells it. */
    Optional<String> crs() throws SQLException {
        if (shape == null) {
            // Without shapes there is nothing to be brought anywhere.
            return Optional.of("EPSG:4326");
        }
        if (srid == 0) {
            return Optional.empty();
        }
        if (shape.isPostgis()) {
            List<String> known = texts(
                    "SELECT CASE WHEN upper(auth_name) IN ('EPSG', 'ESRI') THEN upper(auth_name) || ':' || auth_srid ELSE srtext"
                            + " END FROM " + quoted(shape.typeSchema) + ".spatial_ref_sys WHERE srid = " + srid);
            if (!known.isEmpty() && known.get(0) != null) {
                return Optional.of(known.get(0));
            }
        }
        return Optional.of("EPSG:" + srid);
    }

    /** As all columns, in an order that is the same as long as the records are: by the primary key, else by all that a record holds. */
    String select() {
        String all = columns.stream().map(column -> quoted(column.name)).collect(Collectors.joining(", "));
        String order = key.isEmpty()
                ? "(t.*)::text COLLATE \"C\""
                : key.stream().map(Table::quoted).collect(Collectors.joining(", "));
        return "SELECT " + all + " FROM " + name + " t ORDER BY " + order;
    }

    /** What somebody should know of what it gives, without a full stop. */
    List<String> notes() throws SQLException {
        boolean isFiltered = texts("SELECT pg_catalog.row_security_active(" + oid + "::oid)::text")
                .contains("true");
        return isFiltered
                ? List.of(
                        "the server shows this user only those records that its row security lets through; the others are not read")
                : List.of();
    }

    List<Column> columns() {
        return columns;
    }

    /** Place of the column of shapes, from 0; -1 for none. */
    int shapeColumn() {
        return shape == null ? -1 : columns.indexOf(shape);
    }

    /** Number of the reference system of the shapes; 0 for none. */
    int shapeSrid() {
        return srid;
    }
}
