package org.headroom.export.style;

import java.util.List;
import java.util.function.UnaryOperator;
import org.headroom.export.style.MapRule.Symbol;
import org.headroom.model.DataIssue.Effect;

/** How data issues look on a map: one colour for each effect on the record (Okabe and Ito, 2008). */
public final class IssuesStyle {
    private static final List<MapRule> RULES = List.of(
            rule(Effect.SKIPPED, "record skipped", "213,94,0,255"),
            rule(Effect.REPAIRED, "record mended", "0,158,115,255"),
            rule(Effect.FIELD_UNKNOWN, "field unknown", "230,159,0,255"),
            rule(Effect.NOT_LOCATED, "no place", "86,180,233,255"),
            rule(Effect.NOTED, "to be looked at", "204,121,167,255"));

    private IssuesStyle() {}

    public static MapStyle style() {
        return new MapStyle(RULES, List.of(), UnaryOperator.identity(), false, MapStyle.Labels.NONE, "");
    }

    private static MapRule rule(Effect effect, String label, String colour) {
        return new MapRule(label, Condition.text("effect", effect.name()), Symbol.round(colour, "1.8"));
    }
}
