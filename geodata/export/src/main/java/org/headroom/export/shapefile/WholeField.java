package org.headroom.export.shapefile;

import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.ExportColumn.WholeRange;
import org.headroom.export.FixedDecimal;

/** Whole numbers, right-aligned, blank when missing. The two ends decide. */
final class WholeField extends DbfField {
    /** Whole numbers wider than this are read as floating point by OGR and lose their last digits. */
    private static final int MAX_WIDTH = 18;

    private final WholeColumn column;
    private long smallest;
    private long largest;
    private int lowRow = Refusals.NO_ROW;
    private int highRow = Refusals.NO_ROW;

    WholeField(WholeColumn column, String name) {
        super(column, name, 'N');
        this.column = column;
        WholeRange range = column.range();
        if (range != null && range.smallest() != ExportColumn.MISSING) {
            smallest = Math.min(0, range.smallest());
            largest = Math.max(0, range.largest());
        }
    }

    @Override
    boolean needsRows() {
        return column.range() == null;
    }

    @Override
    void read(int from, int to) {
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
    int findWidth(Refusals refusals) {
        int needed = Math.max(length(smallest, lowRow, refusals), length(largest, highRow, refusals));
        return refusals.width(column, needed, MAX_WIDTH);
    }

    private int length(long value, int row, Refusals refusals) {
        int length = FixedDecimal.length(value);
        refusals.checkFits(column, row, Long.toString(value), length, MAX_WIDTH);
        return length;
    }

    @Override
    void format(int from, int to, byte[] out, int offset, int stride) {
        long low = smallest;
        long high = largest;
        int end = offset + width();
        for (int row = from; row < to; row++) {
            long value = column.value().applyAsLong(row);
            if (value != ExportColumn.MISSING) {
                if (value < low || value > high) {
                    throw column.unexpected(row, Long.toString(value));
                }
                FixedDecimal.putRight(value, out, end);
            }
            end += stride;
        }
    }
}
