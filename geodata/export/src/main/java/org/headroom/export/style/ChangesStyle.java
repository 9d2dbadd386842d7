package org.headroom.export.style;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;

/** How the differences between two rankings look in QGIS: a colour for each {@link RankChange} (Okabe and Ito, 2008), the weightiest on top. */
public final class ChangesStyle {
    private ChangesStyle() {}

    public static String toQml(List<ExportColumn> columns) {
        List<RuleStyle.Rule> rules = new ArrayList<>();
        for (RankChange change : RankChange.values()) {
            rules.add(change.rule(ColumnNames.CHANGE));
        }
        Collections.reverse(rules);
        return RuleStyle.toQml(rules, columns, UnaryOperator.identity());
    }
}
