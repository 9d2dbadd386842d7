package org.headroom.workbench.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.NearestName;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.decision.DecisionTables;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.spreadsheet.CsvEditor;
import org.headroom.rules.spreadsheet.Sheet;
import org.headroom.rules.spreadsheet.SheetRow;

/** Holds the sheets of decision tables in a workbook against those of a policy. */
final class TableImport {
    private final String file;
    private final PolicyFolder folder;
    private final Problems problems;
    private final Map<String, String> paths;
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * @param file name of the workbook
     * @param folder the policy
     */
    TableImport(String file, PolicyFolder folder, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.problems = problems;
        this.paths = TableSheets.paths(folder);
        paths.forEach((name, path) -> names.put(path, name));
    }

    /** Adds what the sheets change; one that the policy does not have is a problem. */
    void read(List<Sheet> sheets, List<SheetChange> changes, Map<String, String> texts) {
        for (Sheet sheet : sheets) {
            String path = paths.get(sheet.name());
            if (path != null) {
                sheet.problems().forEach(problems::add);
                edit(path, sheet.rows(), changes, texts);
            } else if (DecisionTables.hasTable(sheet)) {
                problems.add(
                        file,
                        0,
                        "the policy has no decision table for the sheet \"" + sheet.name() + "\""
                                + NearestName.hint(sheet.name(), paths.keySet())
                                + " A new table is a new file in drl");
            }
        }
    }

    private void edit(String path, List<SheetRow> rows, List<SheetChange> changes, Map<String, String> texts) {
        List<List<String>> before = texts(TableSheets.rows(folder, path, problems));
        List<List<String>> after = texts(rows);
        if (before.equals(after)) {
            return;
        }
        if (before.size() == after.size()) {
            cells(path, before, after, changes);
        } else {
            rows(path, before, after, changes);
        }
        texts.put(path, CsvEditor.edited(folder.text(path, problems), after));
    }

    /** By row from the first, without blank cells and rows at the end. */
    private static List<List<String>> texts(List<SheetRow> rows) {
        List<List<String>> texts = new ArrayList<>();
        for (SheetRow row : rows) {
            if (!row.isBlank()) {
                while (texts.size() < row.number() - 1) {
                    texts.add(List.of());
                }
                texts.add(CsvEditor.withoutBlankEnd(row.texts()));
            }
        }
        return texts;
    }

    private static void cells(
            String path, List<List<String>> before, List<List<String>> after, List<SheetChange> changes) {
        for (int i = 0; i < before.size(); i++) {
            SheetRow old = new SheetRow("", i + 1, before.get(i));
            SheetRow changed = new SheetRow("", i + 1, after.get(i));
            for (int column = 0;
                    column < Math.max(before.get(i).size(), after.get(i).size());
                    column++) {
                String was = old.cell(column).text();
                String is = changed.cell(column).text();
                if (!was.equals(is)) {
                    changes.add(new SheetChange(path, "", changed.cell(column).address(), was, is));
                }
            }
        }
    }

    /** Rows that have come or gone; cells cannot be held against one another then. */
    private static void rows(
            String path, List<List<String>> before, List<List<String>> after, List<SheetChange> changes) {
        List<List<String>> gone = new ArrayList<>(before);
        after.forEach(gone::remove);
        gone.forEach(row -> changes.add(new SheetChange(path, "", "row", String.join(" | ", row), "")));
        List<List<String>> come = new ArrayList<>(after);
        before.forEach(come::remove);
        come.forEach(row -> changes.add(new SheetChange(path, "", "row", "", String.join(" | ", row))));
    }

    /** A problem of a decision table at its cell in the workbook; others as they are. */
    PolicyProblem placed(PolicyProblem problem) {
        String name = names.get(problem.file());
        return name == null || problem.cell().isEmpty()
                ? problem
                : problem.inFile(file).withCell(name + "!" + problem.cell());
    }
}
