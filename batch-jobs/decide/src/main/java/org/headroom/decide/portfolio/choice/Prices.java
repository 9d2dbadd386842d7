package org.headroom.decide.portfolio.choice;

import java.util.Arrays;

/** Sums of the largest, and the descent of prices to a lower bound. */
final class Prices {
    private static final double ROUNDING = 1e-12;
    private static final double FIRST_STEP = 1;
    private static final double SMALLEST_STEP = 1e-3;
    private static final int PATIENCE = 5;

    private Prices() {}

    /** Takes prices and the bound that they give. */
    @FunctionalInterface
    interface Taker {
        void take(double[] prices, double bound);
    }

    /** More than what rounding can do to a bound. */
    static double margin(double bound) {
        return 0.5 + ROUNDING * Math.abs(bound);
    }

    /** The n-th largest; minus infinity when there are fewer. */
    static double nth(double[] values, int n) {
        if (n > values.length) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] heap = smallestOfLargest(values, n);
        return heap[0];
    }

    /** Sum of the n largest, of all when there are fewer. */
    static double largest(double[] values, int n) {
        double[] heap = smallestOfLargest(values, Math.min(n, values.length));
        Arrays.sort(heap);
        double sum = 0;
        for (int i = heap.length - 1; i >= 0; i--) {
            sum += heap[i];
        }
        return sum;
    }

    /** A heap of the n largest with the smallest of them first. */
    private static double[] smallestOfLargest(double[] values, int n) {
        double[] heap = Arrays.copyOf(values, n);
        for (int i = n / 2 - 1; i >= 0; i--) {
            sink(heap, i);
        }
        for (int i = n; i < values.length && n > 0; i++) {
            if (values[i] > heap[0]) {
                heap[0] = values[i];
                sink(heap, 0);
            }
        }
        return heap;
    }

    private static void sink(double[] heap, int from) {
        int at = from;
        while (2 * at + 1 < heap.length) {
            int child = 2 * at + 1;
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[at] <= heap[child]) {
                return;
            }
            double moved = heap[at];
            heap[at] = heap[child];
            heap[child] = moved;
            at = child;
        }
    }

    /** Steps along the subgradient over all things of a problem (Held, Wolfe and Crowder 1974), from some prices on. */
    static void descend(ChoiceProblem problem, Rows rows, double[] prices, int steps, Taker taker) {
        int rowCount = prices.length;
        double[] reduced = new double[problem.size()];
        boolean[] chosen = new boolean[problem.size()];
        double step = FIRST_STEP;
        double best = Double.POSITIVE_INFINITY;
        int worse = 0;
        for (int round = 0; round < steps && step > SMALLEST_STEP; round++) {
            double base = rows.reduce(problem.values(), prices, reduced);
            double bound = base + largest(reduced, problem.count());
            taker.take(prices, bound);
            if (bound < best) {
                best = bound;
                worse = 0;
            } else if (++worse > PATIENCE) {
                step /= 2;
                worse = 0;
            }
            mark(reduced, problem.count(), chosen);
            double[] slack = new double[rowCount];
            double norm = 0;
            for (int row = 0; row < rowCount; row++) {
                double left = rows.limit(row);
                int[] of = rows.members(row);
                double[] amounts = rows.amounts(row);
                for (int k = 0; k < of.length; k++) {
                    if (chosen[of[k]]) {
                        left -= amounts[k];
                    }
                }
                slack[row] = left > 0 && prices[row] == 0 ? 0 : left;
                norm += slack[row] * slack[row];
            }
            if (norm == 0) {
                return;
            }
            double length = step * Math.max(1, Math.abs(best)) * 1e-3 / norm;
            for (int row = 0; row < rowCount; row++) {
                prices[row] = Math.max(0, prices[row] - length * slack[row]);
            }
        }
    }

    /** Marks the n largest; of equal ones those that come first. */
    private static void mark(double[] values, int n, boolean[] chosen) {
        Arrays.fill(chosen, false);
        double last = nth(values, n);
        int left = n;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > last) {
                chosen[i] = true;
                left--;
            }
        }
        for (int i = 0; i < values.length && left > 0; i++) {
            if (values[i] == last) {
                chosen[i] = true;
                left--;
            }
        }
    }
}
