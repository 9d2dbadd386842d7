package org.headroom.rules.value;

import java.util.List;

/** A staircase: each value holds from its anchor, inclusive, to the next; the first value also holds below the first anchor. */
public final class Step extends AnchoredFunction {
    /** @throws IllegalArgumentException when the anchors are out of order or a value is not from 0 to 1 */
    public Step(List<double[]> pairs) {
        super(pairs);
    }

    @Override
    public double at(double measurement) {
        return y[Math.max(0, below(measurement))];
    }

    @Override
    double area(double from, double to) {
        return (to - from) * at(from);
    }

    @Override
    public double lowest(double low, double high) {
        return least(low, high, at(low));
    }

    @Override
    public double highest(double low, double high) {
        return most(low, high, at(low));
    }

    @Override
    public String segment(double measurement, String unit) {
        int i = Math.max(0, below(measurement));
        String value = " (" + Words.number(y[i]) + ")";
        if (i == x.length - 1) {
            return "the step from " + Words.quantity(x[i], unit) + " on" + value;
        }
        String next = Words.quantity(x[i + 1], unit);
        return i == 0
                ? "the step below " + next + value
                : "the step from " + Words.quantity(x[i], unit) + " to below " + next + value;
    }

    @Override
    public String definition() {
        return "step: " + super.definition();
    }
}
