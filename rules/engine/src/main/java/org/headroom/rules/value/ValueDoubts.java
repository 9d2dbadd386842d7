package org.headroom.rules.value;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.rules.file.PolicyYaml;

/** Finds what is odd about a value function, but may be meant. */
final class ValueDoubts {
    private final PolicyYaml place;
    private final Criterion criterion;

    /** @param place where the {@code value} stands */
    ValueDoubts(PolicyYaml place, Criterion criterion) {
        this.place = place;
        this.criterion = criterion;
    }

    void find(ValueFunction value) {
        double least = value.lowest(criterion.minimum(), criterion.maximum());
        double most = value.highest(criterion.minimum(), criterion.maximum());
        if (least == most) {
            place.doubt(
                    "flat",
                    "every measurement has the value " + Words.number(least) + ", so it tells no sites apart",
                    "give the worst measurement 0 and the best 1, or take the line out");
            return;
        }
        if (most < 1) {
            place.doubt(
                    "ends-not-reached",
                    "the best value is " + Words.number(most) + ", so no site can earn the whole weight",
                    "give the best measurement the value 1, and a smaller weight if that is meant");
        }
        if (least > 0) {
            place.doubt(
                    "ends-not-reached",
                    "the worst value is " + Words.number(least) + ", which every site is given",
                    "give the worst measurement the value 0, and a smaller weight if that is meant");
        }
        List<String> labels = criterion.labels();
        if (labels.containsAll(List.of("PASS", "FAIL"))
                && value.at(labels.indexOf("PASS")) < value.at(labels.indexOf("FAIL"))) {
            place.doubt("ends-not-reached", "FAIL is worth more than PASS", "exchange their values");
        }
        double[] anchors = value.breakpoints();
        if (value instanceof Step) {
            steps(value, anchors);
        } else if (value instanceof PiecewiseLinear) {
            lines(value, anchors);
        }
    }

    private void steps(ValueFunction value, double[] anchors) {
        double first = value.at(anchors[0]);
        if (anchors[0] > criterion.minimum() && first != 0 && first != 1) {
            place.doubt(
                    "gap",
                    "nothing is said of less than " + quantity(anchors[0]) + ", where the first value, "
                            + Words.number(first) + ", holds too",
                    "write a first step at " + quantity(criterion.minimum()));
        }
        for (int i = 1; i < anchors.length; i++) {
            if (value.at(anchors[i]) == value.at(anchors[i - 1])) {
                place.doubt("flat", "the step at " + quantity(anchors[i]) + " changes nothing", "take it out");
            }
        }
    }

    private void lines(ValueFunction value, double[] anchors) {
        for (int i = 1; i < anchors.length - 1; i++) {
            double here = value.at(anchors[i]);
            if (here == value.at(anchors[i - 1]) && here == value.at(anchors[i + 1])) {
                place.doubt("flat", "the anchor at " + quantity(anchors[i]) + " changes nothing", "take it out");
            }
        }
    }

    private String quantity(double measurement) {
        return Words.quantity(measurement, criterion.unit());
    }
}
