package org.headroom.report.page;

import java.util.Map;
import org.headroom.decide.portfolio.Portfolio;
import org.headroom.decide.portfolio.SiteFigures;
import org.headroom.report.data.Curve;
import org.headroom.report.data.Missing;
import org.headroom.report.data.PageData;
import org.headroom.report.draw.CurveSvg;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;

/** The best set of some sites, and how much there is at which value. */
final class SupplySection implements Section {
    private static final Map<String, String> NAMES = Map.of(
            "score", "score",
            "timeToPowerMonthsP50", "time to power",
            "siteCostUsdPerMwYear", "cost of the site");

    @Override
    public String id() {
        return "supply";
    }

    @Override
    public String heading(PageData page) {
        return "Portfolio and supply";
    }

    @Override
    public void write(Html html, PageData page) {
        page.portfolio()
                .ifPresentOrElse(
                        portfolio -> portfolio(html, portfolio),
                        () -> html.line("p", Missing.PORTFOLIO, "class", "empty"));
        if (page.curves().isEmpty()) {
            html.line("p", "The run keeps no supply curves.", "class", "empty");
            return;
        }
        html.line(
                "p",
                "MW that there are up to a value: the lower line for sure, the upper one at most, no node counted"
                        + " beyond what it has left. By state: curve.csv.",
                "class",
                "note");
        html.open("div", "class", "curves");
        for (Curve curve : page.curves()) {
            CurveSvg.draw(html, curve, NAMES.getOrDefault(curve.by(), curve.by()));
        }
        html.close();
    }

    private static void portfolio(Html html, Portfolio portfolio) {
        Portfolio.SiteSet set = portfolio.set();
        html.line(
                "p",
                "The best " + set.sites().size() + " sites together: " + Figures.fixed(set.mw(), 0) + " MW, "
                        + Figures.fixed(set.score(), 1) + " points (" + Figures.fixed(set.scoreLow(), 1) + " to "
                        + Figures.fixed(set.scoreHigh(), 1) + "), "
                        + (portfolio.isProved() ? "proved to be the best." : "not proved to be the best."));
        html.open("table").open("thead").open("tr");
        html.line("th", "Rank", "scope", "col", "class", "num");
        html.line("th", "Site", "scope", "col");
        html.line("th", "MW", "scope", "col", "class", "num");
        html.line("th", "Drawn from its node, MW", "scope", "col", "class", "num");
        html.line("th", "Connects at", "scope", "col");
        html.line("th", "Months", "scope", "col", "class", "num");
        html.close().close().open("tbody");
        for (SiteFigures site : set.sites()) {
            html.open("tr");
            html.line("td", Figures.count(site.rank()), "class", "num");
            html.line("th", site.label(), "scope", "row");
            html.line("td", Figures.fixed(site.mw(), 0), "class", "num");
            html.line("td", Figures.fixed(site.drawnMw(), 0), "class", "num");
            html.line("td", site.node() == null ? "not known" : site.node().label());
            html.line("td", Figures.range(site.monthsLow(), site.monthsHigh(), 0), "class", "num");
            html.close();
        }
        html.close().close();
        html.open("ul", "class", "note");
        portfolio.notes().forEach(note -> html.line("li", note));
        html.line(
                "li", "\"headroom portfolio\" answers with other numbers of sites, MW, distances, dates and budgets.");
        html.close();
    }
}
