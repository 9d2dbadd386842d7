package org.headroom.rules.sheet;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param sheet name of the sheet, or empty
 * @param number from 1
 * @param texts by column, from the first; what lies beyond is empty
 */
record SheetRow(String sheet, int number, List<String> texts) {
    private static final int LETTERS = 26;

    SheetRow {
        texts = List.copyOf(texts);
    }

    SheetCell cell(int column) {
        return new SheetCell(address(sheet, number, column), column < texts.size() ? texts.get(column) : "");
    }

    boolean isBlank() {
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
