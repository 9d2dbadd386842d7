package org.headroom.rules.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;

/** Reads workbooks. Formulas are refused: what a program once computed from them may not be what stands there today. */
final class XlsxSheets {
    /** Only the format of a number says that it is a day. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private XlsxSheets() {}

    /** The sheets; none when there was a problem. */
    static List<Sheet> read(String file, byte[] bytes, Problems problems) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            problems.add(
                    PolicyProblem.error(file, 0, "cannot be read as a workbook: it is none, whatever its name says")
                            .withAdvice(
                                    "open it in a spreadsheet program and save it as .xlsx, or name it .csv if it is that"));
            return List.of();
        }
        try {
            XlsxParts parts = XlsxParts.read(bytes);
            for (String hidden : parts.hidden()) {
                problems.add(PolicyProblem.error(file, 0, hidden + " cannot be seen, as hidden")
                        .withAdvice("show it, or delete it: who reads the workbook must see all that counts"));
            }
            if (!parts.unread().isEmpty()) {
                problems.add(PolicyProblem.warning(
                                file, 0, "has " + String.join(" and ", parts.unread()) + ", which are not read")
                        .withAdvice("write what is to count into a cell"));
            }
            List<Sheet> sheets = new ArrayList<>();
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS);
                    Stream<org.dhatim.fastexcel.reader.Sheet> all = book.getSheets()) {
                for (org.dhatim.fastexcel.reader.Sheet sheet : all.toList()) {
                    sheets.add(sheet(file, sheet, parts));
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

    private static Sheet sheet(String file, org.dhatim.fastexcel.reader.Sheet sheet, XlsxParts parts)
            throws IOException {
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
        Optional<SheetView> view = parts.view(sheet.getName());
        view.ifPresent(
                seen -> seen.flaws().forEach((row, cells) -> problems.add(looks(file, sheet.getName(), row, cells))));
        return new Sheet(
                sheet.getName(), rows, problems, view.map(SheetView::merged).orElse(List.of()));
    }

    /** One problem for all cells of a row, as whole rows are struck through. */
    private static PolicyProblem looks(String file, String sheet, int row, SortedMap<Integer, String> cells) {
        int first = cells.firstKey();
        String flaw = cells.values().iterator().next();
        int more = cells.size() - 1;
        return PolicyProblem.error(
                        file,
                        0,
                        more == 0
                                ? flaw
                                : flaw + ", and so " + (more == 1 ? "is 1 more cell" : "are " + more + " more cells")
                                        + " of row " + row)
                .withCell(SheetRow.address(sheet, row, first))
                .withAdvice(
                        flaw.equals(CellStyles.UNSEEN)
                                ? "give it another colour, or delete it"
                                : "delete the row if it is to hold no longer, or else remove the strike-through");
    }

    private static String flaw(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return "holds a formula; put the value itself there (copy, paste special, values)";
        }
        if (cell.getType() == CellType.NUMBER) {
            return format(cell).flaw().orElse("");
        }
        return cell.getType() == CellType.ERROR ? "holds an error, " + cell.getRawValue() : "";
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return SheetRow.stripped(cell.getText());
        }
        BigDecimal number = cell.asNumber();
        NumberFormat format = format(cell);
        if (format.isDay()) {
            return cell.asDate().toLocalDate().toString();
        }
        return format.isPercentage() ? SheetFigures.text(number.movePointRight(2)) + "%" : SheetFigures.text(number);
    }

    private static NumberFormat format(Cell cell) {
        String format = cell.getDataFormatString();
        return NumberFormat.of(cell.asNumber(), format == null ? "" : format);
    }
}
