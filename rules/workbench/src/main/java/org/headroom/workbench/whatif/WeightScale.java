package org.headroom.workbench.whatif;

import java.util.List;
import org.headroom.rules.weight.WeightedCriterion;

/** Weights of a policy when one of them changes and the others keep their proportions and the sum of all. */
public final class WeightScale {
    private final List<WeightedCriterion> criteria;
    private final int changed;
    private final double sum;

    /**
     * @param criteria the lines of the tables
     * @param changed place of the one that changes
     */
    public WeightScale(List<WeightedCriterion> criteria, int changed) {
        this.criteria = criteria;
        this.changed = changed;
        double total = 0;
        for (WeightedCriterion entry : criteria) {
            total += entry.weight();
        }
        this.sum = total;
    }

    /** The weight as it is. */
    double weight() {
        return criteria.get(changed).weight();
    }

    /** All other weights together, as they are. */
    double others() {
        return sum - weight();
    }

    /** What the other weights are multiplied with when the weight changes by {@code by}. */
    double othersTimes(double by) {
        return Math.max(0, others() - by) / others();
    }

    /** All weights when the one changes by {@code by}; at least minus itself, at most the sum of the others. */
    public double[] weights(double by) {
        double times = othersTimes(by);
        double[] weights = new double[criteria.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i == changed ? weight() + by : criteria.get(i).weight() * times;
        }
        return weights;
    }
}
