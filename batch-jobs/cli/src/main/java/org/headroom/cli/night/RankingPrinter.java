package org.headroom.cli.night;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.Table;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;

/** Prints the top of a ranking and the folder of the run, or one JSON object. */
public final class RankingPrinter implements NightJob.RunReport {
    private static final int FORMAT = 1;
    private static final int LONGEST_NAME = 32;

    private final Surroundings surroundings;
    private final int top;
    private final boolean strict;
    private final boolean json;

    /**
     * Prints to the output of these surroundings.
     *
     * @param top how many sites
     * @param strict whether skipped records are a failure
     * @param json whether to print JSON in place of a table
     */
    public RankingPrinter(Surroundings surroundings, int top, boolean strict, boolean json) {
        this.surroundings = surroundings;
        this.top = top;
        this.strict = strict;
        this.json = json;
    }

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

    @Override
    public int done(Path folder, boolean isNew, double seconds) {
        PublishedRun run = new PublishedRun(folder);
        List<RankedRow> rows = run.head(top);
        if (json) {
            JsonLines.print(surroundings.out(), values(run, rows, isNew, seconds));
        } else {
            if (!isNew) {
                surroundings.err().println("headroom: nothing has changed since this run; --force makes a new one");
            }
            table(rows).print(surroundings.out());
            surroundings.out().println(folder);
        }
        Manifest manifest = run.manifest();
        long skipped = manifest.skippedRecords();
        if (strict && skipped > 0) {
            surroundings
                    .err()
                    .println("headroom: " + skipped + " records were skipped; see " + folder.resolve("issues.csv"));
            return ExitCode.WITH_RESERVATIONS;
        }
        return ExitCode.DONE;
    }

    private static Table table(List<RankedRow> rows) {
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

    private static Map<String, Object> values(PublishedRun run, List<RankedRow> rows, boolean isNew, double seconds) {
        Manifest manifest = run.manifest();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("format", FORMAT);
        values.put("run", run.shownName());
        values.put("folder", run.folder().toString());
        values.put("unchanged", !isNew);
        values.put("project", manifest.project());
        values.put("evaluationDate", manifest.evaluationDate());
        values.put("read", manifest.counts().read());
        values.put("ranked", manifest.counts().ranked());
        values.put("excluded", manifest.counts().excluded());
        values.put("skipped", manifest.counts().skipped());
        values.put("issues", manifest.issues());
        values.put("seconds", Math.round(seconds * 1000) / 1000.0);
        values.put("top", rows.stream().map(RankingPrinter::values).toList());
        return values;
    }

    private static Map<String, Object> values(RankedRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rank", row.rank());
        values.put("siteId", row.siteId());
        values.put("name", row.name());
        values.put("stateCode", row.stateCode());
        values.put("score", row.score());
        values.put("scoreLowerBound", row.scoreLowerBound());
        values.put("scoreUpperBound", row.scoreUpperBound());
        if (!Double.isNaN(row.topNProbability())) {
            values.put("topNProbability", row.topNProbability());
        }
        values.put("gate", row.gate().name());
        values.put("tier", row.tier());
        return values;
    }
}
