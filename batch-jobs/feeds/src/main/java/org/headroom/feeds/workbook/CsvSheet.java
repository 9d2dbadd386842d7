package org.headroom.feeds.workbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;

/** A table that lies in the run as CSV, as a sheet. */
public final class CsvSheet {
    /** Columns of numbers; what else looks like one, such as the code of a county, is a text. */
    private static final Set<String> NUMBERS = Set.of(
            "record", "longitude", "latitude", "rankFrom", "rankTo", "scoreFrom", "scoreTo", "score", "ranks", "sites");

    private static final String GUARDED = "=+-@\t\r\n";

    private CsvSheet() {}

    /** Writes the sheet; where there is no file it says so. */
    public static void write(Workbook book, String name, Path file, AboutSheet about) throws IOException {
        if (!Files.exists(file)) {
            try (Sheet sheet = new Sheet(book, name, List.of(name), 1)) {
                sheet.next();
                sheet.text(0, "This run has no " + file.getFileName() + ".");
            }
            return;
        }
        long rows = rows(file);
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            Iterator<CsvRecord> records = csv.iterator();
            List<String> head = records.hasNext() ? head(records.next()) : List.of(name);
            try (Sheet sheet = new Sheet(book, name, head, rows)) {
                while (records.hasNext()) {
                    CsvRecord record = records.next();
                    if (!sheet.hasRoom()) {
                        about.leftOut(name, Sheet.MOST_ROWS, rows);
                        return;
                    }
                    sheet.next();
                    for (int column = 0; column < Math.min(head.size(), record.getFieldCount()); column++) {
                        put(sheet, column, head.get(column), record.getField(column));
                    }
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static long rows(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().count() - 1;
        }
    }

    private static List<String> head(CsvRecord record) {
        return record.getFields().stream().map(name -> name.replace("\uFEFF", "")).toList();
    }

    private static void put(Sheet sheet, int column, String name, String text) {
        if (NUMBERS.contains(name)) {
            try {
                sheet.number(column, text.isEmpty() ? Double.NaN : Double.parseDouble(text));
                return;
            } catch (NumberFormatException e) {
                // Shown as it is.
            }
        }
        boolean isGuarded = text.length() > 1 && text.charAt(0) == '\'' && GUARDED.indexOf(text.charAt(1)) >= 0;
        sheet.text(column, isGuarded ? text.substring(1) : text);
    }
}
