package org.headroom.decide.portfolio.choice;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * An upper bound of the value of any set, with the prices that prove it: the relaxation is solved over the things that matter, and enlarged
 * by things that the prices would choose and by cliques, sets of things that are all apart from one another, until neither is missing.
 */
final class RootBound {
    private static final int MOST_ROUNDS = 60;
    private static final int FIRST_THINGS = 200;
    private static final int MORE_THINGS = 200;
    private static final int POLISH = 60;

    private final ChoiceProblem problem;
    private final Rows rows;
    private final double[] reduced;
    private final Cliques cliques;
    private double[] prices = new double[0];
    private double bound = Double.POSITIVE_INFINITY;

    RootBound(ChoiceProblem problem) {
        this.problem = problem;
        rows = Rows.of(problem);
        reduced = new double[problem.size()];
        cliques = new Cliques(problem, rows);
        tighten();
        Prices.descend(problem, rows, Arrays.copyOf(prices, rows.size()), POLISH, this::take);
        rows.reduce(problem.values(), prices, reduced);
    }

    Rows rows() {
        return rows;
    }

    /** Prices of the rows. */
    double[] prices() {
        return Arrays.copyOf(prices, rows.size());
    }

    /** The values less the prices of what they take. */
    double[] reduced() {
        return reduced;
    }

    double bound() {
        return bound;
    }

    /**
     * The things that can be in a set of at least this value; no set with another is worth as much.
     *
     * @return places, ascending
     */
    int[] keep(long threshold) {
        double last = Prices.nth(reduced, problem.count());
        double margin = Prices.margin(bound);
        return Arrays.stream(Rows.range(problem.size()))
                .filter(i -> bound - Math.max(0, last - reduced[i]) >= threshold - margin)
                .toArray();
    }

    private void take(double[] at, double value) {
        if (value < bound) {
            bound = value;
            prices = at.clone();
        }
    }

    private void tighten() {
        int[] things = first();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Relaxation.Solution solution = Relaxation.solve(problem, rows, things);
            double base = rows.reduce(problem.values(), solution.prices(), reduced);
            take(solution.prices(), base + Prices.largest(reduced, problem.count()));
            int before = rows.size();
            cliques.add(things, solution.shares(), reduced);
            if (rows.size() > before) {
                continue;
            }
            int[] more = withMore(things);
            if (more.length == things.length) {
                return;
            }
            things = more;
        }
    }

    /** The largest values, and of each row the largest values. */
    private int[] first() {
        Set<Integer> first = new HashSet<>();
        addLargest(Rows.range(problem.size()), FIRST_THINGS + problem.count(), first);
        for (int row = 0; row < Math.min(rows.size(), FIRST_THINGS); row++) {
            addLargest(rows.members(row), 2, first);
        }
        return first.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private void addLargest(int[] of, int most, Set<Integer> to) {
        double[] values =
                Arrays.stream(of).mapToDouble(i -> problem.values()[i]).toArray();
        double least = Prices.nth(values, most);
        for (int i : of) {
            if (problem.values()[i] >= least) {
                to.add(i);
            }
        }
    }

    /** Things that the prices would rather choose than the last that they choose now. */
    private int[] withMore(int[] things) {
        double[] now = Arrays.stream(things).mapToDouble(i -> reduced[i]).toArray();
        double last = Prices.nth(now, problem.count());
        Set<Integer> in = new HashSet<>();
        for (int i : things) {
            in.add(i);
        }
        Arrays.stream(Rows.range(problem.size()))
                .filter(i -> !in.contains(i) && reduced[i] > last + Prices.margin(last))
                .boxed()
                .sorted((a, b) -> Double.compare(reduced[b], reduced[a]))
                .limit(MORE_THINGS)
                .forEach(in::add);
        return in.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
