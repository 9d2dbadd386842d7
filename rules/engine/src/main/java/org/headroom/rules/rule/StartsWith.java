package org.headroom.rules.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.vocabulary.SiteField;

/**
 * Whether a text begins with one of some texts, letter for letter.
 *
 * @param field a text field
 * @param beginnings at least one, none of them empty
 * @param isNegated whether it must begin with none of them
 */
public record StartsWith(SiteField field, List<String> beginnings, boolean isNegated) implements Tested {
    public StartsWith {
        beginnings = List.copyOf(beginnings);
    }

    @Override
    public Truth truth(FactBlock block, int row) {
        String text = block.text(field.slot(), row);
        return text == null ? Truth.UNKNOWN : begins(text) != isNegated ? Truth.TRUE : Truth.FALSE;
    }

    private boolean begins(String text) {
        for (int i = 0; i < beginnings.size(); i++) {
            if (text.startsWith(beginnings.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String text() {
        String list = beginnings.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
        return field.name() + (isNegated ? " not" : "") + " startsWith "
                + (beginnings.size() == 1 ? list : "(" + list + ")");
    }

    @Override
    public Tested negated() {
        return new StartsWith(field, beginnings, !isNegated);
    }

    @Override
    public List<SiteField> fields() {
        return List.of(field);
    }
}
