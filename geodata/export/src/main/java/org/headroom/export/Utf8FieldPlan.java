package org.headroom.export;

import org.headroom.export.ExportColumn.Utf8Column;

/** Texts that are UTF-8 already: the column says how long they are. */
record Utf8FieldPlan(Utf8Column column) implements FieldPlan {
    @Override
    public boolean needsRows() {
        return false;
    }

    @Override
    public void read(int from, int to) {
        // The column says all there is to know.
    }

    @Override
    public DbfField field(String dbfName, Refusals refusals) {
        TextWidth width = TextWidth.of(column, dbfName, column.longestBytes(), Refusals.NO_ROW, refusals);
        return new DbfField.Bytes(width, column);
    }
}
