package org.headroom.workbench.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.model.Criterion;
import org.headroom.model.GateAnswer;
import org.headroom.model.Printable;
import org.headroom.rules.value.Words;

/**
 * What matters most of an explanation: the score, the gates that are not passed and why, the criteria that give and that cost most, and what
 * is not known and could move the site most. {@link ExplanationText} has all of it.
 */
public final class ShortExplanation {
    private static final int GIVING = 2;
    private static final int COSTING = 3;
    private static final int OPEN = 3;
    private static final double LEAST_POINTS = 0.05;
    private static final int LONGEST_REASON = 110;

    /** Units whose numbers stand for something else: labels, days. */
    private static final Set<String> NOT_ROUNDED = Set.of("category", Criterion.DATE);

    private final Explanation site;
    private final List<String> lines = new ArrayList<>();

    private ShortExplanation(Explanation site) {
        this.site = site;
    }

    /** The lines, eight or fewer, without control characters. */
    public static List<String> of(Explanation explanation) {
        ShortExplanation writer = new ShortExplanation(explanation);
        writer.score();
        writer.gates();
        writer.criteria();
        writer.open();
        return writer.lines.stream().map(Printable::line).toList();
    }

    private void add(String title, String text) {
        lines.add(String.format(Locale.ROOT, "  %-12s%s", title, text));
    }

    private void score() {
        add(
                "score",
                number(site.score())
                        + (site.lower() == site.upper()
                                ? ""
                                : " (between " + number(site.lower()) + " and " + number(site.upper()) + ")")
                        + "; tier " + site.tier() + ": " + site.tierBecause());
    }

    private void gates() {
        if (site.gate() == GateAnswer.PASS) {
            add("gates", "all passed");
            return;
        }
        site.gates().stream()
                .filter(gate -> gate.answer() == site.gate())
                .findFirst()
                .ifPresent(gate -> add("gates", gate.answer() + ", " + gate.gate() + ": " + why(gate)));
    }

    /** The first rule that makes the answer, with the first field that it reads. */
    private static String why(Explanation.Gate gate) {
        return gate.rules().stream()
                .filter(rule -> gate.answer() != GateAnswer.FAIL || rule.excludes())
                .findFirst()
                .map(rule -> (rule.decided() ? "" : "cannot tell whether ")
                        + cut(rule.reasons().stream().findFirst().orElse(rule.rule()))
                        + rule.because().stream()
                                .findFirst()
                                .map(reading -> "; " + reading.field() + " is " + value(reading) + record(reading))
                                .orElse(""))
                .orElse("no rule is named");
    }

    private void criteria() {
        List<Explanation.CriterionLine> weighed =
                site.criteria().stream().filter(line -> line.weight() > 0).toList();
        List<Explanation.CriterionLine> giving = weighed.stream()
                .filter(line -> points(line) >= LEAST_POINTS)
                .sorted(Comparator.comparingDouble(ShortExplanation::points).reversed())
                .limit(GIVING)
                .toList();
        list("gives most", giving.stream().map(ShortExplanation::words));
        list(
                "costs most",
                weighed.stream()
                        .filter(line -> lost(line) >= LEAST_POINTS && !giving.contains(line))
                        .sorted(Comparator.comparingDouble(ShortExplanation::lost)
                                .reversed())
                        .limit(COSTING)
                        .map(ShortExplanation::words));
    }

    private void list(String title, Stream<String> texts) {
        String[] next = {title};
        texts.forEach(text -> {
            add(next[0], text);
            next[0] = "";
        });
    }

    /** Points that it is ranked by: what is expected, where that is told apart from what is known. */
    private static double points(Explanation.CriterionLine line) {
        return Optional.ofNullable(line.expected())
                .map(Explanation.Expected::points)
                .orElse((line.pointsLower() + line.pointsUpper()) / 2);
    }

    private static double lost(Explanation.CriterionLine line) {
        return 100 * line.weight() - points(line);
    }

    private static String words(Explanation.CriterionLine line) {
        return number(points(line)) + " of " + number(100 * line.weight()) + "  "
                + (line.label().isEmpty() ? line.reading().field() : line.label()) + " " + value(line.reading())
                + record(line.reading());
    }

    /** What is not known, by what it could do to the score; before it a rule that would exclude the site. */
    private void open() {
        List<String> open = new ArrayList<>();
        site.open().stream()
                .filter(line -> line.answer() == GateAnswer.FAIL && site.gate() != GateAnswer.FAIL)
                .findFirst()
                .ifPresent(line -> open.add("rule \"" + line.name() + "\", which would exclude it"));
        site.open().stream()
                .filter(line -> spread(line) >= LEAST_POINTS)
                .sorted(Comparator.comparingDouble(ShortExplanation::spread).reversed())
                .limit(OPEN - open.size())
                .forEach(line -> open.add(line.name() + " " + number(line.pointsLower()) + " to "
                        + number(line.pointsUpper()) + " points"));
        String known = number(100 * site.confidenceFraction()) + " % of the weight rests on known data";
        add("not known", open.isEmpty() ? "nothing that counts; " + known : String.join("; ", open) + "; " + known);
    }

    private static double spread(Explanation.Open line) {
        return line.pointsUpper() - line.pointsLower();
    }

    private static String value(Explanation.Reading reading) {
        Double lower = reading.lower();
        Double upper = reading.upper();
        if (lower == null || upper == null || NOT_ROUNDED.contains(reading.unit())) {
            return reading.value()
                    + (reading.unknownReason().isEmpty() ? "" : " (" + cut(reading.unknownReason()) + ")");
        }
        return (lower.equals(upper) ? figure(lower) : figure(lower) + " to " + figure(upper))
                + (reading.unit().equals("1") || reading.unit().isEmpty() ? "" : " " + reading.unit());
    }

    private static String record(Explanation.Reading reading) {
        if (reading.layer().isEmpty()) {
            return "";
        }
        return " [" + reading.layer()
                + (reading.record().isEmpty() ? "" : ", record " + reading.record())
                + (reading.age().isEmpty() ? "" : ", past its age") + "]";
    }

    private static String cut(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
    }

    /** One decimal: points and shares. */
    private static String number(double value) {
        return Words.number(Math.round(10 * value) / 10.0);
    }

    /** Three digits that mean something, and never fewer than stand before the point. */
    private static String figure(double value) {
        double size = Math.abs(value);
        double step = size >= 100 ? 1 : size >= 10 ? 10 : size >= 1 ? 100 : 1000;
        return Words.number(Math.round(step * value) / step);
    }
}
