package org.headroom.pack.moratoria;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a person read in a record's own words, where its columns do not say it: facts only. An empty cell leaves what the columns say. */
final class Reading {
    private final Map<String, String> cells;

    private Reading(Map<String, String> cells) {
        this.cells = cells;
    }

    /** The readings of a source by record; the file stands beside this class. */
    static Map<String, Reading> of(String file) throws IOException {
        Map<String, Reading> readings = new LinkedHashMap<>();
        try (InputStream bytes = Objects.requireNonNull(Reading.class.getResourceAsStream(file), file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(bytes)) {
            for (NamedCsvRecord row : rows) {
                readings.put(row.getField("record"), new Reading(row.getFieldsAsMap()));
            }
        }
        return readings;
    }

    /** A reading that says nothing. */
    static Reading none() {
        return new Reading(Map.of());
    }

    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What was read, else what the columns say. */
    String get(String column, String otherwise) {
        String read = get(column);
        return read.isEmpty() ? otherwise : read;
    }

    Standing standing(Standing otherwise) {
        String read = get("reading");
        return read.isEmpty() ? otherwise : Standing.valueOf(read);
    }
}
