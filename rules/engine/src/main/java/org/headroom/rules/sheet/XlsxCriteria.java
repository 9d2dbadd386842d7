package org.headroom.rules.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the sheet of criteria as a workbook. */
final class XlsxCriteria {
    static final String SHEET = "criteria";

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
}
