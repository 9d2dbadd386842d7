package org.headroom.decide.portfolio.choice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Choose exactly {@code count} things so that the sum of their values is largest: the amounts of each limit stay within it, those of the floor
 * reach it, and no two are chosen that must be apart.
 *
 * @param count how many are chosen, at least 1
 * @param values what each is worth; the sum of the {@code count} largest must stay below 2^60
 * @param limits what is shared
 * @param floor amounts of which at least so much is wanted; null for none
 * @param apart pairs that exclude each other
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record ChoiceProblem(
        int count,
        long[] values,
        List<Limit> limits,
        @Nullable Floor floor,
        Apart apart) {
    public ChoiceProblem {
        limits = List.copyOf(limits);
        if (count < 1) {
            throw new IllegalArgumentException("a choice of " + count);
        }
    }

    /**
     * At least so much together.
     *
     * @param amounts what each thing adds, at least 0
     * @param least what is wanted
     */
    public record Floor(long[] amounts, long least) {}

    /** Number of things. */
    public int size() {
        return values.length;
    }
}
