package org.headroom.rules.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days for which a rule was written, as {@code @effective} and {@code @expires} say. They change no result: a rule applies until it is
 * taken out of its file, and the check reports a rule that is out of its days.
 *
 * @param effective first day; null when none is given
 * @param expires last day; null when none is given
 */
public record Validity(
        @Nullable LocalDate effective, @Nullable LocalDate expires) {
    /** No day is given. */
    public static final Validity ALWAYS = new Validity(null, null);
}
