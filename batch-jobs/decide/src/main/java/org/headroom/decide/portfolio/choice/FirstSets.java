package org.headroom.decide.portfolio.choice;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Good sets to begin with: the best that fits, one after the other, by value and by value less prices; then one member is exchanged for another as long
 * as that is better. They only make the search shorter.
 */
final class FirstSets {
    private static final int MOST_TRIED = 4_000;
    private static final int MOST_ROUNDS = 50;

    private final ChoiceProblem problem;
    private final BestSets best;
    private final int[] tried;

    FirstSets(ChoiceProblem problem, double[] reduced, BestSets best) {
        this.problem = problem;
        this.best = best;
        double[] values = Arrays.stream(problem.values()).asDoubleStream().toArray();
        int[] byReduced = sorted(reduced);
        int[] byValue = sorted(values);
        tried = byReduced;
        improve(greedy(byReduced));
        improve(greedy(byValue));
    }

    private int[] sorted(double[] by) {
        double least = Prices.nth(by, Math.min(by.length, MOST_TRIED));
        return Arrays.stream(Rows.range(by.length))
                .filter(i -> by[i] >= least)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -by[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Partial greedy(int[] order) {
        Partial set = new Partial(problem);
        boolean[] out = new boolean[problem.size()];
        for (int i : order) {
            if (set.size() < problem.count() && !out[i] && set.fits(i)) {
                set.push(i);
                for (int other : problem.apart().from(i)) {
                    out[other] = true;
                }
            }
        }
        return set;
    }

    private void improve(Partial set) {
        if (set.size() < problem.count()) {
            return;
        }
        offer(set);
        boolean better = true;
        for (int round = 0; better && round < MOST_ROUNDS; round++) {
            better = false;
            for (int place = 0; place < problem.count(); place++) {
                better |= exchange(set, place);
            }
        }
    }

    /** Exchanges the member at a place for the best other one: first for what the floor wants, then for the value. */
    private boolean exchange(Partial set, int place) {
        long wantedBefore = Math.max(0, set.wanted());
        long valueBefore = set.value();
        int removed = set.remove(place);
        boolean[] out = new boolean[problem.size()];
        for (int k = 0; k < set.size(); k++) {
            out[set.member(k)] = true;
            for (int other : problem.apart().from(set.member(k))) {
                out[other] = true;
            }
        }
        int found = removed;
        long wanted = wantedBefore;
        long value = valueBefore;
        for (int i : tried) {
            if (!out[i] && i != removed && set.fits(i)) {
                long wantedThen = Math.max(0, set.wanted() - set.adds(i));
                long valueThen = set.value() + problem.values()[i];
                if (wantedThen == 0 && valueThen >= best.threshold()) {
                    set.push(i);
                    offer(set);
                    set.pop();
                }
                if (wantedThen < wanted || wantedThen == wanted && valueThen > value) {
                    found = i;
                    wanted = wantedThen;
                    value = valueThen;
                }
            }
        }
        set.push(found);
        return found != removed;
    }

    private void offer(Partial set) {
        if (set.wanted() <= 0) {
            best.offer(set.members(), set.size(), set.value());
        }
    }
}
