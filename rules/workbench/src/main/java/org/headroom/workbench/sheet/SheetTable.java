package org.headroom.workbench.sheet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.headroom.model.NearestName;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.spreadsheet.SheetCell;
import org.headroom.rules.spreadsheet.SheetRow;

/** The rows of a sheet by criterion, found by its header. */
final class SheetTable {
    private final String file;
    private final Problems problems;
    private final Map<CriteriaColumn, Integer> places = new EnumMap<>(CriteriaColumn.class);
    private final Map<String, SheetRow> rows = new LinkedHashMap<>();

    SheetTable(String file, List<SheetRow> all, Problems problems) {
        this.file = file;
        this.problems = problems;
        List<SheetRow> filled = all.stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            problems.add(file, 0, "the sheet is empty");
            return;
        }
        header(filled.get(0));
        if (!problems.isEmpty()) {
            return;
        }
        for (SheetRow row : filled.subList(1, filled.size())) {
            SheetCell criterion = cell(row, CriteriaColumn.CRITERION);
            SheetRow other = rows.putIfAbsent(cell(row, CriteriaColumn.MODULE).text() + "/" + criterion.text(), row);
            if (other != null) {
                problem(criterion, "the criterion " + criterion.text() + " has row " + other.number() + " already");
            }
        }
    }

    private void header(SheetRow header) {
        for (int i = 0; i < header.texts().size(); i++) {
            SheetCell cell = header.cell(i);
            for (CriteriaColumn column : CriteriaColumn.values()) {
                if (column.title().equals(cell.text()) && places.putIfAbsent(column, i) != null) {
                    problem(cell, "the column " + column.title() + " stands twice");
                }
            }
        }
        for (CriteriaColumn column : CriteriaColumn.values()) {
            if (!places.containsKey(column)) {
                problem(
                        header.cell(0),
                        "the header has no column \"" + column.title() + "\"; it needs "
                                + Arrays.stream(CriteriaColumn.values())
                                        .map(CriteriaColumn::title)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    /** The rows by module and criterion with a slash between. */
    Map<String, SheetRow> rows() {
        return rows;
    }

    SheetCell cell(SheetRow row, CriteriaColumn column) {
        return row.cell(places.getOrDefault(column, 0));
    }

    /** The cells of a column that hold criteria, as a range. */
    String range(CriteriaColumn column) {
        List<String> addresses =
                rows.values().stream().map(row -> cell(row, column).address()).toList();
        return addresses.isEmpty()
                ? ""
                : addresses.get(0) + ":" + addresses.get(addresses.size() - 1).replaceFirst(".*!", "");
    }

    /** Reports the rows of criteria that the policy does not have, and the criteria without a row. */
    void compare(List<String> known) {
        rows.forEach((id, row) -> {
            if (!known.contains(id)) {
                problem(
                        cell(row, CriteriaColumn.CRITERION),
                        "the policy has no criterion " + id + NearestName.hint(id, known)
                                + " A sheet changes criteria; they are added in the YAML files");
            }
        });
        for (String id : known) {
            if (!rows.containsKey(id)) {
                problems.add(file, 0, "there is no row of the criterion " + id + "; a sheet cannot take one away");
            }
        }
    }

    void problem(SheetCell cell, String message) {
        problems.add(PolicyProblem.error(file, 0, message).withCell(cell.address()));
    }
}
