package org.headroom.export;

import org.headroom.export.ExportColumn.TextColumn;

/** Texts as strings: the longest decides. */
final class TextFieldPlan implements FieldPlan {
    private final TextColumn column;
    private final boolean needsRows;
    private int longest;
    private int row = Refusals.NO_ROW;

    TextFieldPlan(TextColumn column) {
        this.column = column;
        needsRows = column.longestBytes() == TextColumn.UNKNOWN;
        longest = Math.max(0, column.longestBytes());
    }

    @Override
    public boolean needsRows() {
        return needsRows;
    }

    @Override
    public void read(int from, int to) {
        for (int at = from; at < to; at++) {
            String value = column.value().apply(at);
            if (value != null) {
                int bytes = Utf8.length(value);
                if (bytes > longest) {
                    longest = bytes;
                    row = at;
                }
            }
        }
    }

    @Override
    public DbfField field(String dbfName, Refusals refusals) {
        return new DbfField.Text(TextWidth.of(column, dbfName, longest, row, refusals), column.value());
    }
}
