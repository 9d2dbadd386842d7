package org.headroom.report.page;

import java.util.stream.Collectors;
import org.headroom.report.data.Excluded;
import org.headroom.report.data.PageData;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;

/** Why sites are excluded. */
final class ExcludedSection implements Section {
    @Override
    public String id() {
        return "excluded";
    }

    @Override
    public String heading(PageData page) {
        return "Excluded";
    }

    @Override
    public void write(Html html, PageData page) {
        if (page.excluded().isEmpty()) {
            html.line("p", "No site is excluded.", "class", "empty");
            return;
        }
        html.open("table").open("thead").open("tr");
        html.line("th", "Reason", "scope", "col");
        html.line("th", "Sites", "scope", "col", "class", "num");
        html.line("th", "Such as", "scope", "col");
        html.close().close().open("tbody");
        for (Excluded excluded : page.excluded()) {
            html.open("tr");
            html.open("th", "scope", "row")
                    .text(excluded.reason())
                    .blank()
                    .line("code", excluded.code())
                    .close();
            html.line("td", Figures.count(excluded.sites()), "class", "num");
            html.line(
                    "td",
                    excluded.rows().stream().limit(5).map(page.columns()::label).collect(Collectors.joining("; ")));
            html.close();
        }
        html.close().close();
    }
}
