package org.headroom.feeds.workbook;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.export.RankedTable;

/** The ranked table: sites that are ranked, behind them those that are excluded, and what the columns mean. */
public final class RankedSheets {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final RankedTable table;
    private final List<Cell> cells = new ArrayList<>();

    private interface Cell {
        void put(int row, Sheet sheet, int column);
    }

    public RankedSheets(RankedTable table) {
        this.table = table;
        table.columns().forEach(column -> cells.add(cell(column)));
        cells.add((row, sheet, column) -> sheet.number(column, table.longitude().applyAsDouble(row)));
        cells.add((row, sheet, column) -> sheet.number(column, table.latitude().applyAsDouble(row)));
    }

    private static Cell cell(ExportColumn of) {
        if (of instanceof NumberColumn number) {
            return (row, sheet, column) -> sheet.number(column, number.value().applyAsDouble(row));
        } else if (of instanceof WholeColumn whole) {
            return (row, sheet, column) -> {
                long value = whole.value().applyAsLong(row);
                if (value != ExportColumn.MISSING && whole.isDay()) {
                    sheet.day(column, LocalDate.ofEpochDay(value));
                } else if (value != ExportColumn.MISSING) {
                    sheet.number(column, value);
                }
            };
        } else if (of instanceof CodedColumn coded && isDays(coded.texts())) {
            return (row, sheet, column) -> {
                String day = coded.text(row);
                if (day != null) {
                    sheet.day(column, LocalDate.parse(day));
                }
            };
        }
        return (row, sheet, column) -> sheet.text(column, of.text(row));
    }

    private static boolean isDays(List<String> texts) {
        return !texts.isEmpty() && texts.stream().allMatch(text -> DAY.matcher(text).matches());
    }

    /**
     * Writes both sheets.
     *
     * @param ranked how many of the rows, which stand first, are not excluded
     */
    public void write(Workbook book, long ranked, AboutSheet about) throws IOException {
        int first = (int) Math.min(ranked, table.rows());
        rows(book, "Ranked", 0, first, about);
        rows(book, "Excluded", first, table.rows(), about);
    }

    private int loaded;

    private void rows(Workbook book, String name, int from, int to, AboutSheet about) throws IOException {
        List<String> head = new ArrayList<>();
        table.columns().forEach(column -> head.add(column.title()));
        head.add("longitude");
        head.add("latitude");
        try (Sheet sheet = new Sheet(book, name, head, to - from)) {
            for (int row = from; row < to; row++) {
                if (row == loaded) {
                    loaded = table.load(row);
                }
                if (!sheet.hasRoom()) {
                    about.leftOut(name, Sheet.MOST_ROWS, to - from);
                    // The next sheet begins behind these; windows are loaded one after the other.
                    while (loaded < to) {
                        loaded = table.load(loaded);
                    }
                    return;
                }
                sheet.next();
                for (int column = 0; column < cells.size(); column++) {
                    cells.get(column).put(row, sheet, column);
                }
            }
        }
    }

    /** Writes the sheet that says what the columns mean. */
    public void writeFields(Workbook book) throws IOException {
        try (Sheet sheet = new Sheet(book, "Fields", List.of("field", "unit", "meaning"), table.columns().size())) {
            for (ExportColumn column : table.columns()) {
                sheet.next();
                sheet.text(0, column.name());
                sheet.text(1, column.heading().unit());
                sheet.text(2, column.heading().description());
            }
        }
    }
}
