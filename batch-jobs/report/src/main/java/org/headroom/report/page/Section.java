package org.headroom.report.page;

import org.headroom.report.data.PageData;
import org.headroom.report.safe.Html;

/** A section of the page. */
interface Section {
    /** Its anchor. */
    String id();

    /** Its heading. */
    String heading(PageData page);

    /** Whether the page has it. */
    default boolean isShown(PageData page) {
        return true;
    }

    /** Writes what stands below the heading. */
    void write(Html html, PageData page);
}
