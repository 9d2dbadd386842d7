package org.headroom.export;

import org.headroom.export.ExportColumn.IntegerColumn;
import org.headroom.export.ExportColumn.WholeRange;

/** Whole numbers: the two ends decide. */
final class WholeFieldPlan implements FieldPlan {
    private final IntegerColumn column;
    private final boolean needsRows;
    private long smallest;
    private long largest;
    private int lowRow = Refusals.NO_ROW;
    private int highRow = Refusals.NO_ROW;

    WholeFieldPlan(IntegerColumn column) {
        this.column = column;
        WholeRange range = column.range();
        needsRows = range == null;
        if (range != null && range.smallest() != ExportColumn.MISSING) {
            smallest = Math.min(0, range.smallest());
            largest = Math.max(0, range.largest());
        }
    }

    @Override
    public boolean needsRows() {
        return needsRows;
    }

    @Override
    public void read(int from, int to) {
        for (int row = from; row < to; row++) {
            long value = column.value().applyAsLong(row);
            if (value == ExportColumn.MISSING) {
                continue;
            }
            if (value < smallest) {
                smallest = value;
                lowRow = row;
            } else if (value > largest) {
                largest = value;
                highRow = row;
            }
        }
    }

    @Override
    public DbfField field(String dbfName, Refusals refusals) {
        int needed = Math.max(length(smallest, lowRow, refusals), length(largest, highRow, refusals));
        int width = refusals.width(column, needed, DbfPlanner.MAX_INTEGER_WIDTH);
        return new DbfField.Whole(DbfColumn.of(column, dbfName, 'N', width, 0), column.value(), smallest, largest);
    }

    private int length(long value, int row, Refusals refusals) {
        int length = FixedDecimal.length(value);
        refusals.checkFits(column, row, Long.toString(value), length, DbfPlanner.MAX_INTEGER_WIDTH);
        return length;
    }
}
