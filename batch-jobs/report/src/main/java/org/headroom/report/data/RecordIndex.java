package org.headroom.report.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.workbench.explanation.Explanation;

/** The records behind the figures of a page, numbered from 0 in the order in which they are first named. Not safe for several threads. */
public final class RecordIndex {
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Explanation.LayerLine> layers;

    private record Key(String layer, String record) {}

    /**
     * A record.
     *
     * @param layer id of its layer
     * @param record its id; empty where a whole layer decided
     * @param source who published the layer; empty when not known
     * @param asOf the day that the layer describes; empty when not known
     * @param fields what the run keeps of it, by field
     */
    public record Entry(String layer, String record, String source, String asOf, Map<String, String> fields) {}

    RecordIndex(List<Explanation.LayerLine> layers) {
        this.layers = new LinkedHashMap<>();
        layers.forEach(layer -> this.layers.put(layer.layer(), layer));
    }

    /** Numbers a record. */
    int number(String layer, String record) {
        return numbers.computeIfAbsent(new Key(layer, record), key -> {
            Explanation.LayerLine line = layers.get(layer);
            entries.add(new Entry(
                    layer,
                    record,
                    line == null ? "" : line.source(),
                    line == null ? "" : line.asOf(),
                    new LinkedHashMap<>()));
            return entries.size() - 1;
        });
    }

    /** Notes what a record says. */
    void tell(String layer, String record, Map<String, String> fields) {
        entries.get(number(layer, record)).fields().putAll(fields);
    }

    /** The number of a record that was named; -1 for none. */
    public int find(String layer, String record) {
        return Objects.requireNonNullElse(numbers.get(new Key(layer, record)), -1);
    }

    /** All of them, by number. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
