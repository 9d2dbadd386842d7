package org.headroom.export.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.export.ExportColumn;
import org.headroom.export.FixedDecimal;
import org.headroom.export.RankedTable;

/**
 * Writes a table as CSV (RFC 4180, UTF-8): its columns under their long names, then longitude and latitude with 7
 * decimals (about 1 cm), empty where there is no place. Numbers have the decimals of their column.
 *
 * <p>Texts come from strangers' files and spreadsheets run what looks like a formula, so a text that begins with
 * {@code = + - @}, a tab or a line break gets an apostrophe in front (OWASP, "CSV Injection").
 */
public final class TableCsv {
    private static final int COORDINATE_DECIMALS = 7;
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private TableCsv() {}

    /** Writes a file without a byte order mark; what is there is replaced. Does not sync it. */
    public static void write(RankedTable table, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(table, out);
        }
    }

    /** Writes it without a byte order mark; the stream stays open. */
    public static void write(RankedTable table, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new KeptOpen(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
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

    /** A text as a cell that no spreadsheet takes for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String cell(ExportColumn column, int row) {
        String text = column.text(row);
        if (text == null) {
            return "";
        }
        boolean isText = !(column instanceof ExportColumn.NumberColumn || column instanceof ExportColumn.WholeColumn);
        return isText ? harmless(text) : text;
    }

    private static String coordinate(double degrees) {
        return Double.isNaN(degrees) ? "" : FixedDecimal.toString(degrees, COORDINATE_DECIMALS);
    }

    /** Closing it writes what is left, and nothing more. */
    private static final class KeptOpen extends FilterWriter {
        KeptOpen(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
