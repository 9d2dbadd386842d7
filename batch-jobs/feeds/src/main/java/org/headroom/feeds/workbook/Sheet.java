package org.headroom.feeds.workbook;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet with a head that stays when one scrolls, and a filter. Rows go to the file as they come; texts are kept with their cells, so the heap does not grow with
 * them. Not safe for several threads; one sheet is closed before the next begins.
 */
final class Sheet implements AutoCloseable {
    /** Rows below the head that Excel can hold. */
    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

    private static final int FLUSHED_ROWS = 512;
    private static final int MOST_CHARACTERS = 32_767;

    private final Worksheet sheet;
    private final String name;
    private final int columns;
    private int row;

    /**
     * @param head names of the columns
     * @param rows that will come, which the filter spans
     */
    Sheet(Workbook book, String name, List<String> head, long rows) {
        this.name = name;
        this.columns = head.size();
        sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns; column++) {
            sheet.width(column, Math.max(10, Math.min(40, head.get(column).length() + 3.0)));
            sheet.inlineString(0, column, head.get(column));
            sheet.style(0, column).bold().wrapText(true).set();
        }
        if (columns > 0) {
            sheet.setAutoFilter(0, 0, (int) Math.min(MOST_ROWS, Math.max(1, rows)), columns - 1);
        }
    }

    String name() {
        return name;
    }

    /** Whether another row fits. */
    boolean hasRoom() {
        return row < MOST_ROWS;
    }

    /** Begins the next row. */
    void next() throws IOException {
        row++;
        if (row % FLUSHED_ROWS == 0) {
            sheet.flush();
        }
    }

    void text(int column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            sheet.inlineString(row, column, shown(text));
        }
    }

    void number(int column, double value) {
        if (Double.isFinite(value)) {
            sheet.value(row, column, value);
        }
    }

    void day(int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
    }

    /** Without what no workbook may hold; a text that is longer than a cell ends in an ellipsis. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                        ? c
                        : c == '\r' ? '\n' : 0xFFFD)
                .forEach(shown::appendCodePoint);
        if (shown.length() > MOST_CHARACTERS) {
            shown.setLength(MOST_CHARACTERS - 2);
            shown.append('…');
        }
        return shown.toString();
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
    }
}
