package org.headroom.pack.facilities;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was read of facilities by hand, beside the compiled table: the MW that tenants have taken, and the market on whose grid a facility stands where
 * borders do not tell. The list with its sources stands beside this class.
 */
final class FacilityReadings {
    private static final String LIST = "facility-readings.csv";

    private final Map<String, NamedCsvRecord> byName = new HashMap<>();

    FacilityReadings() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(FacilityReadings.class.getResourceAsStream(LIST), LIST);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(bytes)) {
            records.forEach(record -> byName.put(record.getField("facility"), record));
        }
    }

    /** MW of the connection that are let, of the facility of a name; empty where nothing is told. */
    String letMw(String name) {
        return field(name, "let_mw");
    }

    String market(String name) {
        return field(name, "market");
    }

    private String field(String name, String field) {
        NamedCsvRecord record = byName.get(name);
        return record == null ? "" : record.getField(field);
    }
}
