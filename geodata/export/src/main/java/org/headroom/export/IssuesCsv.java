package org.headroom.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.model.DataIssue;

/**
 * Writes data issues as CSV (RFC 4180, UTF-8 without a byte order mark), sorted by layer, file, record and field.
 *
 * <p>Texts come from strangers' files and spreadsheets run what looks like a formula, so a text that begins with
 * {@code = + - @}, a tab or a line break gets an apostrophe in front (OWASP, "CSV Injection"). So {@code -9999} in the column
 * {@code value} reads {@code '-9999}; the GeoPackage has every text unchanged. Coordinates have 7 decimals (about 1 cm) and are
 * empty where there is no place.
 */
public final class IssuesCsv {
    private static final int COORDINATE_DECIMALS = 7;
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private IssuesCsv() {}

    /**
     * Writes and syncs the file; one of the same name is replaced.
     *
     * @throws org.headroom.model.HeadroomException EXTERNAL when it cannot be written
     */
    public static void write(List<DataIssue> issues, Path file) {
        try {
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(new OutputStreamWriter(
                            new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
                csv.writeRecord(
                        "effect",
                        "layer",
                        "file",
                        "record",
                        "record_id",
                        "field",
                        "value",
                        "reason",
                        "longitude",
                        "latitude");
                for (DataIssue issue : IssueOrder.sorted(issues)) {
                    boolean located = Extent.isPlace(issue.longitude(), issue.latitude());
                    csv.writeRecord(
                            issue.effect().name(),
                            harmless(issue.layer()),
                            harmless(issue.file()),
                            Long.toString(issue.record()),
                            harmless(issue.recordId()),
                            harmless(issue.field()),
                            harmless(issue.value()),
                            harmless(issue.reason()),
                            located ? FixedDecimal.toString(issue.longitude(), COORDINATE_DECIMALS) : "",
                            located ? FixedDecimal.toString(issue.latitude(), COORDINATE_DECIMALS) : "");
                }
            }
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

    /** The text with an apostrophe in front when a spreadsheet would run it. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
