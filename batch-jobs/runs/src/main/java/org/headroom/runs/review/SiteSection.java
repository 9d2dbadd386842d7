package org.headroom.runs.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.model.GateAnswer;
import org.headroom.runs.RunExplanations;
import org.headroom.workbench.explanation.Explanation;

/** One site of a review: its gates and points, a table of the criteria that are known, and below it what is not. */
final class SiteSection {
    private final RunExplanations.RankedSite ranked;
    private final Explanation site;
    private final StringBuilder out;

    private SiteSection(RunExplanations.RankedSite ranked, StringBuilder out) {
        this.ranked = ranked;
        this.site = ranked.explanation();
        this.out = out;
    }

    /** @param remark what a person wrote of it, in Markdown; may be empty */
    static void write(RunExplanations.RankedSite ranked, String remark, StringBuilder out) {
        SiteSection section = new SiteSection(ranked, out);
        section.head();
        section.gates();
        section.criteria();
        section.adjustments();
        section.records();
        if (!remark.isEmpty()) {
            out.append("\n> ").append(remark.replace("\n", "\n> ")).append('\n');
        }
    }

    /** Name, state and id, for a heading or a link. */
    static String title(RunExplanations.RankedSite ranked) {
        String id = ranked.explanation().siteId();
        String state = ranked.stateCode().isEmpty() ? "" : ", " + ranked.stateCode();
        return ranked.name().isEmpty() || ranked.name().equals(id)
                ? Markdown.text(id + state)
                : Markdown.text(ranked.name() + state) + " (" + Markdown.text(id) + ")";
    }

    static String standing(RunExplanations.RankedSite ranked) {
        return ranked.explanation().gate() == GateAnswer.FAIL ? "excluded" : Integer.toString(ranked.rank());
    }

    private void head() {
        out.append("\n<a id=\"")
                .append(Markdown.anchor("site", site.siteId()))
                .append("\"></a>\n\n### ")
                .append(standing(ranked))
                .append(". ")
                .append(title(ranked))
                .append("\n\nScore ")
                .append(Markdown.figure(site.score()))
                .append(
                        site.lower() == site.upper()
                                ? ""
                                : " (" + Markdown.figure(site.lower()) + " to " + Markdown.figure(site.upper()) + ")")
                .append(", tier ")
                .append(site.tier())
                .append(": ")
                .append(Markdown.text(site.tierBecause()))
                .append(". Known without stand-ins: ")
                .append(Math.round(100 * site.confidenceFraction()))
                .append(" % of the weight.\n");
    }

    private void gates() {
        String passed = site.gates().stream()
                .filter(gate -> gate.answer() == GateAnswer.PASS)
                .map(Explanation.Gate::gate)
                .collect(Collectors.joining(", "));
        out.append("\n- Gates passed: ")
                .append(passed.isEmpty() ? "none" : passed)
                .append('\n');
        for (Explanation.Gate gate : site.gates()) {
            if (gate.answer() == GateAnswer.PASS) {
                continue;
            }
            out.append("- Gate ")
                    .append(gate.gate())
                    .append(" **")
                    .append(gate.answer())
                    .append("**: ")
                    .append(Stream.concat(
                                    gate.rules().stream()
                                            .filter(Explanation.RuleLine::decided)
                                            .map(SiteSection::reason),
                                    undecided(gate))
                            .distinct()
                            .collect(Collectors.joining("; ")))
                    .append('\n');
        }
    }

    /** The reasons of a rule that holds, and the figures that it reads. */
    private static String reason(Explanation.RuleLine rule) {
        return Markdown.text(rule.reasons().stream().distinct().collect(Collectors.joining("; "))) + " ("
                + rule.because().stream()
                        .map(reading -> reading.field() + " " + Markdown.value(reading) + from(reading))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** What keeps rules of a gate from being decided, each reason once. */
    private static Stream<String> undecided(Explanation.Gate gate) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        gate.rules().stream()
                .filter(rule -> !rule.decided())
                .flatMap(rule -> rule.because().stream())
                .forEach(reading -> fields.computeIfAbsent(
                                reading.unknownReason().isEmpty()
                                        ? "cannot be told from " + Markdown.value(reading) + from(reading)
                                        : "not known, " + Markdown.text(reading.unknownReason()) + from(reading),
                                why -> new LinkedHashSet<>())
                        .add(reading.field()));
        return fields.entrySet().stream().map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey());
    }

    private static String from(Explanation.Reading reading) {
        return reading.layer().isEmpty() ? "" : ", " + source(reading);
    }

    private static String source(Explanation.Reading reading) {
        if (reading.layer().isEmpty()) {
            return "";
        }
        return "[" + Markdown.text(reading.layer()) + "](#" + Markdown.anchor("layer", reading.layer()) + ")"
                + (reading.record().isEmpty() ? "" : " " + Markdown.code(reading.record()))
                + (reading.asOf().isEmpty() ? "" : " of " + reading.asOf());
    }

    private void criteria() {
        List<Explanation.CriterionLine> known = weighed()
                .filter(line -> line.reading().lower() != null && !isPlainNothing(line))
                .toList();
        if (!known.isEmpty()) {
            out.append("\n| criterion | value | points | evidence | layer and record |\n|---|---|---|---|---|\n");
            for (Explanation.CriterionLine line : known) {
                out.append("| ")
                        .append(line.reading().field())
                        .append(" | ")
                        .append(Markdown.value(line.reading()))
                        .append(" | ")
                        .append(Markdown.range(line.pointsLower(), line.pointsUpper()))
                        .append(" of ")
                        .append(Markdown.figure(100 * line.weight()))
                        .append(" | ")
                        .append(line.reading().evidence())
                        .append(" | ")
                        .append(source(line.reading()))
                        .append(" |\n");
            }
        }
        out.append('\n');
        String nothing = weighed()
                .filter(line -> line.reading().lower() != null && isPlainNothing(line))
                .map(line -> line.reading().field() + " " + Markdown.value(line.reading()) + " (of "
                        + Markdown.figure(100 * line.weight()) + ")")
                .collect(Collectors.joining(", "));
        if (!nothing.isEmpty()) {
            out.append("- Worth nothing here, by no record: ").append(nothing).append('\n');
        }
        unknown();
    }

    private Stream<Explanation.CriterionLine> weighed() {
        return site.criteria().stream().filter(line -> line.weight() > 0);
    }

    /** No point for something that no layer says, such as megawatts to convert where there is no mine. */
    private static boolean isPlainNothing(Explanation.CriterionLine line) {
        return line.pointsUpper() == 0 && line.reading().layer().isEmpty();
    }

    private void unknown() {
        Map<String, String> byReason = new LinkedHashMap<>();
        weighed()
                .filter(line -> line.reading().lower() == null)
                .forEach(line -> byReason.merge(
                        line.reading().unknownReason(),
                        line.reading().field() + " (of " + Markdown.figure(100 * line.weight()) + ")",
                        (one, other) -> one + ", " + other));
        byReason.forEach((reason, fields) -> out.append("- Not known, ")
                .append(Markdown.text(reason))
                .append(": ")
                .append(fields)
                .append('\n'));
    }

    private void adjustments() {
        for (Explanation.RuleLine rule : site.adjustments()) {
            if (rule.decided()) {
                out.append("- Rule \"")
                        .append(Markdown.text(rule.rule()))
                        .append("\": ")
                        .append(rule.pointsLower() > 0 ? "+" : "")
                        .append(rule.pointsLower() == 0 ? "" : Markdown.figure(rule.pointsLower()) + " points, ")
                        .append(rule.tier() == 0 ? "" : "tier " + rule.tier() + ", ")
                        .append(reason(rule))
                        .append('\n');
            }
        }
    }

    private void records() {
        for (Explanation.RecordLine line : site.records()) {
            out.append("- Record ")
                    .append(Markdown.code(line.record()))
                    .append(" of ")
                    .append(Markdown.text(line.layer()))
                    .append(": ")
                    .append(line.fields().entrySet().stream()
                            .map(field -> field.getKey() + " " + Markdown.text(field.getValue()))
                            .collect(Collectors.joining("; ")))
                    .append('\n');
        }
    }
}
