package org.headroom.pack.facilities;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What was read of facilities by hand, beside the compiled table and in its place where it says otherwise, and facilities that the table has not. The
 * lists with their sources stand beside this class.
 */
final class FacilityReadings {
    private static final String LIST = "facility-readings.csv";
    private static final String FURTHER = "further-facilities.csv";

    private final Map<String, NamedCsvRecord> byName = new HashMap<>();

    FacilityReadings() throws IOException {
        read(LIST).forEach(record -> byName.put(record.getField("facility"), record));
    }

    /** Facilities that the compiled table has not, in its columns. */
    static List<NamedCsvRecord> further() throws IOException {
        return read(FURTHER);
    }

    private static List<NamedCsvRecord> read(String list) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(FacilityReadings.class.getResourceAsStream(list), list);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(bytes);
                Stream<NamedCsvRecord> all = records.stream()) {
            return all.toList();
        }
    }

    /** Whether the facility of a name is another row's, told twice. */
    boolean isDouble(String name) {
        return !of(name, "same_as", "").isEmpty();
    }

    /**
     * What was read of a facility.
     *
     * @param name its name in the compiled table
     * @param field column of the list
     * @param otherwise what holds where nothing was read
     */
    String of(String name, String field, String otherwise) {
        NamedCsvRecord record = byName.get(name);
        return record == null || record.getField(field).isEmpty() ? otherwise : record.getField(field);
    }
}
