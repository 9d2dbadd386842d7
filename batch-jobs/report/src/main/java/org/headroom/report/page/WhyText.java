package org.headroom.report.page;

import java.util.ArrayList;
import java.util.List;

/** Why a gate is not passed, without saying of each rule anew that it cannot be told. */
final class WhyText {
    private static final String CANNOT_TELL = "cannot tell: ";

    private WhyText() {}

    static String of(String why) {
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
