package org.headroom.report.draw;

import java.util.List;
import java.util.stream.Collectors;
import org.headroom.report.data.RecordIndex;
import org.headroom.report.safe.Html;

/** Records as a table; each is where a figure's link leads. */
public final class RecordTable {
    private RecordTable() {}

    /**
     * Writes it.
     *
     * @param shown numbers of the records, ascending
     */
    public static void write(Html html, RecordIndex records, Iterable<Integer> shown) {
        html.open("table").open("thead").open("tr");
        for (String title : new String[] {"Layer", "Record", "What it says", "Published by", "As of"}) {
            html.line("th", title, "scope", "col");
        }
        html.close().close().open("tbody");
        List<RecordIndex.Entry> entries = records.entries();
        for (int number : shown) {
            RecordIndex.Entry entry = entries.get(number);
            html.open("tr", "id", "record-" + number);
            html.line("th", entry.layer(), "scope", "row");
            html.open("td");
            if (entry.record().isEmpty()) {
                html.text("the layer as a whole");
            } else {
                html.line("code", entry.record());
            }
            html.close();
            html.line(
                    "td",
                    entry.fields().entrySet().stream()
                            .map(field -> field.getKey() + " " + field.getValue())
                            .collect(Collectors.joining("; ")));
            html.line("td", entry.source());
            html.line("td", entry.asOf().isEmpty() ? "not said" : entry.asOf());
            html.close();
        }
        html.close().close();
    }
}
