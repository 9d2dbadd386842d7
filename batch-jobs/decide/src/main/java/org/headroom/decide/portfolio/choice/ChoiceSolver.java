package org.headroom.decide.portfolio.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the best sets of a {@link ChoiceProblem} and proves it. Prices of the limits come from the linear relaxation, which ojAlgo solves; from
 * them follows a bound, which rules out nearly all things; the sets of the others are searched. Gives the same on every machine. Stateless.
 */
public final class ChoiceSolver {
    /** Things and rows that are looked at, again and again, before the search ends without a proof; some 5 to 8 s of one core. */
    public static final long MOST_WORK = 700_000_000;

    private static final int MOST_SEARCHED = 12_000;

    private ChoiceSolver() {}

    /**
     * Solves a problem.
     *
     * @param sets how many of the best sets are wanted, at least 1
     */
    public static ChoiceResult solve(ChoiceProblem problem, int sets) {
        return solve(problem, sets, MOST_WORK);
    }

    /**
     * Solves a problem.
     *
     * @param sets how many of the best sets are wanted, at least 1
     * @param mostWork things and rows to look at before the search ends without a proof
     */
    public static ChoiceResult solve(ChoiceProblem problem, int sets, long mostWork) {
        if (problem.size() < problem.count()) {
            return new ChoiceResult(List.of(), Double.NEGATIVE_INFINITY, true, 0);
        }
        RootBound root = new RootBound(problem);
        BestSets best = new BestSets(sets);
        new FirstSets(problem, root.reduced(), best);
        int[] kept = root.keep(best.threshold());
        double open = Double.NEGATIVE_INFINITY;
        if (kept.length > MOST_SEARCHED) {
            int[] byReduced = byReduced(kept, root.reduced());
            double last = Prices.nth(root.reduced(), problem.count());
            open = root.bound() - last + root.reduced()[byReduced[MOST_SEARCHED]];
            kept = Arrays.copyOf(byReduced, MOST_SEARCHED);
            Arrays.sort(kept);
        }
        BestSets found = new BestSets(sets);
        Search search =
                new Search(Part.problem(problem, kept), Part.rows(root.rows(), kept, problem.size()), found, mostWork);
        for (Chosen set : best.list()) {
            int[] places = set.members().stream().mapToInt(Integer::intValue).toArray();
            int[] local = new int[places.length];
            int[] where = kept;
            Arrays.setAll(local, k -> Arrays.binarySearch(where, places[k]));
            if (Arrays.stream(local).allMatch(place -> place >= 0)) {
                found.offer(local, local.length, set.value());
            }
        }
        open = Math.max(open, search.run(root.prices()));
        List<Chosen> list = new ArrayList<>();
        for (Chosen set : found.list()) {
            int[] where = kept;
            int[] places =
                    set.members().stream().mapToInt(place -> where[place]).toArray();
            list.add(Chosen.of(places, places.length, set.value()));
        }
        return result(list, open, root.bound(), search.nodes());
    }

    private static ChoiceResult result(List<Chosen> list, double open, double rootBound, long nodes) {
        double first = list.isEmpty() ? Double.NEGATIVE_INFINITY : list.get(0).value();
        if (open == Double.NEGATIVE_INFINITY) {
            return new ChoiceResult(list, first, true, nodes);
        }
        return new ChoiceResult(list, Math.max(first, Math.min(open, rootBound)), false, nodes);
    }

    private static int[] byReduced(int[] kept, double[] reduced) {
        return Arrays.stream(kept)
                .boxed()
                .sorted((a, b) -> {
                    int byValue = Double.compare(reduced[b], reduced[a]);
                    return byValue != 0 ? byValue : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
