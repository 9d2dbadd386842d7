package org.headroom.queuepressure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** PJM's requests in the workbook of all operators of early 2025: the one operator that dates what ended since 2020. */
final class PjmRequests {
    /** The day up to which ends are taken. */
    static final LocalDate END = LocalDate.of(2024, 12, 31);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    private PjmRequests() {}

    /**
     * One request.
     *
     * @param mw NaN where not on record
     * @param ended when it went into service or was withdrawn; null while it is open, or where the day of its withdrawal is not on record
     */
    record Request(double mw, LocalDate entered, LocalDate ended, boolean isServed, boolean isOpen) {
        boolean isServedBy(LocalDate day) {
            return isServed && !ended.isAfter(day);
        }

        boolean isOpenOn(LocalDate day) {
            return !entered.isAfter(day) && (isOpen || ended != null && ended.isAfter(day));
        }
    }

    /** Those whose entry is on record, and their day of service when they are said to serve. What is suspended is open. */
    static List<Request> read(Path file) throws IOException {
        List<Request> requests = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            read(workbook, "Active", "", requests);
            read(workbook, "Withdrawn", "Withdrawal Date", requests);
            read(workbook, "Completed", "Actual In Service Date", requests);
        }
        return requests;
    }

    private static void read(ReadableWorkbook workbook, String sheet, String end, List<Request> requests)
            throws IOException {
        try (Stream<Row> rows = workbook.findSheet(sheet).orElseThrow().openStream()) {
            Iterator<Row> left = rows.iterator();
            Row header = left.next();
            Map<String, Integer> columns = new HashMap<>();
            for (int i = 0; i < header.getCellCount(); i++) {
                columns.put(header.getCellText(i), i);
            }
            while (left.hasNext()) {
                Row row = left.next();
                LocalDate entered = date(row, columns.get("Queue Date"));
                if (!"PJM".equals(text(row, columns.get("ISO"))) || entered == null) {
                    continue;
                }
                boolean isOpen = end.isEmpty() || "Suspended".equals(text(row, columns.get("Project Status")));
                LocalDate ended = isOpen ? null : date(row, columns.get(end));
                String mw = text(row, columns.get("Capacity (MW)"));
                if (ended != null || !sheet.equals("Completed")) {
                    requests.add(new Request(
                            mw.isEmpty() ? Double.NaN : Double.parseDouble(mw),
                            entered,
                            ended,
                            sheet.equals("Completed"),
                            isOpen));
                }
            }
        }
    }

    private static String text(Row row, int column) {
        return row.getCellCount() > column && row.getCell(column) != null
                ? row.getCell(column).getText()
                : "";
    }

    private static LocalDate date(Row row, int column) {
        try {
            return LocalDate.parse(text(row, column), DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
