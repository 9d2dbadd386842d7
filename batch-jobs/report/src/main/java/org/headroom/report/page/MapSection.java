package org.headroom.report.page;

import org.headroom.report.data.PageData;
import org.headroom.report.draw.StillMap;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;

/** The map. */
final class MapSection implements Section {
    @Override
    public String id() {
        return "map";
    }

    @Override
    public String heading(PageData page) {
        return "Map";
    }

    @Override
    public void write(Html html, PageData page) {
        int total = page.columns().total();
        if (total == 0) {
            html.line("p", "The run has no sites.", "class", "empty");
            return;
        }
        html.line(
                "p",
                "Squares are new land, triangles existing facilities; grey is excluded; numbers are ranks."
                        + (page.density() == null
                                ? ""
                                : " Of " + Figures.count(total) + " sites this drawing has the best "
                                        + Figures.count(
                                                Math.min(total, page.columns().texts())) + "."),
                "class",
                "note");
        html.open("div", "id", "map-live", "hidden", "hidden").close();
        StillMap.draw(
                html,
                page.columns(),
                page.input().given().shapes(),
                page.input().topN());
    }
}
