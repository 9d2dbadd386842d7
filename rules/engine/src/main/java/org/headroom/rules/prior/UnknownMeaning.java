package org.headroom.rules.prior;

import java.time.LocalDate;
import java.util.Map;
import org.headroom.model.UnknownReason;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says that unknown means for one criterion.
 *
 * @param prior the distribution; null where {@code silence} gives it
 * @param silence what an inventory's silence means; null where {@code prior} is given
 * @param byReason other distributions where the measurement is unknown for a certain reason
 * @param sharedBy attribute of a site; sites that have it alike share one draw of what is unknown; empty when each is on its own
 * @param ask whom to ask what to know it, with {@link #PLACE} for the place; empty where the policy does not say
 * @param reasoning why
 * @param source author or institution, and year
 */
public record UnknownMeaning(
        @Nullable Prior prior,
        @Nullable Silence silence,
        Map<UnknownReason, Prior> byReason,
        String sharedBy,
        String ask,
        String reasoning,
        String source) {
    /** Stands for the place that is asked about. */
    public static final String PLACE = "{place}";

    public UnknownMeaning {
        if ((prior == null) == (silence == null)) {
            throw new IllegalArgumentException("either a prior or an inventory's silence says what unknown means");
        }
        byReason = Map.copyOf(byReason);
    }

    /** The distribution on a day where the measurement is unknown for a reason. */
    public Prior on(LocalDate day, UnknownReason reason) {
        Prior special = byReason.get(reason);
        return special != null ? special : usual(day);
    }

    private Prior usual(LocalDate day) {
        if (silence != null) {
            return silence.on(day);
        }
        if (prior == null) {
            throw new IllegalStateException("neither a prior nor silence");
        }
        return prior;
    }

    /** All that outcomes follow from, with all digits: two meanings have the same text only if they are the same. */
    public String definition() {
        StringBuilder text =
                new StringBuilder(silence != null ? silence.definition() : prior != null ? prior.definition() : "");
        byReason.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> text.append("; ")
                .append(one.getKey())
                .append(": ")
                .append(one.getValue().definition()));
        return sharedBy.isEmpty() ? text.toString() : text + "; sharedBy: " + sharedBy;
    }
}
