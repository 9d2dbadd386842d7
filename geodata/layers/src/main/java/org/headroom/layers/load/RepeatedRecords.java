package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.LayerKind;
import org.jspecify.annotations.Nullable;

/** Finds records of a layer that tell the same thing twice at the same place. Not safe for several threads. */
final class RepeatedRecords {
    private static final char BETWEEN = '\u001F';

    private final List<FieldColumn> identity = new ArrayList<>();
    private final boolean isComparable;
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
        StringBuilder key = new StringBuilder();
        for (FieldColumn field : identity) {
            field.appendTo(key);
            key.append(BETWEEN);
        }
        key.append(place.longitude()).append(BETWEEN).append(place.latitude());
        return seen.putIfAbsent(key.toString(), record);
    }
}
