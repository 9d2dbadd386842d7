package org.headroom.export.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;
import org.headroom.export.ExportColumn.Utf8Column;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.Extent;
import org.headroom.export.RankedTable;
import org.headroom.export.style.MapStyle;

/**
 * Writes a table in memory of which not every row has a place: those that have one as a layer of points, the others as a table without
 * geometry, {@code NAME_unplaced}. A GIS shows a null geometry as nothing at all, so nobody would see that it is there.
 */
final class SplitTable {
    static final String UNPLACED = "_unplaced";

    private SplitTable() {}

    static void write(
            Connection connection, String name, RankedTable all, String description, MapStyle style, LocalDate date)
            throws SQLException {
        RankedTable placed = rows(all, row -> isPlaced(all, row));
        new PointLayer(new Table(connection, name, "POINT", placed.columns(), date), placed)
                .write(description, style, List.of());
        RankedTable unplaced = rows(all, row -> !isPlaced(all, row));
        writeAttributes(
                new Table(connection, name + UNPLACED, "", unplaced.columns(), date),
                unplaced.rows(),
                description + ": those without a place");
    }

    /** Writes a table without geometry. */
    static void writeAttributes(Table table, int rows, String description) throws SQLException {
        table.create();
        try (PreparedStatement insert = table.insert()) {
            for (int row = 0; row < rows; row++) {
                insert.setLong(1, row + 1L);
                table.bind(row, insert);
                insert.executeUpdate();
            }
        }
        table.describe(description, null);
    }

    private static boolean isPlaced(RankedTable table, int row) {
        return Extent.isPlace(
                table.longitude().applyAsDouble(row), table.latitude().applyAsDouble(row));
    }

    private static RankedTable rows(RankedTable all, IntPredicate which) {
        int[] chosen = IntStream.range(0, all.rows()).filter(which).toArray();
        IntUnaryOperator of = row -> chosen[row];
        return RankedTable.inMemory(
                chosen.length,
                row -> all.longitude().applyAsDouble(chosen[row]),
                row -> all.latitude().applyAsDouble(chosen[row]),
                all.columns().stream().map(column -> of(column, of)).toList());
    }

    private static ExportColumn of(ExportColumn column, IntUnaryOperator rowOf) {
        if (column instanceof TextColumn c) {
            return new TextColumn(c.heading(), row -> c.value().apply(rowOf.applyAsInt(row)));
        } else if (column instanceof NumberColumn c) {
            return new NumberColumn(
                    c.heading(), c.decimals(), row -> c.value().applyAsDouble(rowOf.applyAsInt(row)), c.range());
        } else if (column instanceof WholeColumn c) {
            return new WholeColumn(
                    c.heading(), row -> c.value().applyAsLong(rowOf.applyAsInt(row)), c.isDay(), c.range());
        } else if (column instanceof CodedColumn c) {
            return new CodedColumn(c.heading(), c.texts(), row -> c.code().applyAsInt(rowOf.applyAsInt(row)));
        }
        Utf8Column c = (Utf8Column) column;
        return new Utf8Column(
                c.heading(), c.longestBytes(), (row, out, at) -> c.value().copy(rowOf.applyAsInt(row), out, at));
    }
}
