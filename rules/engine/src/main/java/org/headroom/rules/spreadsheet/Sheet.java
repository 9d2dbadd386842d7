package org.headroom.rules.spreadsheet;

import java.util.List;
import org.headroom.rules.check.PolicyProblem;

/**
 * A sheet as it was read.
 *
 * @param name empty for CSV
 * @param rows in their order; rows without a cell may be missing
 * @param problems cells that cannot be read, such as formulas; for those who use the sheet
 */
public record Sheet(String name, List<SheetRow> rows, List<PolicyProblem> problems) {
    public Sheet {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }
}
