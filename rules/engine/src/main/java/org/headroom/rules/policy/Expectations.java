package org.headroom.rules.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.prior.UnknownMeaning;
import org.headroom.rules.weight.WeightedCriterion;
import org.jspecify.annotations.Nullable;

/** What a policy expects of its criteria on one day. */
final class Expectations {
    private final Map<String, Expectation> byCriterion = new HashMap<>();

    /**
     * @param criteria lines of the policy
     * @param day evaluation date
     */
    Expectations(Iterable<WeightedCriterion> criteria, LocalDate day) {
        for (WeightedCriterion line : criteria) {
            UnknownMeaning unknown = line.unknown();
            if (unknown != null) {
                byCriterion.put(line.criterion().id(), new Expectation(line.criterion(), line.value(), unknown, day));
            }
        }
    }

    /** What is expected of a criterion; null where the policy does not say what unknown means. */
    @Nullable
    Expectation of(String criterionId) {
        return byCriterion.get(criterionId);
    }
}
