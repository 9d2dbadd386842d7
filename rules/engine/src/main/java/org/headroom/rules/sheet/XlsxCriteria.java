package org.headroom.rules.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;

/** Sheets as workbooks. Formulas are refused: what a program once computed from them may not be what stands there today. */
final class XlsxCriteria {
    static final String SHEET = "criteria";

    private static final int MOST_COLUMNS = 256;
    private static final int MOST_PARTS = 1_000;
    private static final long MOST_UNPACKED_BYTES = 32L << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    private XlsxCriteria() {}

    /** A workbook; the columns with figures are figures where they are not empty. */
    static byte[] write(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Headroom", "1.0")) {
            Worksheet sheet = book.newWorksheet(SHEET);
            sheet.freezePane(CriteriaColumn.WEIGHT.ordinal(), 1);
            for (CriteriaColumn column : CriteriaColumn.values()) {
                sheet.width(column.ordinal(), column.characters());
                sheet.style(0, column.ordinal()).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String text = rows.get(row).get(column);
                    if (row > 0 && column == CriteriaColumn.WEIGHT.ordinal() && !text.isEmpty()) {
                        sheet.value(row, column, new BigDecimal(text));
                    } else if (!text.isEmpty()) {
                        sheet.value(row, column, text);
                    }
                    if (row > 0 && column >= CriteriaColumn.ANCHORS.ordinal()) {
                        sheet.style(row, column).wrapText(true).set();
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    /** The rows; none when there was a problem. */
    static List<SheetRow> read(Path workbook, String file, Problems problems) {
        try {
            checkParts(workbook);
            try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
                Optional<Sheet> sheet = book.findSheet(SHEET);
                if (sheet.isEmpty()) {
                    problems.add(file, 0, "has no sheet named \"" + SHEET + "\"");
                    return List.of();
                }
                return rows(file, sheet.get(), problems);
            }
        } catch (IOException | RuntimeException e) {
            // The reader throws whatever it stumbles over in a damaged part.
            problems.add(PolicyProblem.error(file, 0, "cannot be read as a workbook: " + e.getMessage())
                    .withAdvice("open it in a spreadsheet program and save it as .xlsx"));
            return List.of();
        }
    }

    private static List<SheetRow> rows(String file, Sheet sheet, Problems problems) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
                Row row = all.next();
                if (rows.size() == SheetReader.MOST_ROWS) {
                    throw new IOException("it has more than " + SheetReader.MOST_ROWS + " rows");
                }
                List<String> texts = new ArrayList<>();
                for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
                    Cell cell = row.getCell(column);
                    texts.add(cell == null ? "" : text(file, row.getRowNum(), column, cell, problems));
                }
                rows.add(new SheetRow(SHEET, row.getRowNum(), texts));
            }
        }
        return rows;
    }

    private static String text(String file, int row, int column, Cell cell, Problems problems) {
        String problem = "";
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            problem = "holds a formula; put the value itself there (copy, paste special, values)";
        } else if (cell.getType() == CellType.ERROR) {
            problem = "holds an error, " + cell.getRawValue();
        }
        if (!problem.isEmpty()) {
            problems.add(PolicyProblem.error(file, 0, problem).withCell(SheetRow.address(SHEET, row, column)));
            return "";
        }
        return cell.getType() == CellType.NUMBER
                ? SheetFigures.text(cell.asNumber())
                : cell.getText().strip();
    }

    /** Unpacks all parts once without keeping them, because what a zip file says of its sizes need not be so. */
    private static void checkParts(Path workbook) throws IOException {
        long unpacked = 0;
        int parts = 0;
        byte[] chunk = new byte[CHUNK_BYTES];
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                parts++;
                if (entry.getName().endsWith("vbaProject.bin")) {
                    throw new IOException("it holds macros");
                }
                try (InputStream part = zip.getInputStream(entry)) {
                    unpacked += unpacked(part, chunk, MOST_UNPACKED_BYTES - unpacked);
                }
                if (parts > MOST_PARTS || unpacked > MOST_UNPACKED_BYTES) {
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
