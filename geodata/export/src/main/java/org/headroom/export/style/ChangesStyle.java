package org.headroom.export.style;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.style.MapRule.Symbol;

/** How the differences between two rankings look on a map (colours: Okabe and Ito, 2008). */
public final class ChangesStyle {
    /** Column with the difference of the ranks: below 0 for a site that rises. */
    public static final String RANKS = "ranks";

    private ChangesStyle() {}

    /** A colour for each {@link RankChange}, the weightiest on top. */
    public static MapStyle byChange(List<ExportColumn> columns) {
        List<MapRule> rules = new ArrayList<>();
        for (RankChange change : RankChange.values()) {
            rules.add(change.rule(ColumnNames.CHANGE));
        }
        Collections.reverse(rules);
        return new MapStyle(rules, columns, UnaryOperator.identity(), false, MapStyle.Labels.NONE, "");
    }

    /** Which way a site moved, by {@link #RANKS}. */
    public static MapStyle byRanks(List<ExportColumn> columns) {
        return new MapStyle(
                List.of(
                        new MapRule("same rank, or new", null, Symbol.round("120,120,120,200", "1.6")),
                        new MapRule(
                                "falls",
                                Condition.number(RANKS, Condition.Operator.ABOVE, 0),
                                Symbol.round("213,94,0,255", "2.4")),
                        new MapRule(
                                "rises",
                                Condition.number(RANKS, Condition.Operator.BELOW, 0),
                                Symbol.round("0,158,115,255", "2.4"))),
                columns,
                UnaryOperator.identity(),
                false,
                MapStyle.Labels.NONE,
                "");
    }
}
