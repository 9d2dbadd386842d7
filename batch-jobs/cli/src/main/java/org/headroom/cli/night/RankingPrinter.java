package org.headroom.cli.night;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.RankingTable;
import org.headroom.cli.summary.RunSummary;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;

/** Prints the top of a ranking, what is worth knowing of the run and its folder, or one JSON object. */
public final class RankingPrinter implements NightJob.RunReport {
    private static final int FORMAT = 1;

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
            RankingTable.print(rows, surroundings.tableColumns(), surroundings.out());
            surroundings.out().println();
            RunSummary.of(run, surroundings).lines().forEach(surroundings.out()::println);
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
