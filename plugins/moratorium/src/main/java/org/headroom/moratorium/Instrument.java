package org.headroom.moratorium;

import java.util.Set;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one legal instrument as the layer gives them; days since 1970-01-01, {@link FeatureLayer#NO_DATE} where missing.
 *
 * @param status as in the layer; null where missing or not understood
 * @param durationDays term from the effective date; NaN where missing
 * @param durationMonths term in calendar months, where it is not given in days; NaN where missing
 * @param durationKind as in the layer; null where missing
 * @param certainty of the dates; null where missing
 * @param toldOn day of which the status tells: that of its check, else the day that the layer describes; or NO_DATE
 */
record Instrument(
        @Nullable String status,
        int adopted,
        int effective,
        int expiry,
        double durationDays,
        double durationMonths,
        @Nullable String durationKind,
        int rescinded,
        @Nullable String certainty,
        int checkedOn,
        int toldOn) {
    /** What may end after a counted term; a kind that nobody understood may not. */
    private static final Set<String> COUNTED = Set.of("FIXED_DAYS", "UNTIL_DATE", "UNKNOWN");

    boolean is(String wanted) {
        return wanted.equals(status);
    }

    boolean isOver() {
        return is("REPLACED") || is("EXPIRED") || is("RESCINDED");
    }

    boolean isRunning() {
        return is("ACTIVE") || is("EXTENDED");
    }

    /** Whether its end follows from a number of days or months. */
    boolean hasTerm() {
        boolean isCounted = durationKind == null || COUNTED.contains(durationKind);
        return isCounted && !(Double.isNaN(durationDays) && Double.isNaN(durationMonths));
    }
}
