package org.headroom.report.page;

import org.headroom.decide.advice.Advice;
import org.headroom.decide.advice.AdviceEntry;
import org.headroom.report.data.Missing;
import org.headroom.report.data.PageData;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;

/** Whom to ask what first. */
final class CallsSection implements Section {
    private static final int MOST = 15;

    @Override
    public String id() {
        return "calls";
    }

    @Override
    public String heading(PageData page) {
        return "Call list";
    }

    @Override
    public void write(Html html, PageData page) {
        Advice advice = page.advice();
        if (advice == null) {
            html.line("p", Missing.ADVICE, "class", "empty");
            return;
        }
        if (advice.entries().isEmpty()) {
            html.line("p", "No single answer would change the list.", "class", "empty");
            return;
        }
        html.open("table").open("thead").open("tr");
        html.line("th", "Ask", "scope", "col");
        html.line("th", "Sites it touches", "scope", "col", "class", "num");
        html.line("th", "One enters", "scope", "col", "class", "num");
        html.line("th", "One leaves", "scope", "col", "class", "num");
        html.line("th", "Worth, points", "scope", "col", "class", "num");
        html.close().close().open("tbody");
        for (AdviceEntry entry : advice.entries().stream().limit(MOST).toList()) {
            html.open("tr");
            html.line("th", entry.advice(), "scope", "row");
            html.line("td", Figures.count(entry.sites()), "class", "num");
            html.line("td", Figures.percent(entry.probabilityToEnter()), "class", "num");
            html.line("td", Figures.percent(entry.probabilityToLeave()), "class", "num");
            html.line("td", Figures.fixed(entry.expectedChange(), 2), "class", "num");
            html.close();
        }
        html.close().close();
        if (advice.entries().size() > MOST) {
            html.line(
                    "p",
                    Figures.count(advice.entries().size() - MOST)
                            + " more: \"headroom advise\" lists them, and says what each may settle.",
                    "class",
                    "note");
        }
    }
}
