package org.headroom.rules.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;

/** Reads workbooks. Formulas are refused: what a program once computed from them may not be what stands there today. */
final class XlsxSheets {
    private static final int MAX_PARTS = 1_000;
    private static final long MAX_UNPACKED_BYTES = 32L << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    /** Only the format of a number says that it is a day. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private XlsxSheets() {}

    /** The sheets; none when there was a problem. */
    static List<Sheet> read(String file, byte[] bytes, Problems problems) {
        try {
            checkParts(bytes);
            List<Sheet> sheets = new ArrayList<>();
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS);
                    Stream<org.dhatim.fastexcel.reader.Sheet> all = book.getSheets()) {
                for (org.dhatim.fastexcel.reader.Sheet sheet : all.toList()) {
                    sheets.add(sheet(file, sheet));
                }
            }
            return sheets;
        } catch (IOException | RuntimeException e) {
            // The reader throws whatever it stumbles over in a damaged part.
            problems.add(PolicyProblem.error(file, 0, "cannot be read as a workbook: " + e.getMessage())
                    .withAdvice("open it in a spreadsheet program and save it as .xlsx"));
            return List.of();
        }
    }

    private static Sheet sheet(String file, org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        List<PolicyProblem> problems = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
                Row row = all.next();
                if (rows.size() == Spreadsheet.MAX_ROWS) {
                    throw new IOException(
                            "the sheet " + sheet.getName() + " has more than " + Spreadsheet.MAX_ROWS + " rows");
                }
                if (row.getCellCount() > Spreadsheet.MAX_COLUMNS) {
                    throw new IOException("row " + row.getRowNum() + " of the sheet " + sheet.getName()
                            + " has more than " + Spreadsheet.MAX_COLUMNS + " columns");
                }
                List<String> texts = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    Cell cell = row.getCell(column);
                    String flaw = cell == null ? "" : flaw(cell);
                    if (!flaw.isEmpty()) {
                        problems.add(PolicyProblem.error(file, 0, flaw)
                                .withCell(SheetRow.address(sheet.getName(), row.getRowNum(), column)));
                    }
                    texts.add(cell == null || !flaw.isEmpty() ? "" : text(cell));
                }
                rows.add(new SheetRow(sheet.getName(), row.getRowNum(), texts));
            }
        }
        return new Sheet(sheet.getName(), rows, problems);
    }

    private static String flaw(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return "holds a formula; put the value itself there (copy, paste special, values)";
        }
        return cell.getType() == CellType.ERROR ? "holds an error, " + cell.getRawValue() : "";
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText().strip();
        }
        BigDecimal number = cell.asNumber();
        return isDay(cell) && number.stripTrailingZeros().scale() <= 0
                ? cell.asDate().toLocalDate().toString()
                : SheetFigures.text(number);
    }

    /** Spreadsheet programs make a number with a format of what looks like a day when it is typed. */
    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[yd].*");
    }

    /** Unpacks all parts once without keeping them, because what a zip file says of its sizes need not be so. */
    private static void checkParts(byte[] bytes) throws IOException {
        long unpacked = 0;
        int parts = 0;
        byte[] chunk = new byte[CHUNK_BYTES];
        try (ZipFile zip = new ZipFile(new SeekableInMemoryByteChannel(bytes))) {
            for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                ZipArchiveEntry entry = all.nextElement();
                parts++;
                if (entry.getName().endsWith("vbaProject.bin")) {
                    throw new IOException("it holds macros");
                }
                try (InputStream part = zip.getInputStream(entry)) {
                    unpacked += unpacked(part, chunk, MAX_UNPACKED_BYTES - unpacked);
                }
                if (parts > MAX_PARTS || unpacked > MAX_UNPACKED_BYTES) {
                    throw new IOException("it unpacks to more than a policy's sheet has reason to hold");
                }
            }
        }
    }

    private static long unpacked(InputStream part, byte[] chunk, long most) throws IOException {
        long sum = 0;
        for (int read = part.read(chunk); read >= 0 && sum <= most; read = part.read(chunk)) {
            sum += read;
        }
        return sum;
    }
}
