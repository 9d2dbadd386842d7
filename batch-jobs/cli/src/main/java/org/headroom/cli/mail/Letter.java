package org.headroom.cli.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headroom.cli.summary.RunSummary;
import org.headroom.ledger.Move;
import org.headroom.model.Printable;
import org.headroom.runs.RankedRow;
import org.jspecify.annotations.Nullable;

/**
 * What a letter about a run says, before it is text, HTML or Markdown.
 *
 * @param subject one line
 * @param things the three things to know
 * @param head titles of the table
 * @param rows cells of the first sites
 * @param parts what follows, each with a title and at least one line
 * @param link where the whole is: the page of the run or, where there is none, its folder
 */
public record Letter(
        String subject,
        List<String> things,
        List<String> head,
        List<List<String>> rows,
        List<Part> parts,
        String link) {
    private static final int CALLS = 5;
    private static final int MOVES = 5;

    public Letter {
        things = List.copyOf(things);
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        parts = List.copyOf(parts);
    }

    /** A heading with its lines. */
    public record Part(String title, List<String> lines) {
        public Part {
            lines = lines.stream().map(Printable::line).toList();
        }
    }

    /**
     * The letter about a run.
     *
     * @param top its first sites
     */
    public static Letter about(RunSummary summary, List<RankedRow> top) {
        List<Part> parts = new ArrayList<>();
        summary.changes().ifPresent(changes -> {
            List<String> lines =
                    new ArrayList<>(List.of("Since " + changes.from().date() + ": " + summary.moved(changes)));
            moves(lines, "in", changes.entered());
            moves(lines, "out", changes.left());
            parts.add(new Part("What moved", lines));
        });
        if (!summary.calls().isEmpty()) {
            parts.add(new Part(
                    "Whom to call",
                    summary.calls().stream()
                            .limit(CALLS)
                            .map(call -> call.advice())
                            .toList()));
        }
        summary.comingUp().ifPresent(next -> parts.add(new Part("Coming up", List.of(next.line()))));
        if (summary.manifest().counts().excluded() > 0) {
            parts.add(new Part("Excluded", List.of(summary.excluded())));
        }
        summary.ages().line().ifPresent(line -> parts.add(new Part("Oldest data", List.of(line))));
        return new Letter(
                Printable.line(subject(summary)),
                things(summary, top).stream().map(Printable::line).toList(),
                List.of("#", "site", "state", "score", "between", "gate"),
                top.stream().map(Letter::cells).toList(),
                parts,
                summary.page().orElse(summary.run().folder()).toString());
    }

    private static String subject(RunSummary summary) {
        String moved = summary.changes()
                .map(changes -> changes.counts().moved() == 0
                        ? ", nothing moved"
                        : ", " + changes.entered().size() + " in and "
                                + changes.left().size() + " out of the top " + changes.topN())
                .orElse("");
        return "Headroom " + summary.manifest().project() + " "
                + summary.manifest().evaluationDate() + ": "
                + summary.manifest().counts().ranked() + " sites ranked" + moved;
    }

    /** Who is first, what moved, and whom to call or what comes up. */
    private static List<String> things(RunSummary summary, List<RankedRow> top) {
        List<String> things = new ArrayList<>();
        top.stream()
                .findFirst()
                .ifPresent(first -> things.add(name(first) + " is first, with " + score(first.score()) + " points"
                        + (Double.isNaN(first.topNProbability())
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "; it stays on the list with %.0f %%",
                                        100 * first.topNProbability()))
                        + "."));
        summary.changes()
                .ifPresent(
                        changes -> things.add("Since " + changes.from().date() + ": " + summary.moved(changes) + "."));
        summary.calls().stream().findFirst().ifPresent(call -> things.add(call.advice()));
        summary.comingUp().ifPresent(next -> things.add("Coming up: " + next.line()));
        if (summary.manifest().counts().excluded() > 0) {
            things.add("Excluded: " + summary.excluded() + ".");
        }
        return things.subList(0, Math.min(3, things.size()));
    }

    private static void moves(List<String> lines, String direction, List<Move> moves) {
        moves.stream()
                .limit(MOVES)
                .forEach(move -> lines.add(direction + ": " + (move.name().isEmpty() ? move.site() : move.name())
                        + ", rank " + rank(move.rankFrom()) + " to " + rank(move.rankTo())
                        + move.mainOfRank().map(term -> "; " + term.text()).orElse("")));
        if (moves.size() > MOVES) {
            lines.add(direction + ": " + (moves.size() - MOVES) + " more");
        }
    }

    private static String rank(@Nullable Integer rank) {
        return rank == null ? "none" : rank.toString();
    }

    private static List<String> cells(RankedRow row) {
        return List.of(
                        Long.toString(row.rank()),
                        name(row),
                        row.stateCode(),
                        score(row.score()),
                        row.scoreLowerBound() == row.scoreUpperBound()
                                ? ""
                                : score(row.scoreLowerBound()) + " to " + score(row.scoreUpperBound()),
                        row.gate().name())
                .stream()
                .map(Printable::line)
                .toList();
    }

    private static String name(RankedRow row) {
        return Optional.of(row.name()).filter(name -> !name.isEmpty()).orElse(row.siteId());
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }
}
