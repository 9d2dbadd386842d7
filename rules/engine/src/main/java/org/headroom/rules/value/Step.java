package org.headroom.rules.value;

import java.util.List;

/** A staircase: each value holds from its anchor, inclusive, to the next; the first value also holds below the first anchor. */
public final class Step implements ValueFunction {
    private final Anchors anchors;

    /** @throws IllegalArgumentException when the anchors are out of order or a value is not from 0 to 1 */
    public Step(List<double[]> pairs) {
        anchors = new Anchors(pairs);
    }

    @Override
    public double at(double measurement) {
        return anchors.y[Math.max(0, anchors.below(measurement))];
    }

    @Override
    public double lowest(double low, double high) {
        return anchors.least(low, high, at(low));
    }

    @Override
    public double highest(double low, double high) {
        return anchors.most(low, high, at(low));
    }

    @Override
    public String segment(double measurement, String unit) {
        int i = Math.max(0, anchors.below(measurement));
        String value = " (" + Words.number(anchors.y[i]) + ")";
        if (i == anchors.x.length - 1) {
            return "the step from " + Words.quantity(anchors.x[i], unit) + " on" + value;
        }
        String next = Words.quantity(anchors.x[i + 1], unit);
        return i == 0
                ? "the step below " + next + value
                : "the step from " + Words.quantity(anchors.x[i], unit) + " to below " + next + value;
    }

    @Override
    public double[] breakpoints() {
        return anchors.x.clone();
    }

    @Override
    public boolean neverFalls() {
        return anchors.neverFalls();
    }

    @Override
    public boolean neverRises() {
        return anchors.neverRises();
    }
}
