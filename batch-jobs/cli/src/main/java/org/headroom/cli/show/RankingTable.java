package org.headroom.cli.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headroom.runs.RankedRow;

/** The first sites of a ranking as a table, with those figures that the ranking has for any of them. */
public final class RankingTable {
    private static final int LONGEST_NAME = 32;

    private RankingTable() {}

    /** A figure that is shown for every site when the ranking has it for any. */
    private record Figure(String title, String column) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure(">KV", "nominalVoltageKv"),
            new Figure(">POI KM", "distanceToInterconnectionKm"),
            new Figure(">HEADROOM MW", "publishedHeadroomMw"),
            new Figure(">TRANSFER MW", "transferCapacityMw"),
            new Figure(">CONVERTIBLE MW", "convertibleMw"),
            new Figure(">POWER MONTHS", "timeToPowerMonthsP50"),
            new Figure(">USD/MWH", "energyPriceUsdPerMwh"));

    /** The sites, a row each. */
    public static Table of(List<RankedRow> rows) {
        List<Figure> figures = FIGURES.stream()
                .filter(figure -> rows.stream().anyMatch(row -> row.measured().containsKey(figure.column())))
                .toList();
        boolean isDrawn = rows.stream().anyMatch(row -> !Double.isNaN(row.topNProbability()));
        List<String> titles = new ArrayList<>(List.of(">RANK", "SITE", "NAME", "STATE", ">SCORE", "[FROM..TO]"));
        if (isDrawn) {
            titles.add(">P(TOP N)");
        }
        titles.addAll(List.of("GATE", ">TIER"));
        figures.forEach(figure -> titles.add(figure.title()));
        Table table = new Table(titles.toArray(new String[0]));
        for (RankedRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    Long.toString(row.rank()),
                    row.siteId(),
                    name(row),
                    row.stateCode(),
                    score(row.score()),
                    interval(row)));
            if (isDrawn) {
                cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * row.topNProbability()));
            }
            cells.addAll(List.of(row.gate().name(), Long.toString(row.tier())));
            figures.forEach(figure -> cells.add(measured(row, figure.column())));
            table.add(cells.toArray(new String[0]));
        }
        return table;
    }

    /** Short, and none where the id says it. */
    private static String name(RankedRow row) {
        String name = row.name();
        if (name.equals(row.siteId())) {
            return "";
        }
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    /** Both ends of the score, or a dash when it is sure. */
    private static String interval(RankedRow row) {
        return row.scoreLowerBound() == row.scoreUpperBound()
                ? "-"
                : "[" + score(row.scoreLowerBound()) + ".." + score(row.scoreUpperBound()) + "]";
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    private static String measured(RankedRow row, String criterion) {
        RankedRow.Bounds bounds = row.measured().get(criterion);
        if (bounds == null) {
            return "-";
        }
        String lower = String.format(Locale.ROOT, "%.1f", bounds.lower());
        String upper = String.format(Locale.ROOT, "%.1f", bounds.upper());
        return lower.equals(upper) ? lower : lower + ".." + upper;
    }
}
