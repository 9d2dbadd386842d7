package org.headroom.rules.spreadsheet;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param sheet name of the sheet; empty for CSV
 * @param number from 1
 * @param texts by column, from the first; what lies beyond is empty
 */
public record SheetRow(String sheet, int number, List<String> texts) {
    private static final int LETTERS = 26;

    public SheetRow {
        texts = List.copyOf(texts);
    }

    /** The cell of a column, from 0; empty when the row ends before it. */
    public SheetCell cell(int column) {
        return new SheetCell(address(sheet, number, column), column < texts.size() ? texts.get(column) : "");
    }

    public boolean isBlank() {
        return texts.stream().allMatch(String::isEmpty);
    }

    /** The address of a cell; rows count from 1, columns from 0. */
    static String address(String sheet, int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / LETTERS - 1) {
            letters.insert(0, (char) ('A' + left % LETTERS));
        }
        return (sheet.isEmpty() ? "" : sheet + "!") + letters + row;
    }
}
