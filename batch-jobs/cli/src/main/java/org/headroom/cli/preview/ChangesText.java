package org.headroom.cli.preview;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.show.Table;
import org.headroom.ledger.Changes;
import org.headroom.ledger.Move;
import org.headroom.model.Printable;
import org.jspecify.annotations.Nullable;

/** Prints what moved between two runs for people; of long lists only the beginning. */
public final class ChangesText {
    private static final int SHOWN = 10;

    private final Surroundings surroundings;
    private final PrintWriter out;

    /** Prints to the output. */
    public ChangesText(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    /** How much moved, what did it, who came into the top and went out, and the largest moves. */
    public void print(Changes changes) {
        Changes.Counts counts = changes.counts();
        out.println("Run " + run(changes.from()) + " -> " + run(changes.to()));
        out.println(counts.moved() + " sites moved: " + counts.up() + " up, " + counts.down() + " down, "
                + (counts.moved() - counts.up() - counts.down()) + " in score alone; " + counts.fresh() + " new, "
                + counts.gone() + " gone; " + counts.gates() + " gates answer otherwise, " + counts.settled()
                + " unknowns settled");
        changes.notes().forEach(note -> out.println("Note: " + Printable.line(note)));
        out.println("Inputs were replaced in this order: " + Printable.line(String.join(", ", changes.order())));
        causes("What moved them", changes.causes(), true);
        causes("What changed and moved nothing", changes.withoutEffect(), false);
        moves("Came into the top " + changes.topN(), changes.entered());
        moves("Went out of the top " + changes.topN(), changes.left());
        List<Move> largest = new ArrayList<>(changes.moved());
        largest.removeIf(move -> move.distance() == 0);
        largest.sort(Comparator.comparingInt(Move::distance).reversed());
        moves("Largest moves", largest);
        gates(changes);
        settled(changes);
    }

    private static String run(Changes.RunEntry run) {
        return run.run() + " (" + Printable.line(run.policy()) + ")";
    }

    private void causes(String title, List<Changes.CauseEntry> causes, boolean hasSites) {
        Table table = hasSites ? new Table(">SITES", "CAUSE", "WHAT") : new Table("CAUSE", "WHAT");
        for (Changes.CauseEntry cause : causes) {
            if (hasSites) {
                table.add(Integer.toString(cause.sites()), cause.cause(), cause.text());
            } else {
                table.add(cause.cause(), cause.text());
            }
        }
        titled(title, table, causes.size(), causes.size());
    }

    private void moves(String title, List<Move> moves) {
        Table table = new Table(">RANK", ">WAS", "SITE", "NAME", ">SCORE", ">WAS", "MOSTLY BY");
        moves.stream()
                .limit(SHOWN)
                .forEach(move -> table.add(
                        figure(move.rankTo()),
                        figure(move.rankFrom()),
                        move.site(),
                        move.name(),
                        score(move.scoreTo()),
                        score(move.scoreFrom()),
                        move.main()
                                .map(term -> term.cause() + ": " + term.text())
                                .orElse("-")));
        titled(title, table, Math.min(SHOWN, moves.size()), moves.size());
    }

    private void gates(Changes changes) {
        Table table = new Table("SITE", "NAME", "WHAT");
        changes.gates().stream().limit(SHOWN).forEach(gate -> table.add(gate.site(), gate.name(), gate.text()));
        titled(
                "Gates",
                table,
                Math.min(SHOWN, changes.gates().size()),
                changes.counts().gates());
    }

    private void settled(Changes changes) {
        Table table = new Table("SITE", "NAME", "WHAT");
        changes.settled().stream().limit(SHOWN).forEach(one -> table.add(one.site(), one.name(), one.text()));
        titled(
                "Unknowns settled",
                table,
                Math.min(SHOWN, changes.settled().size()),
                changes.counts().settled());
    }

    /** The move of one site with all its terms. */
    public void print(Move move) {
        out.println(Printable.line(move.site() + (move.name().isEmpty() ? "" : " " + move.name())) + ": rank "
                + figure(move.rankFrom()) + " -> " + figure(move.rankTo()) + ", score " + score(move.scoreFrom())
                + " -> " + score(move.scoreTo()));
        Table table = new Table("CAUSE", "OF", ">SCORE", ">RANKS", "WHY");
        for (Move.Term term : move.terms()) {
            table.add(
                    term.cause(),
                    term.of(),
                    term.score() == null ? "-" : String.format(Locale.ROOT, "%+.3f", term.score()),
                    term.ranks() == null ? "-" : String.format(Locale.ROOT, "%+d", term.ranks()),
                    term.text());
        }
        table.print(surroundings);
    }

    private void titled(String title, Table table, int shown, int all) {
        if (shown > 0) {
            out.println();
            out.println(title);
            table.print(surroundings);
        }
        if (all > shown) {
            out.println("and " + (all - shown) + " more; --json and --all have them");
        }
    }

    private static String figure(@Nullable Integer figure) {
        return figure == null ? "-" : figure.toString();
    }

    private static String score(@Nullable Double score) {
        return score == null ? "-" : String.format(Locale.ROOT, "%.3f", score);
    }
}
