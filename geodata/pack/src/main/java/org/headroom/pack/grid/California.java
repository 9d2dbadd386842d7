package org.headroom.pack.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/** Substations of California that operate. Their voltage is a class, and counts as its lowest: no substation is taken for more than it may be. */
final class California implements PackFile {
    private static final String RAW = "a_grid/cats/substations.geojson";
    private static final Map<String, String> LOWEST_KV =
            Map.of("110kV to 161kV", "110", "220kV to 287kV", "220", "345kV to 500kV", "345");
    private static final String DIRECT_CURRENT = "500 kV DC";

    @Override
    public Provenance provenance() {
        return new Provenance(
                "substations-california.csv",
                "California Test System (CATS), University of Wisconsin-Madison",
                "Archive/substations.geojson, after the California Energy Commission",
                "BSD-3-Clause",
                "not stated",
                List.of(RAW),
                "substations in operation of the classes from 110 kV on, with the lowest voltage of the class");
    }

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode feature : raw.json(RAW).path("features")) {
            JsonNode station = feature.path("properties");
            String voltage = station.path("Highest_kV").asText();
            boolean isDirect = voltage.equals(DIRECT_CURRENT);
            if (station.path("Status").asText().equals("Operational") && (isDirect || LOWEST_KV.containsKey(voltage))) {
                rows.add(List.of(
                        "cats-" + station.path("OBJECTID").asText(),
                        station.path("Substati_1").asText().strip(),
                        station.path("Owner").asText().strip(),
                        isDirect ? "" : LOWEST_KV.getOrDefault(voltage, ""),
                        isDirect ? "500" : "",
                        degrees(station.path("Lat")),
                        degrees(station.path("Lon"))));
            }
        }
        return Table.write(
                target, List.of("id", "name", "owner", "kv", "not_ac_kv", "latitude", "longitude"), rows.stream());
    }

    private static String degrees(JsonNode value) {
        return String.format(Locale.ROOT, "%.4f", value.asDouble());
    }
}
