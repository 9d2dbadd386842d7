package org.headroom.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.headroom.export.RuleStyle.Alias;
import org.headroom.export.RuleStyle.Rule;

/** How the differences between two rankings look in QGIS: a colour for each {@link RankChange} (Okabe and Ito, 2008), the weightiest on top. */
final class ChangesStyle {
    private ChangesStyle() {}

    static String forGeoPackage(RankedTable table) {
        List<Rule> rules = new ArrayList<>();
        for (RankChange change : RankChange.values()) {
            rules.add(change.rule(ColumnNames.CHANGE));
        }
        Collections.reverse(rules);
        return new RuleStyle(
                        rules,
                        table.columns().stream()
                                .map(c -> Alias.of(c.name(), c.name(), c.unit()))
                                .toList())
                .toQml();
    }
}
