package org.headroom.workbench.explanation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.model.Printable;
import org.headroom.rules.value.Words;
import org.jspecify.annotations.Nullable;

/** An explanation as a tree of lines for a person; lines end in a line feed on every system. */
public final class ExplanationText {
    private final Explanation site;
    private final TextTree tree;

    private ExplanationText(Explanation site) {
        this.site = site;
        this.tree = new TextTree("Site " + site.siteId() + " (" + site.origin() + "), policy " + site.policy());
    }

    public static String of(Explanation explanation) {
        return tree(explanation).text();
    }

    /** The same as a tree. */
    public static TextTree tree(Explanation explanation) {
        ExplanationText writer = new ExplanationText(explanation);
        writer.gates();
        writer.facility();
        writer.criteria();
        writer.adjustments();
        writer.total();
        writer.open();
        writer.records();
        writer.layers();
        return writer.tree;
    }

    private void gates() {
        TextTree gates = tree.add("Gates: " + site.gate());
        for (Explanation.Gate gate : site.gates()) {
            TextTree branch = gates.add(gate.gate() + ": " + gate.answer());
            gate.rules().forEach(rule -> rule(branch, rule));
            if (gate.rules().isEmpty()) {
                gate.because().forEach(reading -> branch.add(reading(reading)));
            }
        }
    }

    private void facility() {
        if (!site.facility().isEmpty()) {
            TextTree facility = tree.add("Facility, as its source has it");
            site.facility().forEach((name, value) -> facility.add(name + ": " + Printable.line(value)));
        }
    }

    private void criteria() {
        TextTree criteria =
                tree.add("Criteria: " + range(site.criteriaLower(), site.criteriaUpper()) + " of 100 points");
        for (Explanation.CriterionLine line : site.criteria()) {
            TextTree branch = criteria.add(range(line.pointsLower(), line.pointsUpper()) + " of "
                    + Words.number(100 * line.weight()) + "  " + reading(line.reading()));
            branch.add(line.valueFunction() + " = value " + range(line.utilityLower(), line.utilityUpper())
                    + ", weight " + Words.number(line.weight()));
            expected(branch, line.expected());
            branch.add("anchors: " + line.source());
            workedOut(branch, line);
        }
    }

    private static void expected(TextTree above, Explanation.@Nullable Expected expected) {
        if (expected != null) {
            above.add("expected " + Words.number(expected.points()) + ", as for " + expected.countsAs() + ": "
                    + expected.because()
                    + (expected.source().isEmpty() ? "" : " [" + expected.source() + "]"));
        }
    }

    private static void workedOut(TextTree above, Explanation.CriterionLine line) {
        if (line.inputs().isEmpty() && line.parameters().isEmpty()) {
            return;
        }
        TextTree from = above.add("worked out from");
        line.inputs().forEach(reading -> from.add(reading(reading)));
        line.parameters()
                .forEach(parameter -> from.add(parameter.parameter() + " is " + parameter.value()
                        + (parameter.asOf().isEmpty() ? "" : ", as of " + parameter.asOf()) + " [policy]"));
    }

    private void adjustments() {
        if (site.adjustments().isEmpty()) {
            tree.add("Adjustments: none");
            return;
        }
        TextTree adjustments =
                tree.add("Adjustments: " + signedRange(site.adjustmentsLower(), site.adjustmentsUpper()) + " points");
        site.adjustments().forEach(rule -> rule(adjustments, rule));
    }

    private void total() {
        double lower = site.criteriaLower() + site.adjustmentsLower();
        double upper = site.criteriaUpper() + site.adjustmentsUpper();
        boolean isHeld = lower < site.minimum() || upper > site.maximum() || upper < site.minimum();
        tree.add("Score " + Words.number(site.score())
                + (site.lower() == site.upper()
                        ? ""
                        : " (between " + Words.number(site.lower()) + " and " + Words.number(site.upper()) + ")")
                + ", ranked by " + rankBy()
                + (isHeld ? "; held to " + Words.number(site.minimum()) + " to " + Words.number(site.maximum()) : ""));
        tree.add("Tier " + site.tier() + ": " + site.tierBecause());
        tree.add("Confidence " + Words.number(site.confidenceFraction())
                + ": share of the weight with known data that are no fallback");
    }

    private String rankBy() {
        return switch (site.rankBy()) {
            case EXPECTED -> "what is expected";
            case LOWER_BOUND -> "the lower end";
            case UPPER_BOUND -> "the upper end";
            case MIDDLE -> "the middle";
        };
    }

    private void open() {
        if (site.open().isEmpty()) {
            return;
        }
        TextTree open = tree.add("Not known, and what it could change");
        for (Explanation.Open line : site.open()) {
            open.add((line.isRule() ? "rule \"" + line.name() + "\"" : line.name()) + ": "
                    + Stream.of(
                                    line.pointsLower() == line.pointsUpper()
                                            ? ""
                                            : range(line.pointsLower(), line.pointsUpper()) + " points",
                                    line.gate().isEmpty() ? "" : "gate " + line.gate() + " " + line.answer(),
                                    line.tier() == 0 ? "" : "tier " + line.tier())
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void records() {
        if (site.records().isEmpty()) {
            return;
        }
        TextTree records = tree.add("Records behind these figures");
        for (Explanation.RecordLine line : site.records()) {
            TextTree branch = records.add(line.layer() + ", record " + line.record());
            line.fields().forEach((field, text) -> branch.add(field + ": " + Printable.line(text)));
        }
    }

    private void layers() {
        if (site.layers().isEmpty()) {
            return;
        }
        TextTree layers = tree.add("Layers behind these figures");
        for (Explanation.LayerLine layer : site.layers()) {
            layers.add(layer.layer()
                    + (layer.source().isEmpty() ? "" : ": " + layer.source())
                    + (layer.asOf().isEmpty() ? "" : ", as of " + layer.asOf())
                    + (layer.age().isEmpty() ? "" : "; " + layer.age()));
        }
    }

    private static void rule(TextTree above, Explanation.RuleLine rule) {
        StringBuilder effect = new StringBuilder(String.join(", ", rule.codes()));
        if (rule.pointsLower() != 0 || rule.pointsUpper() != 0) {
            effect.append(
                    rule.decided()
                            ? signedRange(rule.pointsLower(), rule.pointsUpper())
                            : signed(rule.pointsLower() + rule.pointsUpper()));
            effect.append(" points");
        }
        if (rule.tier() > 0) {
            effect.append(effect.isEmpty() ? "" : ", ").append("tier ").append(rule.tier());
        }
        TextTree branch =
                above.add((rule.decided() ? "" : rule.expected() ? "cannot be told, expected: " : "cannot be told: ")
                        + rule.rule() + " -> " + effect + ": "
                        + rule.reasons().stream().distinct().collect(Collectors.joining("; ")));
        rule.because().forEach(reading -> branch.add(reading(reading)));
        branch.add(rule.at() + ", source: " + rule.source());
    }

    private static String reading(Explanation.Reading reading) {
        StringBuilder words = new StringBuilder(reading.field()).append(" is ").append(reading.value());
        if (!reading.unknownReason().isEmpty()) {
            words.append(": ").append(reading.unknownReason());
        } else if (!reading.evidence().isEmpty()) {
            words.append(" [").append(reading.evidence()).append(']');
        }
        if (!reading.layer().isEmpty()) {
            words.append(" (")
                    .append(List.of(reading.layer(), reading.record()).stream()
                            .filter(s -> !s.isEmpty())
                            .collect(Collectors.joining(", record ")))
                    .append(reading.asOf().isEmpty() ? "" : ", as of " + reading.asOf())
                    .append(reading.age().isEmpty() ? "" : ", past its age")
                    .append(')');
        }
        return words.toString();
    }

    private static String range(double lower, double upper) {
        return lower == upper ? Words.number(lower) : Words.number(lower) + " to " + Words.number(upper);
    }

    private static String signedRange(double lower, double upper) {
        return lower == upper ? signed(lower) : signed(lower) + " to " + signed(upper);
    }

    private static String signed(double points) {
        return (points > 0 ? "+" : "") + Words.number(points);
    }
}
