package org.headroom.pack.moratoria;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** State moratoria that a legislature has enacted. Bills, and acts that only speak of data centres, are not taken. */
final class Legislation {
    private Legislation() {}

    static List<Instrument> read(List<NamedCsvRecord> legislation) throws IOException {
        Map<String, Reading> readings = Reading.of("legislation-readings.csv");
        List<Instrument> instruments = new ArrayList<>();
        for (NamedCsvRecord row : legislation) {
            String state = row.getField("state_abbrev");
            String bill = row.getField("bill");
            Reading read = readings.get(state + " " + bill);
            if (read != null) {
                String number = bill.replaceAll(" .*", "").toLowerCase(Locale.ROOT);
                instruments.add(instrument(state, state.toLowerCase(Locale.ROOT) + "-" + number, read));
            }
        }
        return instruments;
    }

    private static Instrument instrument(String state, String id, Reading read) {
        return new Instrument(
                id,
                read.standing(Standing.UNCLEAR),
                state,
                read.get("jurisdiction"),
                read.get("type"),
                read.get("county_fips"),
                read.get("sectors"),
                read.get("threshold_mw"),
                read.get("scope"),
                Days.first(read.get("adopted")),
                Days.first(read.get("effective")),
                new Term(read.get("kind"), read.get("expires"), read.get("days"), read.get("months")),
                Days.first(read.get("ended")),
                read.get("certainty"),
                Inventory.AS_OF,
                "");
    }
}
