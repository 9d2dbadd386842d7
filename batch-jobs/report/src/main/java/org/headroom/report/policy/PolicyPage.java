package org.headroom.report.policy;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.headroom.report.draw.Frame;
import org.headroom.report.safe.Html;
import org.headroom.report.safe.OwnSource;
import org.headroom.rules.file.Approval;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.value.Words;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.runs.exclusion.ExclusionCount;
import org.headroom.runs.log.PolicyPeriod;
import org.headroom.runs.log.RuleCounts;
import org.headroom.workbench.diff.PolicyChange;
import org.headroom.workbench.diff.RuleText;

/** The policy of a run as one document without a script: what it asks and why, what changed, what it did, who approved it. */
public final class PolicyPage {
    private static final OwnSource STYLE = OwnSource.of(PolicyPage.class, "policy.css");

    private final Html html;
    private final PolicyReport report;

    private PolicyPage(Writer to, PolicyReport report) {
        this.report = report;
        html = Frame.begin(to, "Policy " + report.policy().title(), STYLE, null);
    }

    /** Writes it to a writer, which stays open. */
    public static void write(Writer to, PolicyReport report) {
        new PolicyPage(to, report).write();
    }

    private void write() {
        html.open("body");
        head();
        approvals();
        rules("Gates: who is excluded, and who only under conditions", true);
        rules("Bonuses, maluses and tiers", false);
        criteria();
        effect();
        changes();
        html.close();
        html.end();
    }

    private void head() {
        html.line("h1", report.policy().title());
        html.line(
                "p",
                "Policy " + report.policy().id() + ", version "
                        + report.policy().version());
        String by = report.policy().authorship().text();
        if (!by.isEmpty()) {
            html.line("p", by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1));
        }
        html.line(
                "p",
                "As in run " + report.manifest().run() + " of "
                        + report.manifest().evaluationDate() + ", project "
                        + report.manifest().project() + ". Digest of its files: " + report.digest(),
                "class",
                "quiet");
    }

    private void approvals() {
        html.line("h2", "Approvals");
        List<Approval> valid = report.approvals().stream()
                .filter(one -> one.digest().equals(report.digest()))
                .toList();
        if (valid.isEmpty()) {
            html.line(
                    "p",
                    report.approvals().isEmpty()
                            ? "Nobody has approved this policy in its folder."
                            : "This policy was changed since it was approved last; no approval holds for it as it is.",
                    "class",
                    "warning");
        }
        if (report.approvals().isEmpty()) {
            return;
        }
        table("Version", "Approved by", "Date", "Note", "Holds for this policy");
        for (Approval one : report.approvals()) {
            row(
                    one.version(),
                    one.approvedBy(),
                    one.date(),
                    one.note(),
                    one.digest().equals(report.digest()) ? "yes" : "no: other files");
        }
        html.close();
    }

    private void table(String... headings) {
        html.open("table");
        html.open("tr");
        for (String heading : headings) {
            html.line("th", heading, "scope", "col");
        }
        html.close();
    }

    private void row(String... cells) {
        html.open("tr");
        for (String cell : cells) {
            html.line("td", cell);
        }
        html.close();
    }

    private void rules(String heading, boolean ofGates) {
        html.line("h2", heading);
        if (report.counts().stream().noneMatch(one -> one.rule().isGate() == ofGates)) {
            html.line(
                    "p", ofGates ? "This policy has no gates: no site is ever excluded." : "None.", "class", "warning");
            return;
        }
        table("Rule", "Where", "What it does", "Source", "Sites", "Cannot be told");
        for (RuleCounts one : report.counts()) {
            if (one.rule().isGate() == ofGates) {
                rule(one);
            }
        }
        html.close();
    }

    private void rule(RuleCounts one) {
        CheckedRule rule = one.rule();
        html.open("tr");
        html.open("td").text(rule.isGate() ? rule.name() + " (gate " + rule.gate() + ")" : rule.name());
        if (rule.validity().effective() != null || rule.validity().expires() != null) {
            html.line(
                    "div",
                    "written for"
                            + (rule.validity().effective() == null
                                    ? ""
                                    : " from " + rule.validity().effective())
                            + (rule.validity().expires() == null
                                    ? ""
                                    : " to " + rule.validity().expires()),
                    "class",
                    "quiet");
        }
        html.close();
        html.open("td").line("code", RuleText.condition(rule)).close();
        html.open("td");
        RuleText.actions(rule).forEach(action -> html.line("code", action).blank());
        html.close();
        html.line("td", rule.source());
        html.line("td", Long.toString(one.holds()), "class", "number");
        html.line("td", Long.toString(one.undecided()), "class", "number");
        html.close();
    }

    private void criteria() {
        html.line("h2", "What a score is made of");
        table("Criterion", "Weight", "Why", "Source");
        for (WeightedCriterion line : report.policy().criteria()) {
            row(
                    line.criterion().label() + " (" + line.criterion().id() + ", "
                            + line.criterion().unit() + ")",
                    Words.number(line.weight()),
                    line.reasoning(),
                    line.source());
        }
        html.close();
    }

    private void effect() {
        html.line("h2", "What it did in this run");
        long excluded =
                report.excluded().stream().mapToLong(ExclusionCount::sites).sum();
        html.line("p", excluded + " sites are excluded.");
        if (!report.excluded().isEmpty()) {
            table("Reason", "Code", "Sites");
            report.excluded().forEach(one -> row(one.reason(), one.code(), Long.toString(one.sites())));
            html.close();
        }
    }

    private void changes() {
        html.line("h2", "What changed, and when");
        for (PolicyPeriod period : report.periods()) {
            html.line("h3", period.firstRun() + ": " + period.policy() + " " + period.version());
            html.line(
                    "p",
                    "In force in " + period.runs() + (period.runs() == 1 ? " run, " : " runs, ") + period.from()
                            + " to "
                            + period.to() + ". "
                            + period.authorship().text()
                            + period.approval()
                                    .map(one -> " Approved by " + one.approvedBy() + " on " + one.date() + ".")
                                    .orElse(""),
                    "class",
                    "quiet");
            if (!period.unreadable().isEmpty()) {
                html.line("p", "It cannot be read any more: " + period.unreadable(), "class", "warning");
            }
            html.open("ul");
            for (PolicyChange change : period.changes()) {
                html.line(
                        "li",
                        change.kind().name().toLowerCase(Locale.ROOT) + " " + change.name() + ", " + change.text());
            }
            period.passed().forEach(passed -> html.line("li", passed));
            html.close();
        }
    }
}
