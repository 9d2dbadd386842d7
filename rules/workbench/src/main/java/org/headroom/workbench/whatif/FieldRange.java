package org.headroom.workbench.whatif;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Linear;
import org.headroom.rules.rule.Proportion;
import org.headroom.rules.rule.RuleAction;
import org.headroom.rules.rule.TwoSided;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.rules.weight.WeightedCriterion;

/**
 * Where the score of a site may turn or jump as one of its fields moves: the anchors of its value function, the limits that rules compare it
 * with, and where points in proportion outweigh a value that is curved. Between two of them the score is monotone and without a jump, and the
 * rules give the same answers.
 *
 * @param label short name for people
 * @param minimum smallest value that the field may have
 * @param maximum largest
 * @param stops anchors and limits within that range; never empty
 */
record FieldRange(String label, double minimum, double maximum, SortedSet<Double> stops) {
    private static final int MOST_SLOPES = 1_000;

    /**
     * The range of a field; empty when nothing in the policy hangs on it.
     *
     * @param lower least that each field of the site is, NaN where unknown
     * @param upper most that each field is
     */
    static Optional<FieldRange> of(
            Policy policy, SiteField field, ToDoubleFunction<SiteField> lower, ToDoubleFunction<SiteField> upper) {
        Optional<Criterion> criterion = policy.vocabulary().criteria().stream()
                .filter(c -> field.criterion() && c.id().equals(field.name()))
                .findFirst();
        double minimum = criterion.map(Criterion::minimum).orElse(-Double.MAX_VALUE);
        double maximum = criterion.map(Criterion::maximum).orElse(Double.MAX_VALUE);
        SortedSet<Double> stops = new TreeSet<>();
        SortedSet<Double> slopes = new TreeSet<>(Set.of(0.0));
        for (CheckedRule rule : policy.rules()) {
            for (RuleAction action : rule.actions()) {
                Proportion in = action.proportion();
                if (in != null && in.field().equals(field)) {
                    stops.add(in.from());
                    stops.add(in.end());
                    slopes = withAnother(slopes, action.sign() * in.slope());
                }
            }
            for (Condition leaf : rule.condition().leaves()) {
                if (leaf instanceof TwoSided sides && sides.fields().contains(field)) {
                    crossing(sides.difference(), field, lower, upper).ifPresent(stops::add);
                } else if (field.equals(leaf.field())) {
                    stops.add(leaf instanceof Condition.Compare compare ? compare.literal() : 0.0);
                }
            }
        }
        for (WeightedCriterion entry : policy.criteria()) {
            if (entry.criterion().id().equals(field.name()) && entry.weight() > 0) {
                addAll(stops, entry.value().breakpoints());
                for (double slope : slopes) {
                    addAll(stops, entry.value().turns(-slope / entry.points(1)));
                }
            }
        }
        stops.removeIf(stop -> stop < minimum || stop > maximum);
        return stops.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldRange(
                        criterion.map(Criterion::label).orElse(field.name()),
                        Math.max(minimum, -Double.MAX_VALUE),
                        Math.min(maximum, Double.MAX_VALUE),
                        stops));
    }

    private static void addAll(SortedSet<Double> stops, double[] more) {
        for (double stop : more) {
            stops.add(stop);
        }
    }

    /**
     * What points in proportion may rise by for each unit of the field, with those of one more action: a rule counts, or does not, or counts in one end
     * of the score of which the middle ranks. No policy has so many on one field that those beyond the limit matter.
     */
    private static SortedSet<Double> withAnother(SortedSet<Double> slopes, double slope) {
        SortedSet<Double> more = new TreeSet<>(slopes);
        if (slopes.size() < MOST_SLOPES) {
            slopes.forEach(each -> {
                more.add(each + slope / 2);
                more.add(each + slope);
            });
        }
        return more;
    }

    /** Where two sides are equal, when all other fields on them are exactly known. */
    private static OptionalDouble crossing(
            Linear difference, SiteField field, ToDoubleFunction<SiteField> lower, ToDoubleFunction<SiteField> upper) {
        double rest = difference.figure();
        double factor = 0;
        for (Linear.Term term : difference.terms()) {
            if (term.field().equals(field)) {
                factor = term.factor();
                continue;
            }
            double known = lower.applyAsDouble(term.field());
            if (known != upper.applyAsDouble(term.field())) {
                return OptionalDouble.empty();
            }
            rest += term.factor() * known;
        }
        return OptionalDouble.of(-rest / factor + 0.0);
    }

    /** From the lowest to the highest stop; of a single one its distance from 0. */
    double span() {
        double span = stops.last() - stops.first();
        return span > 0 ? span : Math.max(Math.abs(stops.first()), 1);
    }
}
