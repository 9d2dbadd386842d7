package org.headroom.export.shapefile;

import java.util.List;
import java.util.Map;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;
import org.headroom.export.ExportColumn.Utf8Column;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.Extent;
import org.headroom.export.PlaceScan;
import org.headroom.export.RankedTable;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/**
 * Finds, before anything is written, the width that holds every value of each column, every value that no width can hold, and the
 * box round the points. Rows are read, once, only when the table or a column does not say what it holds.
 */
final class DbfPlanner {
    private DbfPlanner() {}

    /** Fields of the table and box round its points. */
    record Planned(DbfPlan dbf, Extent extent) {}

    /**
     * @throws HeadroomException DATA naming every column with a value that a .dbf cannot hold, or a row without a place; CONFIG when
     *     two columns would have the same name
     */
    static Planned plan(RankedTable table) {
        Map<String, String> names = DbfNames.ofColumns(table.columns());
        List<DbfField> fields = table.columns().stream()
                .map(column -> field(column, names.getOrDefault(column.name(), "")))
                .toList();
        Extent extent = read(table, fields);
        Refusals refusals = new Refusals();
        fields.forEach(field -> field.plan(refusals));
        refusals.check();
        return new Planned(new DbfPlan(fields), extent);
    }

    private static DbfField field(ExportColumn column, String name) {
        if (column instanceof NumberColumn number) {
            return new NumberField(number, name);
        } else if (column instanceof WholeColumn whole) {
            return new WholeField(whole, name);
        } else if (column instanceof CodedColumn coded) {
            return new TextField.OfCodes(coded, name);
        } else if (column instanceof Utf8Column utf8) {
            return new TextField.OfBytes(utf8, name);
        }
        return new TextField.OfStrings((TextColumn) column, name);
    }

    private static Extent read(RankedTable table, List<DbfField> fields) {
        List<DbfField> toRead = fields.stream().filter(DbfField::needsRows).toList();
        @Nullable Extent extent = table.extent();
        if (extent != null && toRead.isEmpty()) {
            return extent;
        }
        PlaceScan places = new PlaceScan();
        for (int from = 0; from < table.rows(); ) {
            int to = table.load(from);
            for (int row = from; extent == null && row < to; row++) {
                places.add(
                        table.longitude().applyAsDouble(row), table.latitude().applyAsDouble(row));
            }
            for (DbfField field : toRead) {
                field.read(from, to);
            }
            from = to;
        }
        if (extent == null) {
            places.checkAllPlaced();
            extent = places.extent();
        }
        return extent == null ? Extent.NONE : extent;
    }
}
