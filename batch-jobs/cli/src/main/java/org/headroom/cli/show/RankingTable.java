package org.headroom.cli.show;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headroom.runs.RankedRow;

/** The first sites of a ranking as a table, with those figures that the ranking has for any of them. */
public final class RankingTable {
    private static final int LONGEST_NAME = 32;
    private static final int SHORTEST_NAME = 6;

    private static final String NONE = "-";

    /** Stays whatever the width. */
    private static final int ALWAYS = 0;

    private RankingTable() {}

    /**
     * A column.
     *
     * @param leaves the column with the greatest number goes first where there is no room
     */
    private record Column(String title, int leaves, Function<RankedRow, String> cell) {
        String plainTitle() {
            return title.replaceFirst("^>", "");
        }
    }

    /** Figures that are shown for every site when the ranking has them for any. */
    private static final List<Column> FIGURES = List.of(
            figure(">KV", 8, "nominalVoltageKv"),
            figure(">POI KM", 3, "distanceToInterconnectionKm"),
            figure(">HEADROOM MW", 5, "publishedHeadroomMw"),
            figure(">TRANSFER MW", 9, "transferCapacityMw"),
            figure(">CONVERTIBLE MW", 2, "convertibleMw"),
            figure(">POWER MONTHS", ALWAYS, "timeToPowerMonthsP50"),
            figure(">USD/MWH", 1, "energyPriceUsdPerMwh"));

    private static Column figure(String title, int leaves, String criterion) {
        return new Column(title, leaves, row -> measured(row, criterion));
    }

    /**
     * Prints the sites, a row each. Columns for which there is no room are left out, the least telling ones first, and named below.
     *
     * @param width of the terminal in characters; empty where no terminal bounds it
     */
    public static void print(List<RankedRow> rows, Optional<Integer> width, PrintWriter out) {
        List<Column> columns = columns(rows, LONGEST_NAME);
        if (width.isEmpty() || rows.isEmpty()) {
            table(columns, rows).print(out, width);
            return;
        }
        List<Column> left = new ArrayList<>();
        while (table(columns, rows).width() > width.get()) {
            Column next = columns.stream()
                    .max(Comparator.comparingInt(Column::leaves))
                    .orElseThrow();
            if (next.leaves() == ALWAYS) {
                break;
            }
            columns.remove(next);
            left.add(next);
        }
        int more = table(columns, rows).width() - width.get();
        if (more > 0) {
            int name = Math.max(SHORTEST_NAME, longestName(rows) - more);
            columns.replaceAll(column -> column.title().equals("NAME") ? name(name) : column);
        }
        table(columns, rows).print(out, width);
        if (!left.isEmpty()) {
            out.println("(no room for "
                    + left.stream().map(Column::plainTitle).collect(Collectors.joining(", "))
                    + "; a wider terminal or a pipe shows all)");
        }
    }

    private static Table table(List<Column> columns, List<RankedRow> rows) {
        Table table = new Table(columns.stream().map(Column::title).toArray(String[]::new));
        for (RankedRow row : rows) {
            table.add(columns.stream().map(column -> column.cell().apply(row)).toArray(String[]::new));
        }
        return table;
    }

    private static List<Column> columns(List<RankedRow> rows, int longestName) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(">RANK", ALWAYS, row -> Long.toString(row.rank())),
                new Column("SITE", ALWAYS, RankedRow::siteId),
                name(longestName),
                new Column("STATE", 4, RankedRow::stateCode),
                new Column(">SCORE", ALWAYS, row -> score(row.score())),
                new Column("[FROM..TO]", 6, RankingTable::interval)));
        if (rows.stream().anyMatch(row -> !Double.isNaN(row.topNProbability()))) {
            columns.add(new Column(
                    ">P(TOP N)", ALWAYS, row -> String.format(Locale.ROOT, "%.1f %%", 100 * row.topNProbability())));
        }
        columns.add(new Column("GATE", ALWAYS, row -> row.gate().name()));
        columns.add(new Column(">TIER", 7, row -> Long.toString(row.tier())));
        FIGURES.stream()
                .filter(figure ->
                        rows.stream().anyMatch(row -> !figure.cell().apply(row).equals(NONE)))
                .forEach(columns::add);
        return columns;
    }

    private static Column name(int longest) {
        return new Column("NAME", ALWAYS, row -> name(row, longest));
    }

    private static int longestName(List<RankedRow> rows) {
        return rows.stream()
                .map(row -> name(row, LONGEST_NAME))
                .mapToInt(name -> name.codePointCount(0, name.length()))
                .max()
                .orElse(0);
    }

    /** Short, and none where the id says it. */
    private static String name(RankedRow row, int longest) {
        String name = row.name();
        if (name.equals(row.siteId())) {
            return "";
        }
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** Both ends of the score, or a dash when it is sure. */
    private static String interval(RankedRow row) {
        return row.scoreLowerBound() == row.scoreUpperBound()
                ? NONE
                : "[" + score(row.scoreLowerBound()) + ".." + score(row.scoreUpperBound()) + "]";
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    private static String measured(RankedRow row, String criterion) {
        RankedRow.Bounds bounds = row.measured().get(criterion);
        if (bounds == null) {
            return NONE;
        }
        String lower = String.format(Locale.ROOT, "%.1f", bounds.lower());
        String upper = String.format(Locale.ROOT, "%.1f", bounds.upper());
        return lower.equals(upper) ? lower : lower + ".." + upper;
    }
}
