package org.headroom.pack.queues;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/**
 * How long utilities say that a new large load waits, by county that they serve. The list with its sources stands beside this class; it names the others
 * that connect large loads in the same counties and tell nothing, and the counties that are meant where it is not all of them.
 */
final class LargeLoadWaits implements PackFile {
    private static final String LIST = "large-load-waits.csv";
    private static final String TERRITORIES = "f_price/service_territory_2018.csv";
    private static final List<String> HEADER =
            List.of("id", "county_fips", "utility", "scope", "low_months", "high_months", "from_mw", "as_of");

    @Override
    public Provenance provenance() {
        return new Provenance(
                LIST,
                "utilities by row, compiled by Headroom; US Energy Information Administration, FIPS codes by Pacific Northwest National Laboratory",
                "Dominion, letter on loads of more than 100 MW, through Bloomberg, 2024-08-29; Grant County PUD, commission recap of"
                        + " 2025-08-26; Form EIA-861, Service Territory, 2018",
                "facts; US government work; BSD-2-Clause (compilation)",
                "2024-08-29",
                List.of(TERRITORIES),
                "read by hand; a county that another utility of its own transmission serves too is PART");
    }

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        Map<String, Set<String>> serving = new TreeMap<>();
        for (NamedCsvRecord row : raw.csv(TERRITORIES)) {
            serving.computeIfAbsent(row.getField("County_FIPS"), county -> new TreeSet<>())
                    .add(row.getField("Utility_Number"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (NamedCsvRecord wait : list()) {
            List<String> others = List.of(wait.getField("others").split(";"));
            String counties = wait.getField("counties");
            serving.forEach((county, utilities) -> {
                if (utilities.contains(wait.getField("utility_number"))
                        && (counties.isEmpty() || List.of(counties.split(";")).contains(county))) {
                    rows.add(List.of(
                            wait.getField("utility_number") + "-" + county,
                            county,
                            wait.getField("utility"),
                            others.stream().anyMatch(utilities::contains) ? "PART" : "AREA",
                            wait.getField("low_months"),
                            wait.getField("high_months"),
                            wait.getField("from_mw"),
                            wait.getField("as_of")));
                }
            });
        }
        return Table.write(target, HEADER, rows.stream());
    }

    private static List<NamedCsvRecord> list() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(LargeLoadWaits.class.getResourceAsStream(LIST), LIST);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(bytes);
                Stream<NamedCsvRecord> all = records.stream()) {
            return all.toList();
        }
    }
}
