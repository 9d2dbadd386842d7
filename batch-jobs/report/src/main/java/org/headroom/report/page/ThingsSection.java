package org.headroom.report.page;

import java.util.Locale;
import org.headroom.report.data.PageData;
import org.headroom.report.data.Thing;
import org.headroom.report.safe.Html;

/** Three things to know. */
final class ThingsSection implements Section {
    @Override
    public String id() {
        return "things";
    }

    @Override
    public String heading(PageData page) {
        return "Three things to know";
    }

    @Override
    public void write(Html html, PageData page) {
        html.open("ol");
        for (Thing thing : page.things()) {
            html.open("li", "class", "thing thing-" + thing.kind().name().toLowerCase(Locale.ROOT));
            html.open("a", "href", thing.href()).text(thing.text()).close();
            html.close();
        }
        html.close();
    }
}
