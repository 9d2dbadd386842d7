package org.headroom.export;

import java.util.Arrays;
import java.util.List;
import org.headroom.export.RuleStyle.Rule;
import org.headroom.model.DataIssue.Effect;

/** How data issues look in QGIS: one colour for each effect on the record (Okabe and Ito, 2008). */
final class IssuesStyle {
    private IssuesStyle() {}

    static String forGeoPackage() {
        List<Rule> rules = Arrays.stream(Effect.values())
                .map(effect -> new Rule(label(effect), "\"effect\" = '" + effect.name() + "'", colour(effect), "1.8"))
                .toList();
        return new RuleStyle(rules, List.of()).toQml();
    }

    private static String label(Effect effect) {
        return switch (effect) {
            case SKIPPED -> "record skipped";
            case REPAIRED -> "record mended";
            case FIELD_UNKNOWN -> "field unknown";
            case NOT_LOCATED -> "no place";
        };
    }

    private static String colour(Effect effect) {
        return switch (effect) {
            case SKIPPED -> "213,94,0,255";
            case REPAIRED -> "0,158,115,255";
            case FIELD_UNKNOWN -> "230,159,0,255";
            case NOT_LOCATED -> "86,180,233,255";
        };
    }
}
