package org.headroom.report.page;

import java.util.function.Function;
import org.headroom.report.data.PageData;
import org.headroom.report.data.SiteSheet;
import org.headroom.report.data.Watched;
import org.headroom.report.safe.Html;

/**
 * The watch list of the project.
 *
 * @param href where the sheet of a site lies; empty where there is none
 */
record WatchSection(Function<SiteSheet, String> href) implements Section {
    @Override
    public String id() {
        return "watch";
    }

    @Override
    public String heading(PageData page) {
        return "Watch list";
    }

    @Override
    public boolean isShown(PageData page) {
        return !page.watched().isEmpty();
    }

    @Override
    public void write(Html html, PageData page) {
        html.open("ul");
        for (Watched watched : page.watched()) {
            html.open("li");
            SiteSheet sheet = watched.row() < 0 ? null : page.sheet(watched.row());
            String to = sheet == null ? "" : href.apply(sheet);
            if (to.isEmpty()) {
                html.text(watched.text());
            } else {
                html.line("a", watched.text(), "href", to);
            }
            html.close();
        }
        html.close();
    }
}
