package org.headroom.pack.moratoria;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long an instrument holds, as its source gives it.
 *
 * @param kind FIXED_DAYS, UNTIL_DATE, UNTIL_EVENT, INDEFINITE or UNKNOWN
 * @param expires the last day that the source names, ISO 8601, or empty
 * @param days from the effective date, or empty
 * @param months from the effective date, or empty
 */
record Term(String kind, String expires, String days, String months) {
    boolean isKnown() {
        return !kind.equals("UNKNOWN");
    }

    /** The last day: the one named, else the term counted from its first day, which is not counted itself; null where there is none. */
    @Nullable
    LocalDate lastDay(@Nullable LocalDate first) {
        if (!expires.isEmpty()) {
            return LocalDate.parse(expires);
        }
        if (first == null || (days.isEmpty() && months.isEmpty())) {
            return null;
        }
        return days.isEmpty() ? first.plusMonths(Long.parseLong(months)) : first.plusDays(Long.parseLong(days));
    }
}
