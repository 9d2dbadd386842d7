package org.headroom.export.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.style.RuleStyle.Rule;

/**
 * How a ranking looks in QGIS, from one source for shapefile and GeoPackage: excluded sites grey below the others, the others
 * graduated by score. The classes are pinned, not quantiles, so that the maps of two nights can be compared. Colours: viridis
 * (Smith and van der Walt, 2015), which colour-blind people can read and which prints in grey.
 */
public final class RankedStyle {
    private static final String GREY = "170,170,170,160";
    private static final int[] BOUNDS = {30, 45, 60, 75};
    private static final String[] COLOURS = {
        "68,1,84,255", "59,82,139,255", "33,145,140,255", "94,201,98,255", "253,231,37,255"
    };

    private RankedStyle() {}

    /**
     * The style as a document.
     *
     * @param fieldNames names of fields by long names of columns
     */
    public static String toQml(List<ExportColumn> columns, UnaryOperator<String> fieldNames) {
        Set<String> names = columns.stream().map(ExportColumn::name).collect(Collectors.toSet());
        List<Rule> rules = new ArrayList<>();
        String included = "";
        if (names.contains(ColumnNames.EXCLUSION)) {
            String text = "coalesce(\"" + fieldNames.apply(ColumnNames.EXCLUSION) + "\", '')";
            rules.add(new Rule("excluded", text + " <> ''", GREY, "1.2"));
            included = text + " = ''";
        }
        if (names.contains(ColumnNames.SCORE)) {
            addClasses(rules, '"' + fieldNames.apply(ColumnNames.SCORE) + '"', included);
        } else {
            rules.add(new Rule("ranked", included, COLOURS[2], "2"));
        }
        return RuleStyle.toQml(rules, columns, fieldNames);
    }

    private static void addClasses(List<Rule> rules, String score, String included) {
        String and = included.isEmpty() ? "" : included + " AND ";
        for (int i = 0; i <= BOUNDS.length; i++) {
            String size = "2." + i;
            if (i == 0) {
                rules.add(new Rule("score below " + BOUNDS[0], and + score + " < " + BOUNDS[0], COLOURS[i], size));
            } else if (i == BOUNDS.length) {
                rules.add(new Rule(
                        "score from " + BOUNDS[i - 1], and + score + " >= " + BOUNDS[i - 1], COLOURS[i], size));
            } else {
                rules.add(new Rule(
                        "score " + BOUNDS[i - 1] + " to " + BOUNDS[i],
                        and + score + " >= " + BOUNDS[i - 1] + " AND " + score + " < " + BOUNDS[i],
                        COLOURS[i],
                        size));
            }
        }
        rules.add(new Rule("no score", "ELSE", GREY, "1.2"));
    }
}
