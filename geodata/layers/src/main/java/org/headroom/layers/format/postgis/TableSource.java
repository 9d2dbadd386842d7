package org.headroom.layers.format.postgis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.headroom.layers.format.geometry.WkbShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The records of a table or view, as they stood at one moment, some hundred at a time. Shapes come as the server writes them, in the well-known
 * binary of PostGIS with the number of their reference system. All that is read goes into the digest, as there is no file to take it of.
 */
final class TableSource implements RecordSource {
    /** Few enough that shapes of many vertices fit into a small heap. */
    private static final int ROWS_AT_ONCE = 200;

    /** What the server says of a table and of a column that it no longer has, although its catalogue named them. */
    private static final Set<String> GONE = Set.of("42P01", "42703");

    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final Table table;
    private final List<String> columns;
    private final Optional<String> crs;
    private final List<String> notes;
    private final MessageDigest digest = sha256();
    private @Nullable String contentDigest;
    private long number;

    /** @param connection closed with the source, and when this fails */
    TableSource(Connection connection, @Nullable String wanted) throws IOException {
        this.connection = connection;
        try {
            this.table = new Table(connection, wanted);
            this.columns = table.columns().stream().map(Table.Column::name).toList();
            this.crs = table.crs();
            this.notes = table.notes();
            this.statement = connection.createStatement();
            statement.setFetchSize(ROWS_AT_ONCE);
            this.rows = statement.executeQuery(table.select());
        } catch (SQLException e) {
            close(connection);
            throw GONE.contains(e.getSQLState())
                    ? new SourceException(
                            "cannot be read, as the table " + wanted
                                    + " was dropped, renamed or given other columns just then: "
                                    + ServerAddress.words(e),
                            "Give the same command again; if it says the same, correct source.table or fields.")
                    : new SourceException(
                            "cannot be read: " + ServerAddress.words(e),
                            "Check source.table, and what its user may read.");
        } catch (IOException | RuntimeException e) {
            close(connection);
            throw e;
        }
        table.columns().forEach(column -> add(column.name() + " " + column.type()));
        add(crs.orElse(""));
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // What made it fail before is what is told.
            return;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(@Nullable String value) {
        if (value == null) {
            digest.update((byte) 0);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) 1)
                .putInt(bytes.length)
                .flip());
        digest.update(bytes);
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
        return notes;
    }

    @Override
    public Optional<String> contentDigest() {
        return Optional.ofNullable(contentDigest);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        try {
            if (!rows.next()) {
                if (contentDigest == null) {
                    contentDigest = HexFormat.of().formatHex(digest.digest());
                }
                return null;
            }
            number++;
            @Nullable Object[] values = new @Nullable Object[columns.size()];
            String shape = null;
            for (int i = 0; i < values.length; i++) {
                String value = rows.getString(i + 1);
                add(value);
                if (i == table.shapeColumn()) {
                    shape = value;
                } else {
                    values[i] = value == null || value.isBlank()
                            ? null
                            : value(table.columns().get(i).type(), value);
                }
            }
            return record(values, shape);
        } catch (SQLException e) {
            throw new SourceException(
                    "cannot be read after record " + number + ": " + ServerAddress.words(e),
                    "Look at the server, and give the same command again.");
        }
    }

    private RawRecord record(@Nullable Object[] values, @Nullable String shape) {
        if (shape == null) {
            return new ValuesRecord(number, values, null, null);
        }
        try {
            byte[] wkb = Hex.bytes(shape);
            int srid = WkbShape.srid(wkb);
            if (srid != 0 && srid != table.shapeSrid()) {
                return ValuesRecord.damaged(
                        number,
                        values,
                        "the shape is in reference system " + srid + ", where the others are in " + table.shapeSrid());
            }
            Geometry geometry = WkbShape.read(wkb, 0);
            return new ValuesRecord(number, values, geometry, null);
        } catch (SourceException e) {
            return ValuesRecord.damaged(number, values, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return ValuesRecord.damaged(number, values, "the geometry is not valid well-known binary");
        }
    }

    private static Object value(String type, String text) {
        try {
            return switch (type) {
                case "int2", "int4", "int8" -> Long.valueOf(text);
                // NaN and infinities are told as what they are.
                case "numeric" -> Numbers.exact(text);
                case "float4", "float8" -> {
                    Double number = Double.valueOf(text);
                    yield Double.isFinite(number) ? number : text;
                }
                case "bool" -> text.equals("t");
                case "date" -> LocalDate.parse(text);
                // The sign for what is no text sees to it that no field takes it.
                case "bytea" -> "\uFFFD (" + (text.length() - 2) / 2 + " bytes that are no text)";
                default -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return text;
        }
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            rows.close();
            statement.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
