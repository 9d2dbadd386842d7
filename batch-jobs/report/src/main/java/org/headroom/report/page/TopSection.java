package org.headroom.report.page;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.report.data.PageData;
import org.headroom.report.data.SiteCode;
import org.headroom.report.data.SiteColumns;
import org.headroom.report.data.SiteNumber;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.draw.IntervalBar;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;
import org.jspecify.annotations.Nullable;

/**
 * The first N with all that a person compares.
 *
 * @param href where the sheet of a site lies; empty where there is none
 */
record TopSection(Function<SiteSheet, String> href) implements Section {
    /** What a narrow window leaves to the sheet. */
    private static final String WIDE = "wide";

    @Override
    public String id() {
        return "top";
    }

    @Override
    public String heading(PageData page) {
        return "The first " + listed(page);
    }

    /** Without sites that are excluded. */
    private static int listed(PageData page) {
        return (int) Math.min(
                Math.min(page.input().topN(), page.columns().texts()),
                page.input().manifest().counts().ranked());
    }

    @Override
    public void write(Html html, PageData page) {
        html.line(
                "p",
                "Ranked by points of " + Figures.fixed(page.input().policy().maximumScore(), 0)
                        + ". The bar runs from the points if all that is unknown turns out for the worst to those if"
                        + " it turns out for the best; the mark is what ranks."
                        + (page.draws() == 0
                                ? ""
                                : " The chance to be among the first "
                                        + page.input().topN() + " is from " + Figures.count(page.draws())
                                        + " draws of what is unknown."),
                "class",
                "note");
        Optional<GateText> common = GateText.common(page.columns(), listed(page));
        LostPoints lost = new LostPoints(IntStream.range(0, listed(page))
                .mapToObj(page::sheet)
                .flatMap(Stream::ofNullable)
                .toList());
        writeCommon(html, common, lost);
        html.open("table", "id", "top-table");
        html.open("thead").open("tr");
        html.line("th", "Rank", "scope", "col", "class", "num");
        html.line("th", "Site", "scope", "col");
        html.line("th", "Kind", "scope", "col", "class", WIDE);
        html.line("th", "Points", "scope", "col", "class", "num");
        html.line("th", "Worst to best", "scope", "col", "class", WIDE);
        if (page.draws() > 0) {
            html.line("th", "In the first " + page.input().topN(), "scope", "col", "class", "num");
        }
        html.line("th", "Months to power, P50 to P90", "scope", "col", "class", "num");
        html.line("th", "MW", "scope", "col", "class", "num");
        html.line("th", "USD/MWh", "scope", "col", "class", "num " + WIDE);
        html.line("th", "Loses most points by", "scope", "col");
        if (common.isEmpty()) {
            html.line("th", "Gates, and why", "scope", "col");
        }
        html.close().close().open("tbody");
        for (int row = 0; row < listed(page); row++) {
            row(html, page, row, lost, common.isEmpty());
        }
        html.close().close();
    }

    /** What is the same at each of the sites, and so takes no column. */
    private static void writeCommon(Html html, Optional<GateText> gates, LostPoints lost) {
        if (gates.isEmpty() && lost.common().isEmpty()) {
            return;
        }
        html.open("p", "id", "top-common").text("The same at each of them:");
        gates.ifPresent(same -> {
            html.text(" gates ");
            answer(html, same);
            html.text(same.why().isEmpty() ? "." : " (" + same.why() + ").");
        });
        html.text(lost.common().isEmpty() ? "" : " Points lost, above all, by " + lost.common() + ".");
        html.close();
    }

    private void row(Html html, PageData page, int row, LostPoints lost, boolean withGates) {
        SiteColumns columns = page.columns();
        SiteSheet sheet = page.sheet(row);
        html.open("tr", "id", "site-" + row, "data-row", Integer.toString(row));
        html.line("td", Integer.toString(row + 1), "class", "num");
        html.open("th", "scope", "row");
        String to = sheet == null ? "" : href.apply(sheet);
        if (to.isEmpty()) {
            html.text(columns.label(row));
        } else {
            html.line("a", columns.label(row), "href", to);
        }
        html.close();
        html.line(
                "td",
                columns.isFacility(row) ? "existing" : "new land",
                "class",
                (columns.isFacility(row) ? "kind-mine " : "kind-land ") + WIDE);
        html.open("td", "class", "num");
        String points = Figures.fixed(columns.number(row, SiteNumber.SCORE), 1);
        String explained = to.isEmpty() ? "" : behind(to, "#explanation");
        if (explained.isEmpty()) {
            html.text(points);
        } else {
            html.line("a", points, "href", explained);
        }
        html.close();
        html.open("td", "class", WIDE);
        new IntervalBar(
                        page.input().policy().minimumScore(),
                        page.input().policy().maximumScore())
                .draw(
                        html,
                        columns.number(row, SiteNumber.SCORE),
                        columns.number(row, SiteNumber.SCORE_LOW),
                        columns.number(row, SiteNumber.SCORE_HIGH));
        html.close();
        if (page.draws() > 0) {
            html.line("td", Figures.percent(columns.number(row, SiteNumber.TOP_N)), "class", "num");
        }
        figure(html, sheet, "timeToPowerMonthsP50", months(columns, row), "num");
        figure(html, sheet, mwOf(columns, row), mw(columns, row), "num two-lines");
        figure(
                html,
                sheet,
                "energyPriceUsdPerMwh",
                Figures.range(columns.number(row, SiteNumber.PRICE), columns.number(row, SiteNumber.PRICE_HIGH), 1),
                "num " + WIDE);
        html.line("td", sheet == null ? "" : lost.of(sheet), "class", "words");
        if (withGates) {
            GateText gates = GateText.of(columns, row);
            html.open("td", "class", "words");
            answer(html, gates);
            html.text(gates.why().isEmpty() ? "" : " " + gates.why()).close();
        }
        html.close();
    }

    private static void answer(Html html, GateText gates) {
        html.line("span", gates.answer(), "class", "gate gate-" + gates.answer());
    }

    private static String months(SiteColumns columns, int row) {
        String half = Figures.range(
                columns.number(row, SiteNumber.MONTHS_50), columns.number(row, SiteNumber.MONTHS_50_HIGH), 0);
        String most = Figures.range(
                columns.number(row, SiteNumber.MONTHS_90), columns.number(row, SiteNumber.MONTHS_90_HIGH), 0);
        return half.equals(Figures.UNKNOWN) && most.equals(Figures.UNKNOWN)
                ? Figures.UNKNOWN
                : most.equals(Figures.UNKNOWN) ? half : half + " / " + most;
    }

    private static String mwOf(SiteColumns columns, int row) {
        return columns.code(row, SiteCode.MW_OF) == SiteCode.RIGHT ? "usableRightMw" : "publishedHeadroomMw";
    }

    private static String mw(SiteColumns columns, int row) {
        String mw = Figures.range(columns.number(row, SiteNumber.MW), columns.number(row, SiteNumber.MW_HIGH), 0);
        return switch (columns.code(row, SiteCode.MW_OF)) {
            case SiteCode.RIGHT -> mw + " held, not\u00a0let";
            case SiteCode.HEADROOM -> mw + "\u00a0left";
            default -> Figures.UNKNOWN;
        };
    }

    /** A place in a sheet; empty where there is no sheet. */
    private static String behind(String sheet, String anchor) {
        return sheet.isEmpty() ? "" : sheet + anchor;
    }

    private void figure(Html html, @Nullable SiteSheet sheet, String criterion, String text, String kind) {
        SiteSheet.Figure figure = sheet == null ? null : sheet.figures().get(criterion);
        html.open("td", "class", kind);
        String to = figure == null || sheet == null
                ? ""
                : figure.record() >= 0
                        ? "#record-" + figure.record()
                        : behind(href.apply(sheet), "#figure-" + criterion);
        if (to.isEmpty()) {
            html.text(text);
        } else {
            html.line("a", text, "href", to);
        }
        html.close();
    }
}
