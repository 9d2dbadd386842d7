package org.headroom.report.page;

import java.util.Locale;
import java.util.Objects;
import org.headroom.report.data.Issues;
import org.headroom.report.data.PageData;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;
import org.headroom.runs.Manifest;

/** The layers with their ages and licences, and the problems found in them. */
final class DataSection implements Section {
    private static final int MOST_ISSUES = 50;

    @Override
    public String id() {
        return "data";
    }

    @Override
    public String heading(PageData page) {
        return "Issues, ages and sources of data";
    }

    @Override
    public void write(Html html, PageData page) {
        layers(html, page);
        issues(html, page.issues());
    }

    private static void layers(Html html, PageData page) {
        html.open("table").open("thead").open("tr");
        for (String title : new String[] {"Layer", "Published by", "Licence", "As of"}) {
            html.line("th", title, "scope", "col");
        }
        for (String title : new String[] {"Age, days", "Records read", "Used", "Skipped", "Issues"}) {
            html.line("th", title, "scope", "col", "class", "num");
        }
        html.line("th", "Use", "scope", "col");
        html.close().close().open("tbody");
        for (Manifest.LayerEntry layer : page.input().manifest().layers()) {
            Long days = layer.ageDays();
            html.open("tr");
            html.line("th", layer.layer(), "scope", "row");
            html.line("td", layer.source());
            html.line(
                    "td",
                    Objects.requireNonNullElse(page.input().given().licences().get(layer.layer()), Figures.UNKNOWN));
            html.line("td", layer.asOf().isEmpty() ? "not said" : layer.asOf());
            html.line("td", days == null ? Figures.UNKNOWN : Figures.count(days), "class", "num");
            html.line("td", Figures.count(layer.read()), "class", "num");
            html.line("td", Figures.count(layer.used()), "class", "num");
            html.line("td", Figures.count(layer.skipped()), "class", "num");
            html.line("td", Figures.count(layer.issues()), "class", "num");
            html.line("td", use(layer.use()), "class", "use-" + layer.use().toLowerCase(Locale.ROOT));
            html.close();
        }
        html.close().close();
    }

    private static String use(String use) {
        return switch (use) {
            case "USED" -> "used";
            case "MARKED" -> "used, marked as past its age";
            case "WITHHELD" -> "withheld: too old";
            default -> use.toLowerCase(Locale.ROOT);
        };
    }

    private static void issues(Html html, Issues issues) {
        if (issues.total() == 0) {
            html.line("p", "No problem was found in the input.", "class", "empty");
            return;
        }
        html.line("h3", Figures.count(issues.total(), "problem", "problems") + " found in the input");
        html.open("ul");
        for (Issues.Count count : issues.counts()) {
            html.line(
                    "li",
                    count.layer() + ": " + Figures.count(count.issues()) + " "
                            + count.effect().toLowerCase(Locale.ROOT));
        }
        html.close();
        html.open("details").line("summary", "The first of them");
        html.open("table").open("thead").open("tr");
        for (String title : new String[] {"Effect", "Layer", "Record", "Field", "Value", "Reason"}) {
            html.line("th", title, "scope", "col");
        }
        html.close().close().open("tbody");
        for (Issues.Issue issue : issues.first().stream().limit(MOST_ISSUES).toList()) {
            html.open("tr");
            html.line("td", issue.effect().toLowerCase(Locale.ROOT));
            html.line("td", issue.layer());
            html.line("td", issue.recordId().isEmpty() ? issue.record() : issue.recordId());
            html.line("td", issue.field());
            html.line("td", issue.value());
            html.line("td", issue.reason());
            html.close();
        }
        html.close().close();
        html.line("p", "All of them: issues.csv.", "class", "note");
        html.close();
    }
}
