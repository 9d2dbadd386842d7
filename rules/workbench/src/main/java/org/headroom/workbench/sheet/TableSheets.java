package org.headroom.workbench.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.spreadsheet.Sheet;
import org.headroom.rules.spreadsheet.SheetRow;
import org.headroom.rules.spreadsheet.Spreadsheet;

/** The decision tables of a policy that are CSV files, as sheets of a workbook. Those that are workbooks are edited where they are. */
final class TableSheets {
    private static final String ENDING = ".drl.csv";

    /** What spreadsheet programs allow. */
    private static final int LONGEST_NAME = 31;

    private TableSheets() {}

    /** Paths within the policy folder by the names of their sheets. */
    static Map<String, String> paths(PolicyFolder folder) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String path : folder.paths("drl/")) {
            if (path.endsWith(ENDING)) {
                String file = path.substring(path.indexOf('/') + 1, path.length() - ENDING.length());
                String name = cut(file.replaceAll("[\\[\\]:*?/\\\\']", "_"), LONGEST_NAME);
                for (int i = 2; isTaken(name, paths); i++) {
                    name = cut(name, LONGEST_NAME - 4) + "_" + i;
                }
                paths.put(name, path);
            }
        }
        return paths;
    }

    private static String cut(String name, int longest) {
        return name.substring(0, Math.min(longest, name.length()));
    }

    private static boolean isTaken(String name, Map<String, String> paths) {
        return name.isEmpty()
                || name.equalsIgnoreCase(PolicyWorkbook.SHEET)
                || paths.keySet().stream()
                        .anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }

    /** The rows of all of them, by the names of their sheets. */
    static Map<String, List<SheetRow>> rows(PolicyFolder folder, Problems problems) {
        Map<String, List<SheetRow>> rows = new LinkedHashMap<>();
        paths(folder).forEach((name, path) -> rows.put(name, rows(folder, path, problems)));
        return rows;
    }

    static List<SheetRow> rows(PolicyFolder folder, String path, Problems problems) {
        return Spreadsheet.read(path, folder.bytes(path), problems).stream()
                .findFirst()
                .map(Sheet::rows)
                .orElse(List.of());
    }
}
