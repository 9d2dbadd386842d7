package org.headroom.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import org.headroom.report.data.Missing;
import org.headroom.report.data.PageData;
import org.headroom.report.safe.Figures;
import org.headroom.report.safe.Html;

/** What comes up, day by day. */
final class ComingSection implements Section {
    private static final int MOST = 40;

    @Override
    public String id() {
        return "coming";
    }

    @Override
    public String heading(PageData page) {
        return "Coming up";
    }

    @Override
    public void write(Html html, PageData page) {
        JsonNode calendar = page.comingUp();
        if (calendar == null) {
            html.line("p", Missing.COMING_UP, "class", "empty");
            return;
        }
        if (calendar.path("days").isEmpty()) {
            html.line(
                    "p",
                    "Nothing changes by the calendar alone until "
                            + calendar.path("until").asText() + ".",
                    "class",
                    "empty");
            looked(html, calendar);
            return;
        }
        html.open("table").open("thead").open("tr");
        html.line("th", "Day", "scope", "col");
        html.line("th", "What changes by the calendar alone", "scope", "col");
        html.close().close().open("tbody");
        int shown = 0;
        int all = 0;
        for (JsonNode day : calendar.path("days")) {
            for (JsonNode event : day.path("events")) {
                all++;
                if (shown < MOST) {
                    shown++;
                    html.open("tr");
                    html.line("th", day.path("date").asText(), "scope", "row");
                    html.line("td", event.path("text").asText());
                    html.close();
                }
            }
        }
        html.close().close();
        if (all > shown) {
            html.line("p", Figures.count(all - shown) + " more are in calendar.json.", "class", "note");
        }
        looked(html, calendar);
    }

    /** What was looked at, so that silence is not taken for more than it is. */
    private static void looked(Html html, JsonNode calendar) {
        String text = calendar.path("checked").path("text").asText();
        if (!text.isEmpty()) {
            html.line("p", "Looked at until " + calendar.path("until").asText() + ": " + text + ".", "class", "note");
        }
    }
}
