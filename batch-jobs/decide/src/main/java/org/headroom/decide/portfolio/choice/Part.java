package org.headroom.decide.portfolio.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A problem over some of its things, which keep their order. */
final class Part {
    private Part() {}

    /** @param kept places of the things that stay, ascending */
    static ChoiceProblem problem(ChoiceProblem whole, int[] kept) {
        int[] placeOf = placeOf(kept, whole.size());
        long[] values = Arrays.stream(kept).mapToLong(i -> whole.values()[i]).toArray();
        List<Limit> limits = whole.limits().stream()
                .map(limit -> {
                    int[] staying = staying(limit.members(), placeOf);
                    return new Limit(
                            Arrays.stream(staying)
                                    .map(k -> placeOf[limit.members()[k]])
                                    .toArray(),
                            Arrays.stream(staying)
                                    .mapToLong(k -> limit.amounts()[k])
                                    .toArray(),
                            limit.most());
                })
                .filter(limit -> limit.members().length > 0)
                .toList();
        ChoiceProblem.Floor floor = whole.floor() == null
                ? null
                : new ChoiceProblem.Floor(
                        Arrays.stream(kept)
                                .mapToLong(i ->
                                        Objects.requireNonNull(whole.floor()).amounts()[i])
                                .toArray(),
                        whole.floor().least());
        Apart apart = thing -> Arrays.stream(whole.apart().from(kept[thing]))
                .map(other -> placeOf[other])
                .filter(other -> other >= 0)
                .toArray();
        return new ChoiceProblem(whole.count(), values, limits, floor, apart);
    }

    /** The rows over the things that stay. */
    static Rows rows(Rows whole, int[] kept, int size) {
        int[] placeOf = placeOf(kept, size);
        Rows part = new Rows();
        for (int row = 0; row < whole.size(); row++) {
            int[] members = whole.members(row);
            double[] amounts = whole.amounts(row);
            int[] staying = staying(members, placeOf);
            part.add(
                    Arrays.stream(staying).map(k -> placeOf[members[k]]).toArray(),
                    Arrays.stream(staying).mapToDouble(k -> amounts[k]).toArray(),
                    whole.limit(row));
        }
        return part;
    }

    private static int[] placeOf(int[] kept, int size) {
        int[] placeOf = new int[size];
        Arrays.fill(placeOf, -1);
        for (int k = 0; k < kept.length; k++) {
            placeOf[kept[k]] = k;
        }
        return placeOf;
    }

    private static int[] staying(int[] members, int[] placeOf) {
        return IntStream.range(0, members.length)
                .filter(k -> placeOf[members[k]] >= 0)
                .toArray();
    }
}
