package org.headroom.rules.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** The same with another text in a column. */
    SheetRow with(int column, String text) {
        List<String> changed = new ArrayList<>(texts);
        while (changed.size() <= column) {
            changed.add("");
        }
        changed.set(column, text);
        return new SheetRow(sheet, number, changed);
    }

    /** A text without white space at its ends, that of word processors included. */
    static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    /** The column of its letters, from 0. */
    static int column(String letters) {
        int column = 0;
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** The address of a cell; rows count from 1, columns from 0. */
    static String address(String sheet, int row, int column) {
        return (sheet.isEmpty() ? "" : sheet + "!") + letters(column) + row;
    }

    /** What a column is called, from 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / LETTERS - 1) {
            letters.insert(0, (char) ('A' + left % LETTERS));
        }
        return letters.toString();
    }
}
