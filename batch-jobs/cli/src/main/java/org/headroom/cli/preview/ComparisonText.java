package org.headroom.cli.preview;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.Table;
import org.headroom.runs.preview.MwLine;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RankingComparison;
import org.headroom.runs.preview.RescoredRun;
import org.headroom.runs.preview.SiteChange;

/** Prints the differences between two rankings as tables for people; of long lists only the beginning. */
public final class ComparisonText {
    private static final int SHOWN = 20;
    private static final int DIGEST_SHOWN = 12;

    private final Surroundings surroundings;
    private final PrintWriter out;

    /** Prints to the output. */
    public ComparisonText(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    /**
     * Which run and which policies are compared, and how much changes.
     *
     * @param measured what was measured again for the second policy, in words; empty when the measurements of the run did for both
     */
    public void summary(RescoredRun run, RankingComparison comparison, List<String> measured) {
        RankingComparison.Counts counts = comparison.counts();
        out.println("Run " + run.run().name() + ", its sites and measurements of "
                + run.run().date() + "; "
                + (measured.isEmpty()
                        ? "nothing was measured again"
                        : "measured again: " + String.join("; ", measured)));
        out.println("  before: " + policy(comparison.before()));
        out.println("  after:  " + policy(comparison.after()));
        out.println(counts.sites() + " sites: " + counts.gates() + " with another gate answer, " + counts.tiers()
                + " in another tier, " + counts.scores() + " with another score, " + counts.ranks()
                + " at another rank");
        out.println("not excluded: " + counts.eligibleBefore() + " before, " + counts.eligibleAfter() + " after; top "
                + comparison.top() + ": " + counts.entersTop() + " come in, " + counts.leavesTop() + " go out");
    }

    private static String policy(PolicyRanking ranking) {
        return ranking.policy().id() + " " + ranking.policy().version() + " ("
                + ranking.policy().digest().substring(0, DIGEST_SHOWN) + ")";
    }

    /** Every table that has rows. */
    public void tables(RankingComparison comparison) {
        Table flips = new Table("BEFORE", "AFTER", "REASON", ">SITES");
        comparison
                .gateFlips()
                .forEach(flip -> flips.add(
                        flip.before().name(), flip.after().name(), flip.reason(), Long.toString(flip.sites())));
        titled("Gates", flips, comparison.gateFlips().size());
        List<SiteChange> flipped = new ArrayList<>();
        comparison.forEachFlip(SHOWN, flipped::add);
        sites("Sites with another gate answer", flipped, comparison.counts().gates());
        List<SiteChange> enters = comparison.entersTop();
        sites("Come into the top " + comparison.top(), enters, enters.size());
        List<SiteChange> leaves = comparison.leavesTop();
        sites("Go out of the top " + comparison.top(), leaves, leaves.size());
        List<SiteChange> moves = comparison.largestMoves();
        sites("Largest moves of sites that are not excluded", moves, moves.size());
        mw(comparison);
    }

    private void mw(RankingComparison comparison) {
        Table table = new Table(
                "AMONG", "BY", "KEY", ">GAINED MW", ">SITES", ">MW UNKNOWN", ">LOST MW", ">SITES", ">MW UNKNOWN");
        int rows = 0;
        for (MwLine line : comparison.mw()) {
            if (line.gainedSites() + line.lostSites() > 0) {
                rows++;
                table.add(
                        line.scope() == MwLine.Scope.TOP ? "top " + comparison.top() : "not excluded",
                        line.by().name().toLowerCase(Locale.ROOT),
                        line.by() == MwLine.By.ALL ? "-" : line.key(),
                        String.format(Locale.ROOT, "%.1f", line.gainedMw()),
                        Long.toString(line.gainedSites()),
                        Long.toString(line.gainedOfUnknownMw()),
                        String.format(Locale.ROOT, "%.1f", line.lostMw()),
                        Long.toString(line.lostSites()),
                        Long.toString(line.lostOfUnknownMw()));
            }
        }
        titled("MW: contracted capacity, or else published headroom, which sites at one node share", table, rows);
    }

    private void sites(String title, List<SiteChange> changes, int all) {
        Table table = new Table(
                ">RANK", ">WAS", "SITE", "NAME", "STATE", ">SCORE", ">WAS", "GATE", "WAS", ">TIER", ">WAS", "REASON");
        changes.stream().limit(SHOWN).forEach(change -> table.add(cells(change)));
        titled(title, table, Math.min(all, SHOWN));
        if (all > SHOWN) {
            out.println("and " + (all - SHOWN) + " more; --json, --csv and --gpkg have all");
        }
    }

    private static String[] cells(SiteChange change) {
        SiteChange.Standing before = change.before();
        SiteChange.Standing after = change.after();
        return new String[] {
            Integer.toString(after.rank()),
            Integer.toString(before.rank()),
            change.siteId(),
            change.name(),
            change.state(),
            score(after.score()),
            score(before.score()),
            after.gate().name(),
            before.gate().name(),
            Integer.toString(after.tier()),
            Integer.toString(before.tier()),
            reason(before.reason(), after.reason())
        };
    }

    private static String reason(String before, String after) {
        if (before.equals(after)) {
            return after;
        } else if (before.isEmpty()) {
            return after;
        }
        return after.isEmpty() ? "no longer " + before : before + " -> " + after;
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    private void titled(String title, Table table, int rows) {
        if (rows > 0) {
            out.println();
            out.println(title);
            table.print(surroundings);
        }
    }
}
