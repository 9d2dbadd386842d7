package org.headroom.rules.value;

import java.util.List;

/** Straight lines between anchors; level beyond the first and the last. */
public final class PiecewiseLinear extends AnchoredFunction {
    /**
     * @param pairs measurement and value of each anchor, at least two, ascending
     * @throws IllegalArgumentException when they are out of order or a value is not from 0 to 1
     */
    public PiecewiseLinear(List<double[]> pairs) {
        super(pairs);
        if (x.length < 2) {
            throw new IllegalArgumentException("a piecewise linear function needs two anchors or more");
        }
    }

    /**
     * Full value at a target, falling in a straight line to 0 at the tolerance on either side: the two-sided desirability of
     * Derringer and Suich (1980) with exponent 1.
     */
    public static PiecewiseLinear target(double at, double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance " + Words.number(tolerance) + " is not above 0");
        }
        return new PiecewiseLinear(
                List.of(new double[] {at - tolerance, 0}, new double[] {at, 1}, new double[] {at + tolerance, 0}));
    }

    @Override
    public double at(double measurement) {
        int i = below(measurement);
        if (i < 0) {
            return y[0];
        }
        if (i == x.length - 1) {
            return y[i];
        }
        double value = y[i] + (measurement - x[i]) * ((y[i + 1] - y[i]) / (x[i + 1] - x[i]));
        // Rounding may pass the next anchor's value by a bit, which would break the order of two sites.
        return y[i] <= y[i + 1] ? Math.min(Math.max(value, y[i]), y[i + 1]) : Math.max(Math.min(value, y[i]), y[i + 1]);
    }

    @Override
    double area(double from, double to) {
        return (to - from) * (at(from) + at(to)) / 2;
    }

    @Override
    public double lowest(double low, double high) {
        double atLow = at(low);
        return low == high ? atLow : least(low, high, Math.min(atLow, at(high)));
    }

    @Override
    public double highest(double low, double high) {
        double atLow = at(low);
        return low == high ? atLow : most(low, high, Math.max(atLow, at(high)));
    }

    @Override
    public String segment(double measurement, String unit) {
        int i = below(measurement);
        if (i < 0) {
            return "below the first anchor, " + Words.anchor(x[0], y[0], unit);
        }
        if (i == x.length - 1) {
            return "at or above the last anchor, " + Words.anchor(x[i], y[i], unit);
        }
        return "between " + Words.anchor(x[i], y[i], unit) + " and " + Words.anchor(x[i + 1], y[i + 1], unit);
    }

    @Override
    public String definition() {
        return "piecewiseLinear: " + super.definition();
    }
}
