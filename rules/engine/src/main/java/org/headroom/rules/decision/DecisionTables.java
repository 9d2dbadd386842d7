package org.headroom.rules.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.drl.RuleFile;
import org.headroom.rules.spreadsheet.Sheet;
import org.headroom.rules.spreadsheet.Spreadsheet;

/**
 * Reads decision tables, in CSV and in workbooks. Drools makes rules of the rows; they are then what a rule file is, text from outside that
 * is checked, and every problem is told by its cell.
 */
public final class DecisionTables {
    private DecisionTables() {}

    /** Whether a file of a policy is a decision table, by the endings that Drools has for them. */
    public static boolean isTable(String path) {
        return path.endsWith(".drl.csv") || path.endsWith(".drl.xlsx");
    }

    /** Whether a sheet has a decision table; one that has none is a note. */
    public static boolean hasTable(Sheet sheet) {
        return TableRows.hasTable(sheet.rows());
    }

    /**
     * The rules of a file, a text for each of its sheets that has a decision table.
     *
     * @param path within the policy folder
     * @param problems takes every problem found
     */
    public static List<RuleFile> read(String path, byte[] bytes, Problems problems) {
        int before = problems.count();
        List<RuleFile> files = new ArrayList<>();
        List<Sheet> sheets = Spreadsheet.read(path, bytes, problems);
        List<String> used = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (hasTable(sheet)) {
                used.add("\"" + sheet.name() + "\"");
                read(path, sheet, problems).ifPresent(files::add);
            }
        }
        if (!used.isEmpty() && (used.size() > 1 || !hasTable(sheets.get(0)))) {
            // Who opens the workbook sees the first sheet.
            problems.add(PolicyProblem.warning(
                            path,
                            0,
                            "its rules stand on the sheet" + (used.size() > 1 ? "s " : " ")
                                    + String.join(" and ", used))
                    .withAdvice("look at each of them: a workbook opens on its first sheet"));
        }
        if (files.isEmpty() && problems.count() == before) {
            problems.add(PolicyProblem.error(path, 0, "has no cell that begins with RuleTable, so no decision table")
                    .withAdvice("see \"Write rules as a table\" in the policy's README.md"));
        }
        return files;
    }

    private static Optional<RuleFile> read(String path, Sheet sheet, Problems problems) {
        int before = problems.count();
        sheet.problems().forEach(problems::add);
        TableRows rows = new TableRows(sheet);
        new TableCheck(path, rows, problems).check();
        return problems.count() > before ? Optional.empty() : TableRules.of(path, rows, problems);
    }
}
