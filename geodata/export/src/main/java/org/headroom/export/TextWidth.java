package org.headroom.export;

/**
 * Width of a text field, and what happens to longer texts: they are cut, and counted, when the format cannot hold them; otherwise
 * the table said that there are none. Safe for several threads.
 */
final class TextWidth {
    private final DbfColumn column;
    private final boolean cuts;
    private int cutRows;
    private int longestCutBytes;

    private TextWidth(DbfColumn column, boolean cuts) {
        this.column = column;
        this.cuts = cuts;
    }

    /** @param longest bytes of the longest text, which stands in {@code row} */
    static TextWidth of(ExportColumn column, String dbfName, int longest, int row, Refusals refusals) {
        int asked = column.dbf().width();
        if (asked > 0 && longest > asked) {
            refusals.add(column, row, "a text of " + longest + " bytes does not fit into its width of " + asked);
        }
        int needed = Math.max(1, Math.min(longest, DbfPlanner.MAX_TEXT_BYTES));
        int width = refusals.width(column, needed, DbfPlanner.MAX_TEXT_BYTES);
        return new TextWidth(DbfColumn.of(column, dbfName, 'C', width, 0), longest > width);
    }

    DbfColumn column() {
        return column;
    }

    /** Takes note of a text that is longer than the field. */
    synchronized void tooLong(int row, int bytes) {
        if (!cuts) {
            throw ColumnChecks.unexpected(column.column(), row, "a text of " + bytes + " bytes");
        }
        cutRows++;
        longestCutBytes = Math.max(longestCutBytes, bytes);
    }

    /** What was cut so far; 0 rows for nothing. */
    synchronized CutText cut() {
        return new CutText(column.column(), column.dbfName(), cutRows, longestCutBytes);
    }
}
