package org.headroom.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table as CSV (RFC 4180, UTF-8 without a byte order mark): its columns under their long names, then longitude and latitude with 7
 * decimals (about 1 cm). Numbers have the decimals of their column. A text that a spreadsheet would run as a formula gets an apostrophe in
 * front, as in {@link IssuesCsv}.
 */
public final class TableCsv {
    private static final int COORDINATE_DECIMALS = 7;

    private TableCsv() {}

    /** Writes a file; what is there is replaced. Does not sync it. */
    public static void write(RankedTable table, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(
                        new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            List<String> cells = new ArrayList<>();
            table.columns().forEach(column -> cells.add(column.name()));
            cells.add("longitude");
            cells.add("latitude");
            csv.writeRecord(cells);
            int to = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (row == to) {
                    to = table.load(row);
                }
                cells.clear();
                for (ExportColumn column : table.columns()) {
                    cells.add(cell(column, row));
                }
                cells.add(FixedDecimal.toString(table.longitude().applyAsDouble(row), COORDINATE_DECIMALS));
                cells.add(FixedDecimal.toString(table.latitude().applyAsDouble(row), COORDINATE_DECIMALS));
                csv.writeRecord(cells);
            }
        }
    }

    private static String cell(ExportColumn column, int row) {
        if (column instanceof ExportColumn.NumberColumn number) {
            double value = number.value().applyAsDouble(row);
            return Double.isNaN(value) ? "" : FixedDecimal.toString(value, number.decimals());
        } else if (column instanceof ExportColumn.IntegerColumn integer) {
            long value = integer.value().applyAsLong(row);
            return value == ExportColumn.MISSING ? "" : Long.toString(value);
        } else if (column instanceof ExportColumn.DateColumn date) {
            long day = date.epochDay().applyAsLong(row);
            return day == ExportColumn.MISSING ? "" : LocalDate.ofEpochDay(day).toString();
        } else if (column instanceof ExportColumn.CodedColumn coded) {
            int code = coded.checkedCode(row);
            return code == ExportColumn.NO_CODE
                    ? ""
                    : IssuesCsv.harmless(coded.texts().get(code));
        } else if (column instanceof ExportColumn.TextColumn text) {
            String value = text.value().apply(row);
            return value == null ? "" : IssuesCsv.harmless(value);
        } else if (column instanceof ExportColumn.Utf8Column utf8) {
            byte[] bytes = new byte[utf8.longestBytes()];
            int length = utf8.copy(row, bytes);
            return length == Utf8Source.NONE
                    ? ""
                    : IssuesCsv.harmless(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }
        throw new IllegalStateException("no cell for " + column.getClass());
    }
}
