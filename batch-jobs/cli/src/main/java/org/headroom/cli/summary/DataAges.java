package org.headroom.cli.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.headroom.runs.Manifest;

/**
 * How old the data of a run are on its evaluation date.
 *
 * @param oldest the layer that describes the earliest day, among those that are used and whose age matters; empty where none names a day
 * @param pastTheirAge layers that are older than they may be, the oldest first
 * @param withoutDay layers that ought to name the day that they describe, and do not
 * @param layers number of all
 */
public record DataAges(
        Optional<Manifest.LayerEntry> oldest,
        List<Manifest.LayerEntry> pastTheirAge,
        List<Manifest.LayerEntry> withoutDay,
        int layers) {
    private static final int NAMED = 3;
    private static final String USED = "USED";

    public DataAges {
        pastTheirAge = List.copyOf(pastTheirAge);
        withoutDay = List.copyOf(withoutDay);
    }

    static DataAges of(Manifest manifest) {
        List<Manifest.LayerEntry> dated = manifest.layers().stream()
                .filter(layer -> layer.ageDays() != null)
                .sorted(Comparator.comparing(Manifest.LayerEntry::asOf).thenComparing(Manifest.LayerEntry::layer))
                .toList();
        List<Manifest.LayerEntry> marked = manifest.layers().stream()
                .filter(layer -> !layer.use().isEmpty() && !layer.use().equals(USED))
                .toList();
        return new DataAges(
                dated.stream().findFirst(),
                dated.stream().filter(marked::contains).toList(),
                marked.stream().filter(layer -> layer.ageDays() == null).toList(),
                manifest.layers().size());
    }

    /** In one line; empty where no layer names a day. */
    public Optional<String> line() {
        return oldest.map(layer -> layer.layer() + " of " + layer.asOf()
                + (pastTheirAge.isEmpty()
                        ? ""
                        : "; past their age: " + pastTheirAge.size() + " of " + layers + " layers (" + names() + ")")
                + (withoutDay.isEmpty() ? "" : "; " + withoutDay.size() + " name no day"));
    }

    private String names() {
        List<String> names = pastTheirAge.stream()
                .limit(NAMED)
                .map(Manifest.LayerEntry::layer)
                .toList();
        return String.join(", ", names) + (pastTheirAge.size() > NAMED ? ", ..." : "");
    }
}
