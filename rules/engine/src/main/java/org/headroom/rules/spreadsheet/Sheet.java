package org.headroom.rules.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.rules.check.PolicyProblem;

/**
 * A sheet as it was read.
 *
 * @param name empty for CSV
 * @param rows in their order; rows without a cell may be missing
 * @param problems cells that cannot be read, such as formulas; for those who use the sheet
 * @param merged cells that are shown as one. Of those in one column each has the text
 */
public record Sheet(String name, List<SheetRow> rows, List<PolicyProblem> problems, List<MergedRange> merged) {
    public Sheet {
        List<MergedRange> upright =
                merged.stream().filter(MergedRange::isUpright).toList();
        rows = upright.isEmpty() ? List.copyOf(rows) : filled(rows, upright);
        problems = List.copyOf(problems);
        merged = List.copyOf(merged);
    }

    private static List<SheetRow> filled(List<SheetRow> rows, List<MergedRange> upright) {
        List<SheetRow> filled = new ArrayList<>();
        Map<MergedRange, String> texts = new HashMap<>();
        for (SheetRow row : rows) {
            SheetRow full = row;
            for (MergedRange range : upright) {
                int column = range.firstColumn();
                if (row.number() == range.firstRow()) {
                    texts.put(range, row.cell(column).text());
                } else if (range.has(row.number(), column)
                        && row.cell(column).text().isEmpty()) {
                    full = full.with(column, texts.getOrDefault(range, ""));
                }
            }
            filled.add(full);
        }
        return List.copyOf(filled);
    }
}
