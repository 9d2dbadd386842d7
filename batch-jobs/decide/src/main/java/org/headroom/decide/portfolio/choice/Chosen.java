package org.headroom.decide.portfolio.choice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of things.
 *
 * @param members their places, ascending
 * @param value the sum of their values
 */
public record Chosen(List<Integer> members, long value) {
    /** The largest value first, and of equal ones that whose members come first. */
    static final Comparator<Chosen> BEST_FIRST =
            Comparator.comparingLong(Chosen::value).reversed().thenComparing(Chosen::members, Chosen::compareMembers);

    public Chosen {
        members = List.copyOf(members);
    }

    static Chosen of(int[] members, int count, long value) {
        return new Chosen(Arrays.stream(members, 0, count).sorted().boxed().toList(), value);
    }

    private static int compareMembers(List<Integer> one, List<Integer> other) {
        return Arrays.compare(
                one.stream().mapToInt(Integer::intValue).toArray(),
                other.stream().mapToInt(Integer::intValue).toArray());
    }
}
