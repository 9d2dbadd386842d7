package org.headroom.rules.spreadsheet;

import java.util.List;
import java.util.Locale;
import org.headroom.rules.check.Problems;

/** Reads the sheets of a file by the ending of its name. */
public final class Spreadsheet {
    static final int MAX_ROWS = 5_000;
    static final int MAX_COLUMNS = 256;

    private Spreadsheet() {}

    /** Whether a file of this name is CSV. */
    public static boolean isCsv(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /**
     * The sheets of a file, in their order; one for CSV; none when there was a problem.
     *
     * @param file its name, for the problems
     */
    public static List<Sheet> read(String file, byte[] bytes, Problems problems) {
        if (isCsv(file)) {
            return CsvSheet.read(file, bytes, problems).map(List::of).orElse(List.of());
        }
        if (!file.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            problems.add(file, 0, "is neither .xlsx nor .csv; save it as one of these, without macros");
            return List.of();
        }
        return XlsxSheets.read(file, bytes, problems);
    }
}
