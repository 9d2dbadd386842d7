package org.headroom.report.page;

import java.util.stream.IntStream;
import org.headroom.report.data.PageData;
import org.headroom.report.data.RecordIndex;
import org.headroom.report.draw.RecordTable;
import org.headroom.report.safe.Html;

/** The records behind the figures. */
final class RecordsSection implements Section {
    @Override
    public String id() {
        return "records";
    }

    @Override
    public String heading(PageData page) {
        return "Records behind the figures";
    }

    @Override
    public void write(Html html, PageData page) {
        RecordIndex records = page.records();
        if (records.entries().isEmpty()) {
            html.line("p", "No record decided a figure of these sites.", "class", "empty");
        } else {
            RecordTable.write(
                    html,
                    records,
                    IntStream.range(0, records.entries().size()).boxed().toList());
        }
    }
}
