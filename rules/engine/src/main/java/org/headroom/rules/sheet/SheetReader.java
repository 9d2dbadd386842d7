package org.headroom.rules.sheet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;

/** Reads a sheet by the ending of its name. */
final class SheetReader {
    static final int MOST_ROWS = 5_000;

    private SheetReader() {}

    /**
     * The rows of a file; none when there was a problem.
     *
     * @throws HeadroomException of family DATA when there is no such file; EXTERNAL when it cannot be read
     */
    static List<SheetRow> read(Path file, Problems problems) {
        if (!Files.isRegularFile(file)) {
            throw new HeadroomException(
                    FailureFamily.DATA, "there is no file " + file, "Give a sheet that rules export has written.");
        }
        String name = String.valueOf(file.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".xlsx") && !lower.endsWith(".csv")) {
            problems.add(name, 0, "is neither .xlsx nor .csv; save it as one of these, without macros");
            return List.of();
        }
        byte[] bytes = PolicyFolder.bytes(file, name, problems);
        if (!problems.isEmpty()) {
            return List.of();
        }
        return lower.endsWith(".csv")
                ? CsvCriteria.read(name, bytes, problems)
                : XlsxCriteria.read(file, name, problems);
    }
}
