package org.headroom.rules.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.check.Advice;

/** What to write in place of a name that no field has. */
public final class UnknownField {
    private static final Set<String> RESULTS =
            Set.of("score", "rank", "tier", "gate", "gates", "points", "weight", "bonus", "malus", "value");
    private static final int SHOWN = 3;

    private UnknownField() {}

    /** Advice for the author of a rule; empty when nothing is near. */
    public static String advice(String written, SiteFields fields) {
        String word = written.toLowerCase(Locale.ROOT);
        if (RESULTS.contains(word)) {
            return "a rule cannot read the " + word
                    + ", which comes of all rules and weights; name what it is made from";
        }
        List<String> meant = PlainWords.fields(word, fields);
        if (!meant.isEmpty()) {
            return "did you mean " + quoted(meant) + "?" + meaning(meant.get(0));
        }
        String nearest = Advice.nearest(written, fields.names());
        if (!nearest.isEmpty()) {
            return nearest;
        }
        List<String> parts = FieldSearch.likely(written, fields);
        return parts.isEmpty()
                ? "the command \"headroom rules names\" lists every name, \"headroom rules names WORD\" searches them"
                : "did you mean " + quoted(parts) + "?";
    }

    private static String meaning(String name) {
        return SiteAttributes.find(name)
                .map(attribute -> " It is the " + attribute.description())
                .orElse("");
    }

    private static String quoted(List<String> names) {
        return names.stream().limit(SHOWN).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
