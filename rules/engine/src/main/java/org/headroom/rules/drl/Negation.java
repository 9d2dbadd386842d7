package org.headroom.rules.drl;

import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Tested;

/** Turns a condition into the one that holds where it fails, and is unknown where it is unknown (De Morgan; so in Kleene's logic too). */
final class Negation {
    private Negation() {}

    static Condition of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return new Condition.Or(and.parts().stream().map(Negation::of).toList());
        }
        if (condition instanceof Condition.Or or) {
            return new Condition.And(or.parts().stream().map(Negation::of).toList());
        }
        if (condition instanceof Condition.Compare compare) {
            return new Condition.Compare(compare.field(), compare.operator().negated(), compare.literal());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return new Condition.OneOf(oneOf.field(), oneOf.values(), !oneOf.negated());
        }
        if (condition instanceof Tested tested) {
            return tested.negated();
        }
        throw new IllegalStateException("no opposite of " + condition.getClass());
    }
}
