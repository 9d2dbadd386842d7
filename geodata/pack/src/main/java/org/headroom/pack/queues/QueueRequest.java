package org.headroom.pack.queues;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that its operator lists as open.
 *
 * @param market operator, as the footprints name it
 * @param id the operator's id
 * @param side GENERATION or LOAD
 * @param status ACTIVE or SUSPENDED; UNKNOWN where the list does not say whether the request is still open
 * @param mw size at the point of interconnection, a hybrid once; below 0 for a reduction, null when it is not given
 * @param fuel class of fuel, empty when it is not given
 * @param entered day of entry, null when it is not given
 * @param counties codes of the counties in one of which it lies; empty when none could be told
 * @param asOf day that the list describes
 */
record QueueRequest(
        String market,
        String id,
        String side,
        String status,
        @Nullable Double mw,
        String fuel,
        @Nullable LocalDate entered,
        List<String> counties,
        LocalDate asOf) {
    static final List<String> HEADER = List.of(
            "market",
            "request_id",
            "side",
            "status",
            "mw",
            "fuel",
            "queue_date",
            "county_fips",
            "county_count",
            "as_of");

    List<String> cells() {
        return List.of(
                market,
                id,
                side,
                status,
                megawatts(mw),
                fuel,
                text(entered),
                String.join(";", counties),
                counties.isEmpty() ? "" : Integer.toString(counties.size()),
                asOf.toString());
    }

    /** A size to the kilowatt; lists carry sums with the noise of binary fractions. */
    static String megawatts(@Nullable Double mw) {
        if (mw == null) {
            return "";
        }
        BigDecimal rounded = BigDecimal.valueOf(mw).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
