package org.headroom.pack.moratoria;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inventory of 29 April 2026, with the county of each jurisdiction. */
final class Inventory {
    /** Day that the inventory describes. */
    static final LocalDate AS_OF = LocalDate.of(2026, 4, 29);

    private static final Map<String, Standing> STATUS = Map.of(
            "pending", Standing.PROPOSED,
            "active", Standing.ACTIVE,
            "extended", Standing.EXTENDED,
            "replaced", Standing.REPLACED,
            "expired", Standing.EXPIRED,
            "rescinded", Standing.RESCINDED);
    private static final Map<String, String> CERTAINTY =
            Map.of("exact", "EXACT", "month_only", "MONTH", "year_only", "YEAR", "unverified", "UNVERIFIED");
    private static final Map<String, String> TYPE = Map.of("Utility authority", "Utility");

    private Inventory() {}

    static List<Instrument> read(
            List<NamedCsvRecord> inventory, List<NamedCsvRecord> places, Map<String, Reading> readings) {
        Map<String, String> counties = new HashMap<>();
        places.forEach(row -> counties.put(row.getField("moratorium_id"), row.getField("county_fips")));
        List<Instrument> instruments = new ArrayList<>();
        for (NamedCsvRecord row : inventory) {
            String id = row.getField("moratorium_id");
            instruments.add(instrument(
                    row, counties.getOrDefault(id, ""), Objects.requireNonNullElse(readings.get(id), Reading.none())));
        }
        return instruments;
    }

    private static Instrument instrument(NamedCsvRecord row, String county, Reading read) {
        String type = read.get(
                "type", TYPE.getOrDefault(row.getField("jurisdiction_type"), row.getField("jurisdiction_type")));
        Standing status = STATUS.getOrDefault(row.getField("enacted_status"), Standing.UNCLEAR);
        String adopted = read.get("adopted", row.getField("date_enacted_iso"));
        return new Instrument(
                row.getField("moratorium_id"),
                read.standing(status),
                row.getField("state_abbrev"),
                read.get("jurisdiction", Names.plain(row.getField("jurisdiction"), type)),
                type,
                read.get("county_fips", county),
                read.get("sectors", sectors(row.getField("sectors"))),
                read.get("threshold_mw"),
                read.get("scope", Instrument.scopeOf(type)),
                Days.first(adopted),
                Days.first(read.get("effective")),
                term(row, read),
                Days.first(read.get("ended")),
                read.get("certainty", certainty(row, adopted)),
                Objects.requireNonNullElse(Days.first(read.get("known_on")), AS_OF),
                "");
    }

    private static String certainty(NamedCsvRecord row, String adopted) {
        String said = CERTAINTY.getOrDefault(row.getField("date_enacted_uncertainty"), "UNVERIFIED");
        // A month without a day cannot be more exact than that, whatever is said of it.
        return adopted.length() == 7 && !said.equals("UNVERIFIED") ? "MONTH" : said;
    }

    private static Term term(NamedCsvRecord row, Reading read) {
        String kind = read.get("kind", row.getField("duration_kind").toUpperCase(Locale.ROOT));
        boolean counted = kind.equals("FIXED_DAYS");
        return new Term(
                kind,
                read.get("expires"),
                counted ? read.get("days", row.getField("duration_days")) : "",
                read.get("months"));
    }

    private static String sectors(String json) {
        return Stream.of(json.replaceAll("[\\[\\]\" ]", "").split(","))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(";"));
    }
}
