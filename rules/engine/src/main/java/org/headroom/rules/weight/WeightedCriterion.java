package org.headroom.rules.weight;

import org.headroom.model.Criterion;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.value.ValueFunction;
import org.jspecify.annotations.Nullable;

/**
 * A line of a criteria table.
 *
 * @param module id of the module that measures it
 * @param criterion as the module declares it
 * @param weight share of the score, 0 to 1
 * @param value from measurement to value
 * @param reasoning why this weight and these anchors
 * @param source author or institution, and year
 * @param unknown what unknown means; null where the policy does not say
 */
public record WeightedCriterion(
        String module,
        Criterion criterion,
        double weight,
        ValueFunction value,
        String reasoning,
        String source,
        @Nullable UnknownMeaning unknown) {
    /** Points that a value is worth: up to {@code 100 * weight}. */
    public double points(double utility) {
        return 100 * weight * utility;
    }

    /** The same line with another weight. */
    public WeightedCriterion withWeight(double other) {
        return new WeightedCriterion(module, criterion, other, value, reasoning, source, unknown);
    }
}
