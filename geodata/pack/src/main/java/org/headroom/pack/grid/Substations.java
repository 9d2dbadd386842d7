package org.headroom.pack.grid;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.headroom.pack.file.Table;

/**
 * The substations of one source, of {@value #LEAST_KV} kV and more.
 *
 * @param wanted which rows of the joined table are of the source
 */
record Substations(Provenance provenance, Predicate<NamedCsvRecord> wanted) implements PackFile {
    static final String RAW = "a_grid/substations_joined_partial.csv.gz";
    static final double LEAST_KV = 60;

    private static final List<String> HEADER =
            List.of("id", "name", "state", "kind", "kv", "not_ac_kv", "latitude", "longitude");
    /** Places on a line at which nothing can be connected before a station is built. */
    private static final Set<String> NO_STATIONS = Set.of("tap", "riser", "dead end", "not available");

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        Stream<List<String>> rows = raw.csv(RAW).stream()
                .filter(wanted)
                .filter(row -> !NO_STATIONS.contains(row.getField("type")))
                .filter(row -> !row.getField("status").equals("INACTIVE"))
                .filter(row -> number(row, "max_kv") >= LEAST_KV)
                .map(Substations::kept);
        return Table.write(target, HEADER, rows);
    }

    private static List<String> kept(NamedCsvRecord row) {
        double highest = number(row, "max_kv");
        double lowest = number(row, "min_kv");
        boolean isNode = Voltages.isAlternating(highest);
        // A converter station has the voltage of its alternating side.
        double kv = isNode ? highest : Voltages.isAlternating(lowest) ? lowest : 0;
        return List.of(
                row.getField("id"),
                row.getField("name"),
                row.getField("state"),
                kind(row.getField("type")),
                kv >= LEAST_KV ? Voltages.text(kv) : "",
                isNode ? "" : Voltages.text(highest),
                degrees(row, "latitude"),
                degrees(row, "longitude"));
    }

    private static String kind(String type) {
        if (type.startsWith("line_terminal")) {
            return "line end";
        }
        return type.equals("plant_switchyard") ? "switchyard" : "substation";
    }

    private static double number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static String degrees(NamedCsvRecord row, String column) {
        return String.format(Locale.ROOT, "%.4f", number(row, column));
    }
}
