package org.headroom.export.changes;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.export.ChangeNote;
import org.headroom.export.ExportColumn;

/** Reads {@code changes.csv} of a run: a row for each site that moved and each cause. */
public final class ChangesCsv {
    private ChangesCsv() {}

    /**
     * The first rows, without places on the earth.
     *
     * @param file may be missing: a first night has none
     * @param most how many rows at most
     * @throws IOException when it cannot be read, or is not what a run writes
     */
    public static List<ChangeNote> read(Path file, int most) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> rows = csv.stream()) {
            return rows.limit(most).map(ChangesCsv::note).toList();
        } catch (CsvParseException | UncheckedIOException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static ChangeNote note(NamedCsvRecord row) {
        return new ChangeNote(
                row.getField("site"),
                row.getField("name"),
                Double.NaN,
                Double.NaN,
                whole(row.getField("rankFrom")),
                whole(row.getField("rankTo")),
                number(row.getField("scoreFrom")),
                number(row.getField("scoreTo")),
                row.getField("cause"),
                row.getField("of"),
                number(row.getField("score")),
                row.getField("text"));
    }

    private static long whole(String text) {
        return text.isEmpty() ? ExportColumn.MISSING : Long.parseLong(text);
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
