package org.headroom.export.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.export.ExportColumn;
import org.headroom.export.FixedDecimal;
import org.headroom.export.RankedTable;

/**
 * Writes a table as CSV (RFC 4180, UTF-8 without a byte order mark): its columns under their long names, then longitude and latitude with 7
 * decimals (about 1 cm), empty where there is no place. Numbers have the decimals of their column.
 *
 * <p>Texts come from strangers' files and spreadsheets run what looks like a formula, so a text that begins with
 * {@code = + - @}, a tab or a line break gets an apostrophe in front (OWASP, "CSV Injection").
 */
public final class TableCsv {
    private static final int COORDINATE_DECIMALS = 7;
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

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
                cells.add(coordinate(table.longitude().applyAsDouble(row)));
                cells.add(coordinate(table.latitude().applyAsDouble(row)));
                csv.writeRecord(cells);
            }
        }
    }

    private static String cell(ExportColumn column, int row) {
        String text = column.text(row);
        if (text == null) {
            return "";
        }
        boolean isText = !(column instanceof ExportColumn.NumberColumn || column instanceof ExportColumn.WholeColumn);
        return isText && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String coordinate(double degrees) {
        return Double.isNaN(degrees) ? "" : FixedDecimal.toString(degrees, COORDINATE_DECIMALS);
    }
}
