package org.headroom.decide.portfolio.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The best set that has a thing in it. */
public final class Forced {
    private Forced() {}

    /**
     * Solves a problem with one thing chosen.
     *
     * @param mostWork things and rows to look at before the search ends without a proof
     * @return the best set with the thing, and the bound of such sets; without a set when there is none
     */
    public static ChoiceResult with(ChoiceProblem problem, int thing, long mostWork) {
        Partial alone = new Partial(problem);
        if (!alone.fits(thing)) {
            return new ChoiceResult(List.of(), Double.NEGATIVE_INFINITY, true, 0);
        }
        ChoiceProblem.Floor floor = problem.floor();
        if (problem.count() == 1) {
            boolean isEnough = floor == null || floor.amounts()[thing] >= floor.least();
            long value = problem.values()[thing];
            List<Chosen> sets = isEnough ? List.of(new Chosen(List.of(thing), value)) : List.of();
            return new ChoiceResult(sets, isEnough ? value : Double.NEGATIVE_INFINITY, true, 1);
        }
        int[] apart = problem.apart().from(thing);
        int[] kept = IntStream.range(0, problem.size())
                .filter(i -> i != thing && Arrays.binarySearch(apart, i) < 0)
                .toArray();
        List<Limit> left = new ArrayList<>();
        for (Limit limit : problem.limits()) {
            int at = Arrays.binarySearch(limit.members(), thing);
            left.add(at < 0 ? limit : new Limit(limit.members(), limit.amounts(), limit.most() - limit.amounts()[at]));
        }
        ChoiceProblem.Floor wanted =
                floor == null ? null : new ChoiceProblem.Floor(floor.amounts(), floor.least() - floor.amounts()[thing]);
        ChoiceProblem rest = Part.problem(
                new ChoiceProblem(problem.count() - 1, problem.values(), left, wanted, problem.apart()), kept);
        ChoiceResult result = ChoiceSolver.solve(rest, 1, mostWork);
        long value = problem.values()[thing];
        List<Chosen> sets = result.sets().stream()
                .map(set -> {
                    int[] members = IntStream.concat(
                                    IntStream.of(thing), set.members().stream().mapToInt(i -> kept[i]))
                            .toArray();
                    return Chosen.of(members, members.length, set.value() + value);
                })
                .toList();
        return new ChoiceResult(sets, result.bound() + value, result.isProved(), result.nodes());
    }
}
