package org.headroom.export;

import java.util.Arrays;
import org.headroom.export.ExportColumn.CodedColumn;

/** Texts out of a few: the longest of them decides, whether a row has it or not. */
record CodedFieldPlan(CodedColumn column) implements FieldPlan {
    @Override
    public boolean needsRows() {
        return false;
    }

    @Override
    public void read(int from, int to) {
        // The texts say all there is to know.
    }

    @Override
    public DbfField field(String dbfName, Refusals refusals) {
        int longest = column.texts().stream().mapToInt(Utf8::length).max().orElse(0);
        TextWidth width = TextWidth.of(column, dbfName, longest, Refusals.NO_ROW, refusals);
        byte[][] cells = new byte[column.texts().size()][];
        int[] lengths = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            lengths[i] = Utf8.length(column.texts().get(i));
            byte[] cell = new byte[Math.min(lengths[i], width.column().width())];
            int end = Utf8.put(column.texts().get(i), cell, 0, cell.length);
            cells[i] = Arrays.copyOf(cell, end);
        }
        return new DbfField.Coded(width, column, cells, lengths);
    }
}
