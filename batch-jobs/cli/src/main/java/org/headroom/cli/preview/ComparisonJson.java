package org.headroom.cli.preview;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.cli.show.JsonLines;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RankingComparison;
import org.headroom.runs.preview.RescoredRun;
import org.headroom.runs.preview.SiteChange;

/**
 * Prints the differences between two rankings as JSON, one object a line: first the one with {@code kind} {@code summary}, then one for
 * each site of each list, with the list as its {@code kind}: {@code gate}, {@code entersTop}, {@code leavesTop}, {@code largestMove}.
 */
public final class ComparisonJson {
    private static final int FORMAT = 1;

    private final PrintWriter out;

    /** Prints to a writer. */
    public ComparisonJson(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints all of it.
     *
     * @param more further keys of the summary
     */
    public void print(RescoredRun run, RankingComparison comparison, Map<String, ?> more) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("kind", "summary");
        summary.put("format", FORMAT);
        summary.put("run", run.run().shownName());
        summary.put("evaluationDate", run.run().date());
        summary.put("before", policy(comparison.before()));
        summary.put("after", policy(comparison.after()));
        summary.put("top", comparison.top());
        summary.put("counts", comparison.counts());
        summary.put("gates", comparison.gateFlips());
        summary.put("mw", comparison.mw());
        summary.putAll(more);
        JsonLines.print(out, summary);
        comparison.forEachFlip(Integer.MAX_VALUE, change -> site("gate", change));
        comparison.entersTop().forEach(change -> site("entersTop", change));
        comparison.leavesTop().forEach(change -> site("leavesTop", change));
        comparison.largestMoves().forEach(change -> site("largestMove", change));
    }

    private static Map<String, Object> policy(PolicyRanking ranking) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("policy", ranking.policy().id());
        values.put("version", ranking.policy().version());
        values.put("digest", ranking.policy().digest());
        return values;
    }

    private void site(String kind, SiteChange change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind);
        values.put("siteId", change.siteId());
        values.put("name", change.name());
        values.put("state", change.state());
        values.put("change", change.change());
        values.put("rise", change.rise());
        values.put("before", change.before());
        values.put("after", change.after());
        JsonLines.print(out, values);
    }
}
