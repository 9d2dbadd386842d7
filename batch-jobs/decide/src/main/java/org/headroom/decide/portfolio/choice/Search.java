package org.headroom.decide.portfolio.choice;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Looks at all sets that may be among the best, depth first: a thing is put into the set, or left out for good. What is left is given up when
 * its bound is below the worst of the best sets; the prices of the bound are bettered on the way. Every claim rests on whole numbers and on the
 * bound that is reckoned here.
 */
final class Search {
    private static final int STEPS_AT_TOP = 80;
    private static final int STEPS_BELOW = 12;
    private static final double FIRST_STEP = 1.2;

    private final ChoiceProblem problem;
    private final BestSets best;
    private final long mostWork;
    private final int rowCount;
    private final double[] limits;
    private final int[][] rowsOf;
    private final double[][] amountsOf;
    private final BitSet[] apart;
    private final Partial set;
    private long nodes;
    private long work;
    private double open = Double.NEGATIVE_INFINITY;

    /**
     * @param problem over those things alone that may be in a set
     * @param mostWork things and rows that are looked at before the search ends without a proof
     */
    Search(ChoiceProblem problem, Rows rows, BestSets best, long mostWork) {
        this.problem = problem;
        this.best = best;
        this.mostWork = mostWork;
        int n = problem.size();
        rowCount = rows.size();
        limits = new double[rowCount];
        int[] counts = new int[n];
        for (int row = 0; row < rowCount; row++) {
            limits[row] = rows.limit(row);
            for (int member : rows.members(row)) {
                counts[member]++;
            }
        }
        rowsOf = new int[n][];
        amountsOf = new double[n][];
        apart = new BitSet[n];
        for (int i = 0; i < n; i++) {
            rowsOf[i] = new int[counts[i]];
            amountsOf[i] = new double[counts[i]];
            apart[i] = new BitSet();
            for (int other : problem.apart().from(i)) {
                apart[i].set(other);
            }
        }
        Arrays.fill(counts, 0);
        for (int row = 0; row < rowCount; row++) {
            for (int k = 0; k < rows.members(row).length; k++) {
                int member = rows.members(row)[k];
                rowsOf[member][counts[member]] = row;
                amountsOf[member][counts[member]++] = rows.amounts(row)[k];
            }
        }
        set = new Partial(problem);
    }

    /** Looks at all; gives the largest bound of what was not looked at, minus infinity when nothing was left out. */
    double run(double[] prices) {
        int[] pool = Rows.range(problem.size());
        pool = Arrays.stream(pool).filter(set::fits).toArray();
        look(pool, pool.length, prices.clone());
        return open;
    }

    long nodes() {
        return nodes;
    }

    private boolean isBelow(double bound) {
        return bound < best.threshold() - Prices.margin(bound);
    }

    private void look(int[] pool, int size, double[] prices) {
        int more = problem.count() - set.size();
        nodes++;
        if (more == 1) {
            last(pool, size);
            return;
        }
        Node node = new Node(pool, size, more, prices);
        if (isBelow(node.descend(set.size() == 0 ? STEPS_AT_TOP : STEPS_BELOW))) {
            return;
        }
        node.sort();
        int[] kept = node.pool;
        int count = node.keep();
        for (int first = 0; first + more <= count; first++) {
            double bound = node.bound(first);
            if (isBelow(bound)) {
                return;
            }
            if (work >= mostWork) {
                open = Math.max(open, bound);
                return;
            }
            int thing = kept[first];
            set.push(thing);
            int[] child = new int[count - first - 1];
            int length = 0;
            long largest = 0;
            for (int k = first + 1; k < count; k++) {
                if (!apart[thing].get(kept[k]) && set.fits(kept[k])) {
                    largest = Math.max(largest, set.adds(kept[k]));
                    child[length++] = kept[k];
                }
            }
            if (length >= more - 1 && set.wanted() <= largest * (more - 1)) {
                look(child, length, node.prices.clone());
            }
            set.pop();
        }
    }

    /** One is missing: each that fits gives a set. */
    private void last(int[] pool, int size) {
        work += size;
        for (int k = 0; k < size; k++) {
            int thing = pool[k];
            if (set.adds(thing) >= set.wanted() && set.value() + problem.values()[thing] >= best.threshold()) {
                set.push(thing);
                best.offer(set.members(), set.size(), set.value());
                set.pop();
            }
        }
    }

    /** What can still be added to the set, and the bound of that. */
    private final class Node {
        private final int more;
        private double[] prices;
        private final double[] left = limits.clone();
        private final boolean[] isFree = new boolean[rowCount];
        private int[] pool;
        private final int size;
        private double[] reduced;
        private double base;
        private double bound;

        Node(int[] pool, int size, int more, double[] prices) {
            this.pool = pool;
            this.size = size;
            this.more = more;
            this.prices = prices;
            reduced = new double[size];
            Arrays.fill(isFree, true);
            for (int k = 0; k < set.size(); k++) {
                int member = set.member(k);
                for (int r = 0; r < rowsOf[member].length; r++) {
                    left[rowsOf[member][r]] -= amountsOf[member][r];
                }
            }
            for (int k = 0; k < size; k++) {
                for (int row : rowsOf[pool[k]]) {
                    isFree[row] = false;
                }
            }
            for (int row = 0; row < rowCount; row++) {
                if (isFree[row] && left[row] >= 0) {
                    prices[row] = 0;
                }
            }
        }

        private double reckon() {
            base = set.value();
            work += size + rowCount;
            for (int row = 0; row < rowCount; row++) {
                if (prices[row] > 0) {
                    base += prices[row] * left[row];
                }
            }
            for (int k = 0; k < size; k++) {
                int thing = pool[k];
                double value = problem.values()[thing];
                for (int r = 0; r < rowsOf[thing].length; r++) {
                    value -= prices[rowsOf[thing][r]] * amountsOf[thing][r];
                }
                reduced[k] = value;
            }
            return base + Prices.largest(reduced, more);
        }

        /** Betters the prices until the bound is below the best sets, for so many steps; gives the lowest bound. */
        double descend(int steps) {
            double[] bestPrices = prices.clone();
            bound = reckon();
            double now = bound;
            double step = FIRST_STEP;
            for (int round = 0; round < steps && !isBelow(bound) && best.threshold() > Long.MIN_VALUE; round++) {
                if (!step(now, step)) {
                    break;
                }
                now = reckon();
                if (now < bound) {
                    bound = now;
                    bestPrices = prices.clone();
                } else {
                    step *= 0.7;
                }
            }
            prices = bestPrices;
            bound = reckon();
            return bound;
        }

        private boolean step(double now, double factor) {
            double[] slack = left.clone();
            double last = Prices.nth(reduced, more);
            int chosen = 0;
            for (int k = 0; k < size; k++) {
                if (reduced[k] > last) {
                    take(slack, pool[k]);
                    chosen++;
                }
            }
            for (int k = 0; k < size && chosen < more; k++) {
                if (reduced[k] == last) {
                    take(slack, pool[k]);
                    chosen++;
                }
            }
            double norm = 0;
            for (int row = 0; row < rowCount; row++) {
                if (slack[row] > 0 && prices[row] == 0) {
                    slack[row] = 0;
                }
                norm += slack[row] * slack[row];
            }
            if (norm == 0) {
                return false;
            }
            double length = factor * Math.max(1, now - best.threshold()) / norm;
            for (int row = 0; row < rowCount; row++) {
                prices[row] = Math.max(0, prices[row] - length * slack[row]);
            }
            return true;
        }

        private void take(double[] slack, int thing) {
            for (int r = 0; r < rowsOf[thing].length; r++) {
                slack[rowsOf[thing][r]] -= amountsOf[thing][r];
            }
        }

        /** The largest reduced values first; equal ones by place. */
        void sort() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, (a, b) -> {
                int byValue = Double.compare(reduced[b], reduced[a]);
                return byValue != 0 ? byValue : Integer.compare(pool[a], pool[b]);
            });
            int[] sorted = new int[size];
            double[] values = new double[size];
            for (int k = 0; k < size; k++) {
                sorted[k] = pool[order[k]];
                values[k] = reduced[order[k]];
            }
            pool = sorted;
            reduced = values;
        }

        /** How many of the sorted can be in one of the best sets. */
        int keep() {
            if (size < more) {
                return 0;
            }
            int count = size;
            while (count > more && isBelow(bound - reduced[more - 1] + reduced[count - 1])) {
                count--;
            }
            return count;
        }

        /** Of all sets that begin with the sorted thing at this place or a later one. */
        double bound(int first) {
            double sum = base;
            for (int k = first; k < first + more; k++) {
                sum += reduced[k];
            }
            return sum;
        }
    }
}
