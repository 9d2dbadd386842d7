package org.headroom.workbench.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.headroom.rules.spreadsheet.SheetFigures;
import org.headroom.rules.spreadsheet.SheetRow;

/** Writes the criteria and the decision tables of a policy as the sheets of a workbook. */
final class PolicyWorkbook {
    static final String SHEET = "criteria";

    private PolicyWorkbook() {}

    /**
     * The bytes of a workbook.
     *
     * @param criteria rows of the sheet of criteria, with its header
     * @param tables rows of the decision tables, by the name of their sheet
     */
    static byte[] write(List<List<String>> criteria, Map<String, List<SheetRow>> tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Headroom", "1.0")) {
            criteria(book.newWorksheet(SHEET), criteria);
            tables.forEach((name, rows) -> table(book.newWorksheet(name), rows));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    /** The column with figures has figures where it is not empty. */
    private static void criteria(Worksheet sheet, List<List<String>> rows) {
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
    }

    private static void table(Worksheet sheet, List<SheetRow> rows) {
        for (SheetRow row : rows) {
            for (int column = 0; column < row.texts().size(); column++) {
                String text = row.texts().get(column);
                if (SheetFigures.isPlain(text)) {
                    sheet.value(row.number() - 1, column, new BigDecimal(text));
                } else if (!text.isEmpty()) {
                    sheet.value(row.number() - 1, column, text);
                }
            }
        }
    }
}
