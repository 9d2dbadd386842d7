package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.layers.column.RepeatKey;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;

/** Finds records of a layer that tell the same thing twice at the same place. Not safe for several threads. */
final class RepeatedRecords {
    private final List<FieldColumn> identity = new ArrayList<>();
    private final boolean isComparable;
    private final RepeatKey key = new RepeatKey("");
    private final Map<String, Long> seen = new HashMap<>();

    /** @param fields all fields of the layer that are filled */
    RepeatedRecords(LayerKind kind, List<FieldColumn> fields) {
        List<String> names = kind.identity();
        for (String name : names) {
            fields.stream()
                    .filter(field -> field.mapping().field().name().equals(name))
                    .forEach(identity::add);
        }
        // Without the id itself nothing tells two things apart.
        this.isComparable = !identity.isEmpty()
                && identity.get(0).mapping().field().name().equals(names.get(0))
                && identity.get(0).mapping().constant() == null;
    }

    /** Number of the earlier record that the one just read by the fields repeats; null when it repeats none. */
    @Nullable
    Long earlier(Place place, long record) {
        if (!isComparable || identity.get(0).isMissing()) {
            return null;
        }
        for (FieldColumn field : identity) {
            field.addTo(key);
        }
        return seen.putIfAbsent(key.at(place.longitude(), place.latitude()), record);
    }
}
