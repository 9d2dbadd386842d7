package org.headroom.moratorium;

import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one legal instrument as the layer gives them; days since 1970-01-01, {@link FeatureLayer#NO_DATE} where missing.
 *
 * @param status as in the layer; null where missing
 * @param durationDays term from the effective date; NaN where missing
 * @param durationKind as in the layer; null where missing
 * @param certainty of the dates; null where missing
 * @param layerAsOf day that the layer describes, or NO_DATE
 */
record Instrument(
        @Nullable String status,
        int adopted,
        int effective,
        int expiry,
        double durationDays,
        @Nullable String durationKind,
        int rescinded,
        @Nullable String certainty,
        int checkedOn,
        int layerAsOf) {

    boolean is(String wanted) {
        return wanted.equals(status);
    }

    boolean isOver() {
        return is("REPLACED") || is("EXPIRED") || is("RESCINDED");
    }

    boolean isRunning() {
        return is("ACTIVE") || is("EXTENDED");
    }

    /** Whether its end follows from a number of days. */
    boolean hasTerm() {
        boolean untilFurtherNotice = "INDEFINITE".equals(durationKind) || "UNTIL_EVENT".equals(durationKind);
        return !Double.isNaN(durationDays) && !untilFurtherNotice;
    }
}
