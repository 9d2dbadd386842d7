package org.headroom.rules.spreadsheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells of a workbook that are shown as one, whose text its first cell has.
 *
 * @param firstRow from 1
 * @param lastRow itself merged
 * @param firstColumn from 0
 * @param lastColumn itself merged
 */
public record MergedRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

    /** What a workbook says of them, such as {@code B7:B9}; empty when it is no range. */
    static Optional<MergedRange> of(String range) {
        Matcher parts = RANGE.matcher(range);
        return parts.matches()
                ? Optional.of(new MergedRange(
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(4)),
                        SheetRow.column(parts.group(1)),
                        Math.min(SheetRow.column(parts.group(3)), Spreadsheet.MAX_COLUMNS - 1)))
                : Optional.empty();
    }

    /** Whether a cell is one of them. */
    public boolean has(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    /** Whether they stand in one column. */
    public boolean isUpright() {
        return firstColumn == lastColumn;
    }
}
