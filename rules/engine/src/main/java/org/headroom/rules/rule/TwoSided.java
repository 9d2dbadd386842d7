package org.headroom.rules.rule;

import java.util.List;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.vocabulary.SiteField;

/**
 * Fields compared with fields, or with a day. On intervals it is decided only when it is so for all that the fields may be.
 *
 * @param left one side
 * @param operator how they are compared
 * @param right the other side, in the same unit
 * @param difference the left side less the right one; not a figure alone
 * @param isOfDays whether the sides are days
 */
public record TwoSided(Linear left, Operator operator, Linear right, Linear difference, boolean isOfDays)
        implements Tested {
    /** Compares two sides. */
    public static TwoSided of(Linear left, Operator operator, Linear right, boolean isOfDays) {
        return new TwoSided(left, operator, right, left.plus(right, -1), isOfDays);
    }

    @Override
    public Truth truth(FactBlock block, int row) {
        return operator.truth(difference.lower(block, row), difference.upper(block, row), 0);
    }

    @Override
    public String text() {
        return left.text(isOfDays) + " " + operator.sign() + " " + right.text(isOfDays);
    }

    @Override
    public Tested negated() {
        return new TwoSided(left, operator.negated(), right, difference, isOfDays);
    }

    @Override
    public List<SiteField> fields() {
        return difference.fields();
    }
}
