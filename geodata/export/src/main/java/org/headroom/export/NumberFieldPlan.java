package org.headroom.export;

import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.NumberRange;

/** Numbers: the length grows with the magnitude, so the two ends decide. */
final class NumberFieldPlan implements FieldPlan {
    private final NumberColumn column;
    private final boolean needsRows;
    // Min and max tell -0.0 from 0.0, as the sign is printed; 0 is no longer than any other value.
    private double smallest;
    private double largest;
    private int lowRow = Refusals.NO_ROW;
    private int highRow = Refusals.NO_ROW;

    NumberFieldPlan(NumberColumn column) {
        this.column = column;
        NumberRange range = column.range();
        needsRows = range == null;
        if (range != null && !Double.isNaN(range.smallest())) {
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
            double value = column.value().applyAsDouble(row);
            if (Double.isNaN(value)) {
                continue;
            }
            if (Double.compare(value, smallest) < 0) {
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
        int width = refusals.width(column, needed, DbfPlanner.MAX_NUMBER_WIDTH);
        DbfColumn described = DbfColumn.of(column, dbfName, 'N', width, column.decimals());
        return new DbfField.Number(described, column.value(), smallest, largest);
    }

    private int length(double value, int row, Refusals refusals) {
        if (Double.isInfinite(value)) {
            refusals.add(column, row, value + " is not a finite number");
            return 1;
        }
        int length = FixedDecimal.length(value, column.decimals());
        refusals.checkFits(
                column, row, FixedDecimal.toString(value, column.decimals()), length, DbfPlanner.MAX_NUMBER_WIDTH);
        return length;
    }
}
