package org.headroom.pack.moratoria;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as the sources write them. */
final class Days {
    private Days() {}

    /** A day, or the first of a month; null for a bare year and for nothing. */
    static @Nullable LocalDate first(String text) {
        return switch (text.length()) {
            case 10 -> LocalDate.parse(text);
            case 7 -> LocalDate.parse(text + "-01");
            default -> null;
        };
    }
}
