package org.headroom.decide.portfolio.choice;

import java.util.Arrays;

/**
 * What some things share: the amounts of those that are chosen together are at most {@code most}.
 *
 * @param members places of the things, ascending
 * @param amounts what each takes, at least 0, in the order of the members
 * @param most at least 0
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Limit(int[] members, long[] amounts, long most) {
    public Limit {
        if (members.length != amounts.length) {
            throw new IllegalArgumentException(members.length + " members, " + amounts.length + " amounts");
        }
        if (most < 0) {
            throw new IllegalArgumentException("a limit of " + most);
        }
    }

    /** So many of these at most. */
    public static Limit count(int[] members, long most) {
        long[] amounts = new long[members.length];
        Arrays.fill(amounts, 1);
        return new Limit(members, amounts, most);
    }
}
