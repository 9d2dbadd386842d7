package org.headroom.decide.portfolio.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds rows for things that are all apart from one another, of which a solution of the relaxation takes more than one together. */
final class Cliques {
    private static final double SHARE = 1e-6;

    private final ChoiceProblem problem;
    private final Rows rows;
    private final Map<Integer, int[]> apart = new HashMap<>();

    Cliques(ChoiceProblem problem, Rows rows) {
        this.problem = problem;
        this.rows = rows;
    }

    /**
     * Adds what is missing.
     *
     * @param shares of the things, in their order
     * @param reduced of all things: of those that may stand in a row too, the largest come first
     */
    void add(int[] things, double[] shares, double[] reduced) {
        double[] share = new double[problem.size()];
        List<Integer> support = new ArrayList<>();
        for (int k = 0; k < things.length; k++) {
            if (shares[k] > SHARE) {
                support.add(things[k]);
                share[things[k]] = shares[k];
            }
        }
        support.sort((a, b) -> Double.compare(share[b], share[a]));
        Set<Integer> covered = new HashSet<>();
        for (int start : support) {
            if (covered.contains(start)) {
                continue;
            }
            List<Integer> clique = new ArrayList<>(List.of(start));
            double sum = share[start];
            for (int other : support) {
                if (other != start && isApartFromAll(other, clique)) {
                    clique.add(other);
                    sum += share[other];
                }
            }
            if (sum > 1 + SHARE) {
                covered.addAll(clique);
                rows.addCount(extended(clique, reduced), 1);
            }
        }
    }

    /** With all things that are apart from each of them and from one another. */
    private int[] extended(List<Integer> clique, double[] reduced) {
        List<Integer> whole = new ArrayList<>(clique);
        Arrays.stream(apart(clique.get(0)))
                .filter(i -> !clique.contains(i))
                .boxed()
                .sorted((a, b) -> Double.compare(reduced[b], reduced[a]))
                .filter(i -> isApartFromAll(i, clique))
                .forEach(i -> {
                    if (isApartFromAll(i, whole)) {
                        whole.add(i);
                    }
                });
        return whole.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private boolean isApartFromAll(int thing, List<Integer> others) {
        int[] from = apart(thing);
        return others.stream().allMatch(other -> Arrays.binarySearch(from, other) >= 0);
    }

    private int[] apart(int thing) {
        return apart.computeIfAbsent(thing, problem.apart()::from);
    }
}
