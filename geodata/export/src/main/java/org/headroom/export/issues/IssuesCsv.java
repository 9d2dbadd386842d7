package org.headroom.export.issues;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.headroom.export.BaseName;
import org.headroom.export.Fsync;
import org.headroom.export.table.TableCsv;
import org.headroom.model.DataIssue;

/**
 * Writes data issues as CSV, as {@link TableCsv} does, sorted by layer, file, record and field. So {@code -9999} in the column
 * {@code value}, a text, reads {@code '-9999}; the GeoPackage has every text unchanged. Coordinates are empty where there is no place.
 */
public final class IssuesCsv {
    private IssuesCsv() {}

    /**
     * Writes and syncs the file; one of the same name is replaced.
     *
     * @throws org.headroom.model.HeadroomException EXTERNAL when it cannot be written
     */
    public static void write(List<DataIssue> issues, Path file) {
        try {
            TableCsv.write(IssuesTable.of(issues, "record_id"), file);
            Fsync.file(file);
        } catch (IOException | UncheckedIOException e) {
            throw BaseName.cannotWrite(file, e);
        }
    }

    /** Number of issues in a file that {@link #write} wrote. */
    public static long count(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().count() - 1;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
