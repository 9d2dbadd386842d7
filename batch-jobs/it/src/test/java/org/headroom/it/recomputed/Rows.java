package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A CSV file of the pack, as its rows. */
final class Rows {
    private Rows() {}

    static List<NamedCsvRecord> of(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** NaN where a cell holds no number. */
    static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column).strip();
        return cell.isEmpty() || cell.equals(".") ? Double.NaN : Double.parseDouble(cell);
    }

    /** A FIPS code of a county with all its five digits. */
    static String fips(String code) {
        return "0".repeat(5 - code.strip().length()) + code.strip();
    }
}
