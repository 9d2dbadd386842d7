package org.headroom.rules.rule;

import java.util.List;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.vocabulary.SiteField;

/**
 * Whether nothing is known of a field, which is always decided: an interval is known. What is expected or drawn of the field does not count.
 *
 * @param field any field
 * @param isNegated whether it asks for what is known instead
 */
public record IsUnknown(SiteField field, boolean isNegated) implements Tested {
    @Override
    public Truth truth(FactBlock block, int row) {
        return block.isUnknown(field.slot(), row) != isNegated ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public String text() {
        return field.name() + (isNegated ? " is known" : " is unknown");
    }

    @Override
    public Tested negated() {
        return new IsUnknown(field, !isNegated);
    }

    @Override
    public List<SiteField> fields() {
        return List.of(field);
    }
}
