package org.headroom.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.headroom.report.data.SiteColumns;

/**
 * What the gates of a site answer together, and why.
 *
 * @param answer PASS, CONDITIONAL, UNKNOWN or FAIL
 * @param why in words, without saying of each rule anew that it cannot be told; empty for a gate that is passed
 */
record GateText(String answer, String why) {
    private static final String CANNOT_TELL = "cannot tell: ";

    static GateText of(SiteColumns columns, int row) {
        return new GateText(columns.gate(row).name(), together(columns.why(row)));
    }

    /** What the first sites have in common; empty where they differ, or are fewer than two. */
    static Optional<GateText> common(SiteColumns columns, int rows) {
        List<GateText> different = IntStream.range(0, rows)
                .mapToObj(row -> of(columns, row))
                .distinct()
                .limit(2)
                .toList();
        return rows > 1 && different.size() == 1 ? Optional.of(different.get(0)) : Optional.empty();
    }

    private static String together(String why) {
        List<String> held = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (String part : why.split("; ", -1)) {
            if (part.startsWith(CANNOT_TELL)) {
                untold.add(part.substring(CANNOT_TELL.length()));
            } else {
                held.add(part);
            }
        }
        if (!untold.isEmpty()) {
            held.add(CANNOT_TELL + String.join(", ", untold));
        }
        return String.join("; ", held);
    }
}
