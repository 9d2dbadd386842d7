package org.headroom.report.sheet;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.headroom.report.data.RecordIndex;
import org.headroom.report.data.RunInput;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.draw.Frame;
import org.headroom.report.draw.IntervalBar;
import org.headroom.report.draw.RecordTable;
import org.headroom.report.draw.TreeHtml;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;
import org.headroom.report.safe.OwnSource;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.whatif.WhatIf;
import org.headroom.runs.whatif.WhatIfText;
import org.headroom.workbench.explanation.Explanation;
import org.headroom.workbench.explanation.ExplanationText;

/** The sheet of a site as one document. Not safe for several threads. */
public final class Sheet {
    private final Html html;
    private final RunInput input;
    private final SiteSheet site;

    private Sheet(Writer to, RunInput input, SiteSheet site, OwnSource style) {
        this.input = input;
        this.site = site;
        html = Frame.begin(to, site.label() + ", " + input.manifest().evaluationDate(), style, null);
    }

    /** Writes it to a writer, which stays open. */
    public static void write(Writer to, RunInput input, SiteSheet site, RecordIndex records, OwnSource style) {
        new Sheet(to, input, site, style).write(records);
    }

    private void write(RecordIndex records) {
        html.open("body", "class", "sheet");
        header();
        html.open("main");
        gates();
        figures();
        whatIf();
        history();
        section("explanation", "Explanation");
        TreeHtml.write(html, ExplanationText.tree(site.explanation()));
        html.close();
        section("records", "Records behind the figures");
        RecordTable.write(html, records, site.records());
        html.close();
        html.close();
        html.end();
    }

    private void section(String id, String heading) {
        html.open("section", "id", id, "aria-labelledby", id + "-heading");
        html.line("h2", heading, "id", id + "-heading");
    }

    private void header() {
        Explanation explanation = site.explanation();
        html.open("header");
        html.line("h1", site.label());
        html.line(
                "p",
                "Site " + site.id() + " · "
                        + (input.manifest().title().isEmpty()
                                ? input.manifest().project()
                                : input.manifest().title())
                        + " · " + input.manifest().evaluationDate() + " · "
                        + Figures.fixed(input.manifest().requestedLoadMw(), 0) + " MW · policy "
                        + explanation.policy() + " · inputs " + input.manifest().run(),
                "class",
                "run");
        html.open("p", "class", "standing");
        html.line(
                "strong",
                "Rank " + Figures.count(site.row() + 1) + " of " + Figures.count(site.sites()) + ", "
                        + Figures.fixed(explanation.score(), 1) + " points");
        html.text(" (" + Figures.range(explanation.lower(), explanation.upper(), 1) + "), tier " + explanation.tier()
                + ", gates ");
        html.line(
                "span",
                explanation.gate().name(),
                "class",
                "gate gate-" + explanation.gate().name());
        html.close();
        new IntervalBar(input.policy().minimumScore(), input.policy().maximumScore())
                .draw(html, explanation.score(), explanation.lower(), explanation.upper());
        site.sure().ifPresent(this::sure);
        html.close();
    }

    private void sure(RunExplanations.SureRank sure) {
        html.line(
                "p",
                "Among the first " + sure.topN() + " with " + Figures.percent(sure.probability()) + "; rank "
                        + Figures.count(sure.rankP05()) + " to " + Figures.count(sure.rankP95())
                        + " in nine draws of ten.");
    }

    private void gates() {
        section("gates", "Gates");
        html.open("table").open("thead").open("tr");
        html.line("th", "Gate", "scope", "col");
        html.line("th", "Answer", "scope", "col");
        html.line("th", "Why", "scope", "col");
        html.close().close().open("tbody");
        for (Explanation.Gate gate : site.explanation().gates()) {
            html.open("tr");
            html.line("th", gate.gate(), "scope", "row");
            html.open("td")
                    .line(
                            "span",
                            gate.answer().name(),
                            "class",
                            "gate gate-" + gate.answer().name())
                    .close();
            html.open("td");
            if (!gate.rules().isEmpty()) {
                html.open("ul");
                gate.rules().forEach(this::rule);
                html.close();
            }
            html.close().close();
        }
        html.close().close().close();
    }

    private void rule(Explanation.RuleLine rule) {
        html.open("li");
        html.text((rule.decided() ? "" : "cannot be told: ")
                + String.join("; ", rule.reasons().stream().distinct().toList()));
        for (Explanation.Reading reading : rule.because()) {
            if (!reading.unknownReason().isEmpty()) {
                html.text(". " + reading.field() + " is not known: " + reading.unknownReason());
            }
        }
        html.close();
    }

    private void figures() {
        section("figures", "Figures");
        html.open("table").open("thead").open("tr");
        html.line("th", "Criterion", "scope", "col");
        html.line("th", "Figure", "scope", "col", "class", "num");
        html.line("th", "Points", "scope", "col", "class", "num");
        html.line("th", "Of", "scope", "col", "class", "num");
        html.line("th", "Evidence", "scope", "col");
        html.close().close().open("tbody");
        for (Map.Entry<String, SiteSheet.Figure> entry : site.figures().entrySet()) {
            SiteSheet.Figure figure = entry.getValue();
            Double low = figure.pointsLow();
            Double high = figure.pointsHigh();
            html.open("tr", "id", "figure-" + entry.getKey());
            html.open("th", "scope", "row")
                    .text(figure.label())
                    .blank()
                    .line("code", entry.getKey())
                    .close();
            html.open("td", "class", "num");
            if (figure.record() < 0) {
                html.text(figure.text());
            } else {
                html.line("a", figure.text(), "href", "#record-" + figure.record());
            }
            html.close();
            html.line("td", low == null || high == null ? "" : Figures.range(low, high, 2), "class", "num");
            html.line("td", figure.pointsOf() == 0 ? "" : Figures.fixed(figure.pointsOf(), 1), "class", "num");
            html.line("td", figure.evidence());
            html.close();
        }
        html.close().close().close();
    }

    private void whatIf() {
        section("what-if", "What if");
        WhatIf whatIf = site.whatIf();
        if (whatIf == null) {
            html.line(
                    "p",
                    "With this many sites \"headroom report --site " + site.id() + "\" says what would bring it among"
                            + " the first " + input.topN() + ", or push it out.",
                    "class",
                    "empty");
        } else {
            html.line(
                    "p",
                    (whatIf.isIn() ? "What would push it out of" : "What would bring it among") + " the first "
                            + whatIf.top() + ":");
            TreeHtml.write(html, WhatIfText.tree(whatIf));
        }
        html.close();
    }

    private void history() {
        List<SiteSheet.PastNight> nights = site.history();
        section("history", "Other nights");
        if (nights.isEmpty()) {
            html.line(
                    "p",
                    "\"headroom report --site " + site.id()
                            + "\" writes this sheet with the rank in every night that is kept.",
                    "class",
                    "empty");
            html.close();
            return;
        }
        html.open("table").open("thead").open("tr");
        html.line("th", "Night", "scope", "col");
        html.line("th", "Rank", "scope", "col", "class", "num");
        html.line("th", "Points", "scope", "col", "class", "num");
        html.line("th", "Worst to best", "scope", "col");
        html.line("th", "Gates", "scope", "col");
        html.line("th", "Policy", "scope", "col");
        html.close().close().open("tbody");
        for (SiteSheet.PastNight night : nights) {
            html.open("tr");
            html.line("th", night.run(), "scope", "row");
            if (night.rank() == 0) {
                html.line("td", "no such site", "class", "num", "colspan", "4");
            } else {
                html.line("td", Figures.count(night.rank()) + " of " + Figures.count(night.sites()), "class", "num");
                html.line("td", Figures.fixed(night.score(), 1), "class", "num");
                html.open("td");
                new IntervalBar(input.policy().minimumScore(), input.policy().maximumScore())
                        .draw(html, night.score(), night.scoreLow(), night.scoreHigh());
                html.close();
                html.open("td")
                        .line("span", night.gate(), "class", "gate gate-" + night.gate())
                        .close();
            }
            html.line("td", night.policy());
            html.close();
        }
        html.close().close().close();
    }
}
