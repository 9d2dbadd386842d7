package org.headroom.rules.value;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A value function of anchors: pairs of measurement and value, in ascending order of the measurement. */
abstract class AnchoredFunction implements ValueFunction {
    final double[] x;
    final double[] y;

    AnchoredFunction(List<double[]> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("there is no anchor");
        }
        x = new double[pairs.size()];
        y = new double[pairs.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = pairs.get(i)[0];
            y[i] = pairs.get(i)[1];
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException("the anchor " + x[i] + " is not a finite number");
            }
            if (!(y[i] >= 0 && y[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the value " + Words.number(y[i]) + " at " + Words.number(x[i]) + " is not from 0 to 1");
            }
            if (i > 0 && !(x[i - 1] < x[i])) {
                throw new IllegalArgumentException("the anchor " + Words.number(x[i]) + " does not lie above "
                        + Words.number(x[i - 1]) + " before it");
            }
        }
    }

    /** The last anchor at or below the measurement, or -1. */
    int below(double measurement) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] <= measurement) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Smallest value of the anchors strictly inside an interval, or {@code start} when that is smaller. */
    double least(double low, double high, double start) {
        double least = start;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > low && x[i] <= high) {
                least = Math.min(least, y[i]);
            }
        }
        return least;
    }

    /** Largest value of the anchors inside an interval, or {@code start} when that is larger. */
    double most(double low, double high, double start) {
        double most = start;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > low && x[i] <= high) {
                most = Math.max(most, y[i]);
            }
        }
        return most;
    }

    /** Area below the function between two measurements that no anchor parts. */
    abstract double area(double from, double to);

    @Override
    public double mean(double low, double high) {
        if (low == high) {
            return at(low);
        }
        double area = 0;
        double from = low;
        for (double anchor : x) {
            if (anchor > from && anchor < high) {
                area += area(from, anchor);
                from = anchor;
            }
        }
        area += area(from, high);
        return area / (high - low);
    }

    @Override
    public double[] breakpoints() {
        return x.clone();
    }

    /** The anchors as a criteria table writes them. */
    @Override
    public String definition() {
        return IntStream.range(0, x.length)
                .mapToObj(i -> "[" + Words.exact(x[i]) + ", " + Words.exact(y[i]) + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public boolean neverFalls() {
        for (int i = 1; i < y.length; i++) {
            if (y[i] < y[i - 1]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean neverRises() {
        for (int i = 1; i < y.length; i++) {
            if (y[i] > y[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
