package org.headroom.workbench.diff;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.rule.Tested;
import org.headroom.rules.value.Words;

/** A condition as a rule file writes it, from what was understood of it: comments, blanks and needless parentheses are gone. */
final class ConditionText {
    private ConditionText() {}

    /** In the order of the file. */
    static String of(Condition condition) {
        return text(condition, false, false);
    }

    /** The same text for conditions that differ only in the order, the nesting or the repetition of their parts. */
    static String meaning(Condition condition) {
        return text(condition, true, false);
    }

    private static String text(Condition condition, boolean sorted, boolean inside) {
        if (condition instanceof Condition.And and) {
            return joined(and.parts().stream().flatMap(ConditionText::ofAnd), " && ", sorted, inside);
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.parts().stream().flatMap(ConditionText::ofOr), " || ", sorted, inside);
        }
        if (condition instanceof Condition.Compare compare) {
            return compare.field().name() + " " + compare.operator().sign() + " " + Words.exact(compare.literal());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf(oneOf, sorted);
        }
        if (condition instanceof Tested tested) {
            return tested.text();
        }
        throw new IllegalStateException("no text for " + condition.getClass());
    }

    private static String joined(Stream<? extends Condition> parts, String with, boolean sorted, boolean inside) {
        Stream<String> texts = parts.map(part -> text(part, sorted, true));
        List<String> all = (sorted ? texts.distinct().sorted() : texts).toList();
        return inside && all.size() > 1 ? "(" + String.join(with, all) + ")" : String.join(with, all);
    }

    private static Stream<Condition> ofAnd(Condition part) {
        return part instanceof Condition.And and ? and.parts().stream().flatMap(ConditionText::ofAnd) : Stream.of(part);
    }

    private static Stream<Condition> ofOr(Condition part) {
        return part instanceof Condition.Or or ? or.parts().stream().flatMap(ConditionText::ofOr) : Stream.of(part);
    }

    private static String oneOf(Condition.OneOf oneOf, boolean sorted) {
        Stream<String> quoted = oneOf.values().stream().map(value -> "\"" + value + "\"");
        List<String> values = (sorted ? quoted.distinct().sorted() : quoted).toList();
        if (values.size() == 1) {
            return oneOf.field().name() + (oneOf.negated() ? " != " : " == ") + values.get(0);
        }
        String list = values.stream().collect(Collectors.joining(", ", "(", ")"));
        return oneOf.field().name() + (oneOf.negated() ? " not in " : " in ") + list;
    }
}
