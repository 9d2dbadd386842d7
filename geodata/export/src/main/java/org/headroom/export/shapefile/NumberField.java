package org.headroom.export.shapefile;

import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.NumberRange;
import org.headroom.export.FixedDecimal;

/** Numbers, right-aligned, blank when missing. The length grows with the magnitude, so the two ends decide. */
final class NumberField extends DbfField {
    /** dBASE's limit of a number field, characters with sign and point. */
    private static final int MAX_WIDTH = 20;

    private final NumberColumn column;
    // Min and max tell -0.0 from 0.0, as the sign is printed; 0 is no longer than any other value.
    private double smallest;
    private double largest;
    private int lowRow = Refusals.NO_ROW;
    private int highRow = Refusals.NO_ROW;

    NumberField(NumberColumn column, String name) {
        super(column, name, 'N');
        this.column = column;
        NumberRange range = column.range();
        if (range != null && !Double.isNaN(range.smallest())) {
            smallest = Math.min(0, range.smallest());
            largest = Math.max(0, range.largest());
        }
    }

    @Override
    int decimals() {
        return column.decimals();
    }

    @Override
    boolean needsRows() {
        return column.range() == null;
    }

    @Override
    void read(int from, int to) {
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
    int findWidth(Refusals refusals) {
        int needed = Math.max(length(smallest, lowRow, refusals), length(largest, highRow, refusals));
        return refusals.width(column, needed, MAX_WIDTH);
    }

    private int length(double value, int row, Refusals refusals) {
        if (Double.isInfinite(value)) {
            refusals.add(column, row, value + " is not a finite number");
            return 1;
        }
        int length = FixedDecimal.length(value, decimals());
        refusals.checkFits(column, row, FixedDecimal.toString(value, decimals()), length, MAX_WIDTH);
        return length;
    }

    @Override
    void format(int from, int to, byte[] out, int offset, int stride) {
        int width = width();
        int decimals = decimals();
        double low = smallest;
        double high = largest;
        int end = offset + width;
        for (int row = from; row < to; row++) {
            double value = column.value().applyAsDouble(row);
            if (!Double.isNaN(value)) {
                // The second check is for -0.0, which no comparison tells from 0.0.
                if (value < low || value > high || FixedDecimal.putRight(value, decimals, out, end) < end - width) {
                    throw column.unexpected(row, Double.toString(value));
                }
            }
            end += stride;
        }
    }
}
