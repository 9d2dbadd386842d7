package org.headroom.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/**
 * Finds, before anything is written, the width that holds every value of each column, every value that no width can hold, and the
 * box round the points. Rows are read, once, only when the table or a column does not say what it holds.
 */
final class DbfPlanner {
    /** dBASE's limit of a text field, bytes. */
    static final int MAX_TEXT_BYTES = 254;
    /** dBASE's limit of a number field, characters with sign and point. */
    static final int MAX_NUMBER_WIDTH = 20;
    /** Whole numbers wider than this are read as floating point by OGR and lose their last digits. */
    static final int MAX_INTEGER_WIDTH = 18;

    private DbfPlanner() {}

    /** Fields of the table and box round its points. */
    record Planned(DbfPlan dbf, Extent extent) {}

    /**
     * @throws HeadroomException DATA naming every column with a value that a .dbf cannot hold, or a row without a place; CONFIG when
     *     two columns would have the same name
     */
    static Planned plan(RankedTable table) {
        Map<String, String> names = DbfNames.ofColumns(table.columns());
        List<FieldPlan> plans = table.columns().stream().map(FieldPlan::of).toList();
        Extent extent = read(table, plans);
        Refusals refusals = new Refusals();
        List<DbfField> fields = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            String longName = table.columns().get(i).name();
            fields.add(plans.get(i).field(names.getOrDefault(longName, ""), refusals));
        }
        refusals.check();
        return new Planned(new DbfPlan(fields), extent);
    }

    private static Extent read(RankedTable table, List<FieldPlan> plans) {
        List<FieldPlan> toRead = plans.stream().filter(FieldPlan::needsRows).toList();
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
            for (FieldPlan plan : toRead) {
                plan.read(from, to);
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
