package org.headroom.export.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportColumn.CodedColumn;
import org.headroom.export.MapClasses;
import org.headroom.export.style.Condition.Operator;
import org.headroom.export.style.MapRule.Symbol;

/**
 * How a ranking looks, from one source for every format: excluded sites grey crosses by their reason, the others by score in classes, mines as
 * diamonds with a red rim, the first N with rank and name. Colours: viridis (Smith and van der Walt, 2015), which colour-blind people can read
 * and which prints in grey.
 */
public final class RankedStyle {
    private static final String GREY = "150,150,150,200";
    private static final String PALE = "205,205,205,150";
    private static final String RIM = "90,90,90,255";
    private static final String MINE = "BROWNFIELD";

    /** Viridis at nine places. */
    private static final String[] COLOURS = {
        "68,1,84,255",
        "71,45,123,255",
        "59,82,139,255",
        "44,114,142,255",
        "33,145,140,255",
        "40,174,128,255",
        "94,201,98,255",
        "173,220,48,255",
        "253,231,37,255"
    };

    private final Map<String, ExportColumn> columns;
    private final UnaryOperator<String> fieldNames;
    private final MapClasses classes;
    private final boolean isArea;
    private final List<MapRule> rules = new ArrayList<>();

    private RankedStyle(
            List<ExportColumn> columns, UnaryOperator<String> fieldNames, MapClasses classes, boolean isArea) {
        this.columns = columns.stream().collect(Collectors.toMap(ExportColumn::name, Function.identity()));
        this.fieldNames = fieldNames;
        this.classes = classes;
        this.isArea = isArea;
    }

    /**
     * The style of the sites as points.
     *
     * @param columns those that the layer has
     * @param fieldNames names of fields by long names of columns
     */
    public static MapStyle ofPoints(List<ExportColumn> columns, UnaryOperator<String> fieldNames, MapClasses classes) {
        return new RankedStyle(columns, fieldNames, classes, false).style(columns);
    }

    /** The style of the sites that are areas, for a layer below the points. */
    public static MapStyle ofAreas(List<ExportColumn> columns, UnaryOperator<String> fieldNames, MapClasses classes) {
        return new RankedStyle(columns, fieldNames, classes, true).style(columns);
    }

    /** The style of a layer of excluded sites alone. */
    public static MapStyle ofExcluded(
            List<ExportColumn> columns, UnaryOperator<String> fieldNames, MapClasses classes) {
        RankedStyle style = new RankedStyle(columns, fieldNames, classes, false);
        style.excluded();
        style.rules.add(new MapRule("excluded", null, Symbol.cross(GREY, "1.8")));
        return new MapStyle(style.rules, columns, fieldNames, false, MapStyle.Labels.NONE, style.tip());
    }

    private MapStyle style(List<ExportColumn> all) {
        excluded();
        Condition included =
                has(ColumnNames.EXCLUSION) ? Condition.unsaid(field(ColumnNames.EXCLUSION)) : Condition.always();
        if (has(ColumnNames.SCORE)) {
            if (has(ColumnNames.ORIGIN) && !isArea) {
                Condition mine = Condition.text(field(ColumnNames.ORIGIN), MINE);
                byScore(included.and(Condition.notText(field(ColumnNames.ORIGIN), MINE)), "", false);
                byScore(included.and(mine), "mine, ", true);
            } else {
                byScore(included, "", false);
            }
            rules.add(new MapRule("no score", null, symbol(GREY, "1.2")));
        } else {
            rules.add(new MapRule("ranked", included, symbol(COLOURS[4], "2")));
        }
        boolean isLabelled = has(ColumnNames.RANK) && has(ColumnNames.NAME) && !isArea;
        return new MapStyle(
                rules,
                all,
                fieldNames,
                isArea,
                isLabelled
                        ? new MapStyle.Labels(field(ColumnNames.RANK), field(ColumnNames.NAME), classes.topN())
                        : MapStyle.Labels.NONE,
                tip());
    }

    /** Areas are paler, so that points stand out on them. */
    private Symbol symbol(String colour, String sizeMm) {
        return isArea
                ? new Symbol(MapRule.Shape.CIRCLE, colour.replace(",255", ",150"), RIM, sizeMm)
                : Symbol.round(colour, sizeMm);
    }

    /** A rule for each reason that there may be. */
    private void excluded() {
        if (!has(ColumnNames.EXCLUSION)) {
            return;
        }
        String field = field(ColumnNames.EXCLUSION);
        List<String> reasons =
                columns.get(ColumnNames.EXCLUSION) instanceof CodedColumn coded ? coded.texts() : List.of();
        for (String reason : reasons) {
            rules.add(new MapRule("excluded: " + reason, Condition.text(field, reason), out()));
        }
        if (reasons.isEmpty()) {
            rules.add(new MapRule("excluded", Condition.said(field), out()));
        }
    }

    private Symbol out() {
        return isArea ? new Symbol(MapRule.Shape.CIRCLE, PALE, RIM, "1") : Symbol.cross(GREY, "1.6");
    }

    private void byScore(Condition which, String before, boolean isMine) {
        String score = field(ColumnNames.SCORE);
        List<Double> breaks = classes.breaks();
        // What stands for an unknown number in a shapefile is no score.
        Condition known = which.and(Condition.number(score, Operator.ABOVE, -9999));
        for (int i = 0; i <= breaks.size(); i++) {
            String colour = COLOURS[i * (COLOURS.length - 1) / breaks.size()];
            Condition above = i == 0 ? known : which.and(Condition.number(score, Operator.FROM, breaks.get(i - 1)));
            Condition here =
                    i == breaks.size() ? above : above.and(Condition.number(score, Operator.BELOW, breaks.get(i)));
            rules.add(new MapRule(
                    before + label(breaks, i),
                    here,
                    isMine ? Symbol.diamond(colour, "3." + i) : symbol(colour, "2." + i)));
        }
    }

    private static String label(List<Double> breaks, int place) {
        if (place == 0) {
            return "score below " + Condition.literal(breaks.get(0));
        }
        String from = Condition.literal(breaks.get(place - 1));
        return place == breaks.size()
                ? "score from " + from
                : "score " + from + " to " + Condition.literal(breaks.get(place));
    }

    /** Rank, name, score with both ends, gate and reason; values are escaped, as names may be hostile. */
    private String tip() {
        StringBuilder tip = new StringBuilder();
        if (has(ColumnNames.RANK) && has(ColumnNames.NAME)) {
            tip.append("<b>")
                    .append(shown(ColumnNames.RANK))
                    .append(". ")
                    .append(shown(ColumnNames.NAME))
                    .append("</b>");
        }
        if (has(ColumnNames.SCORE)) {
            tip.append("<br>score ").append(shown(ColumnNames.SCORE));
            if (has(ColumnNames.SCORE_LOWER_BOUND) && has(ColumnNames.SCORE_UPPER_BOUND)) {
                tip.append(" (")
                        .append(shown(ColumnNames.SCORE_LOWER_BOUND))
                        .append(" to ")
                        .append(shown(ColumnNames.SCORE_UPPER_BOUND))
                        .append(')');
            }
        }
        for (String text : List.of(ColumnNames.GATE, ColumnNames.EXCLUSION, ColumnNames.WHY)) {
            if (has(text)) {
                tip.append("<br>").append(shown(text));
            }
        }
        return tip.toString();
    }

    private String shown(String column) {
        String value = "to_string(coalesce(\"" + field(column) + "\", ''))";
        return "[% replace(replace(" + value + ", '&', '&amp;'), '<', '&lt;') %]";
    }

    private boolean has(String column) {
        return columns.containsKey(column);
    }

    private String field(String column) {
        return fieldNames.apply(column);
    }
}
