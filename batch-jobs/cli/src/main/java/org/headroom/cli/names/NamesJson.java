package org.headroom.cli.names;

import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.rules.vocabulary.FieldMeaning;
import org.headroom.runs.values.SeenField;
import org.jspecify.annotations.Nullable;

/** What rules can read, for editors and scripts. */
public final class NamesJson {
    private NamesJson() {}

    /**
     * A field as an object.
     *
     * @param seen what was seen in a run; null for no run, or when it has not measured the field
     */
    public static Map<String, Object> values(FieldMeaning field, @Nullable SeenField seen, String run) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", field.name());
        values.put("kind", field.kind().name());
        values.put("unit", field.unit());
        values.put("least", orNull(field.least()));
        values.put("greatest", orNull(field.greatest()));
        values.put("words", field.words());
        values.put("label", field.label());
        values.put("meaning", field.meaning());
        values.put("module", field.module());
        values.put("seen", seen == null ? null : values(seen, run));
        return values;
    }

    private static Map<String, Object> values(SeenField seen, String run) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run);
        values.put("sites", seen.sites());
        values.put("known", seen.known());
        values.put("least", orNull(seen.least()));
        values.put("greatest", orNull(seen.greatest()));
        values.put("words", seen.words());
        values.put("differentWords", seen.differentWords());
        return values;
    }

    private static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
