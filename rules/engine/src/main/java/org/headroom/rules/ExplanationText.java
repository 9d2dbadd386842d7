package org.headroom.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.headroom.rules.value.Words;

/** An explanation as text for a person; lines end in a line feed on every system. */
public final class ExplanationText {
    private final StringBuilder text = new StringBuilder(2048);

    private ExplanationText() {}

    public static String of(Explanation explanation) {
        ExplanationText writer = new ExplanationText();
        writer.write(explanation);
        return writer.text.toString();
    }

    private void write(Explanation e) {
        line("Site " + e.siteId() + " (" + e.origin() + "), policy " + e.policy());
        line("Gate " + e.gate() + ", tier " + e.tier() + ", score " + Words.number(e.score())
                + interval(e.lower(), e.upper()) + ", confidence " + Words.number(e.confidenceFraction()));
        line("");
        line("Gates");
        for (Explanation.Gate gate : e.gates()) {
            line("  " + gate.gate() + ": " + gate.answer());
            gate.rules().forEach(this::rule);
        }
        line("");
        line("Criteria: points of 100");
        e.criteria().forEach(this::criterion);
        line("");
        line(e.adjustments().isEmpty() ? "Adjustments: none" : "Adjustments");
        for (Explanation.RuleLine rule : e.adjustments()) {
            rule(rule);
        }
    }

    private static String interval(double lower, double upper) {
        return lower == upper ? "" : " (between " + Words.number(lower) + " and " + Words.number(upper) + ")";
    }

    private void rule(Explanation.RuleLine rule) {
        StringBuilder effect = new StringBuilder(String.join(", ", rule.codes()));
        if (rule.pointsLower() != 0 || rule.pointsUpper() != 0) {
            effect.append(signed(rule.decided() ? rule.pointsLower() : rule.pointsLower() + rule.pointsUpper()));
            effect.append(" points");
        }
        if (rule.tier() > 0) {
            effect.append(effect.isEmpty() ? "" : ", ").append("tier ").append(rule.tier());
        }
        line("    " + (rule.decided() ? "" : "cannot be told: ") + rule.rule() + " -> " + effect + ": "
                + rule.reasons().stream().distinct().collect(Collectors.joining("; ")));
        rule.because().forEach(reading -> line("      " + reading(reading)));
        line("      source: " + rule.source());
    }

    private static String signed(double points) {
        return (points > 0 ? "+" : "") + Words.number(points);
    }

    private static String reading(Explanation.Reading reading) {
        StringBuilder words = new StringBuilder(reading.field()).append(" is ").append(reading.value());
        if (!reading.unknownReason().isEmpty()) {
            words.append(": ").append(reading.unknownReason());
        } else if (!reading.evidence().isEmpty()) {
            words.append(" [").append(reading.evidence()).append(']');
        }
        List<String> source = List.of(reading.layer(), reading.record());
        if (!reading.layer().isEmpty()) {
            words.append(" (")
                    .append(source.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(", record ")))
                    .append(')');
        }
        return words.toString();
    }

    private void criterion(Explanation.CriterionLine criterion) {
        String points = Words.number(criterion.pointsLower());
        if (criterion.pointsLower() != criterion.pointsUpper()) {
            points += " to " + Words.number(criterion.pointsUpper());
        }
        line("  " + points + " of " + Words.number(100 * criterion.weight()) + "  " + reading(criterion.reading()));
        line("      " + criterion.valueFunction());
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
