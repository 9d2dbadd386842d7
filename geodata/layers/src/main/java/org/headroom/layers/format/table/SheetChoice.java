package org.headroom.layers.format.table;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.headroom.layers.format.SourceException;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a workbook that is read.
 *
 * @param notes what somebody should know of the choice, each without a full stop
 */
record SheetChoice(Sheet sheet, List<String> notes) {
    /**
     * The sheet of a name; without one the first that can be seen and has cells.
     *
     * @param name null for none
     */
    static SheetChoice of(ReadableWorkbook workbook, WorkbookParts parts, @Nullable String name)
            throws SourceException {
        List<Sheet> withCells = workbook.getSheets()
                .filter(sheet -> !parts.isOther(sheet.getId()))
                .toList();
        String names = String.join(", ", withCells.stream().map(Sheet::getName).toList());
        if (name != null) {
            return named(workbook, parts, name, names);
        }
        List<String> hidden = new ArrayList<>();
        for (Sheet sheet : withCells) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                return new SheetChoice(
                        sheet,
                        hidden.isEmpty()
                                ? List.of()
                                : List.of("the first sheet, \"" + hidden.get(0) + "\", is hidden, so \""
                                        + sheet.getName() + "\" was read; source.sheet names another"));
            }
            hidden.add(sheet.getName());
        }
        throw new SourceException(
                withCells.isEmpty() ? "has no sheet with cells" : "has no sheet that is not hidden",
                withCells.isEmpty() ? "Check source.file." : "Name one of its hidden sheets as source.sheet: " + names);
    }

    private static SheetChoice named(ReadableWorkbook workbook, WorkbookParts parts, String name, String names)
            throws SourceException {
        List<String> all = workbook.getSheets().map(Sheet::getName).toList();
        Sheet sheet = workbook.findSheet(name)
                .orElseThrow(() -> new SourceException(
                        "has no sheet \"" + name + "\"" + NearestName.hint(name, all) + " It has: "
                                + String.join(", ", all),
                        "Correct source.sheet."));
        if (parts.isOther(sheet.getId())) {
            throw new SourceException(
                    "has a chart and no cells on its sheet \"" + name + "\"",
                    "Correct source.sheet; sheets with cells are: " + names);
        }
        return new SheetChoice(
                sheet,
                sheet.getVisibility() == SheetVisibility.VISIBLE
                        ? List.of()
                        : List.of("the sheet \"" + name + "\" is hidden in the workbook"));
    }
}
