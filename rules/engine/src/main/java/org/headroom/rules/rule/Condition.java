package org.headroom.rules.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.SiteSource;
import org.headroom.rules.fact.SiteTest;
import org.headroom.rules.vocabulary.SiteField;
import org.jspecify.annotations.Nullable;

/** What a rule asks of a site, as it was understood from the rule file. Immutable. */
public sealed interface Condition extends SiteTest
        permits Condition.And, Condition.Or, Condition.Compare, Condition.OneOf, Tested {
    /** Whether it holds for a row; unknown when it hangs on a field that is unknown or an interval. Allocates nothing. */
    Truth truth(FactBlock block, int row);

    @Override
    default boolean holds(FactBlock block, int row) {
        return truth(block, row) == Truth.TRUE;
    }

    /** The same condition for the compiler: true exactly where {@link #truth} is TRUE. */
    String drl();

    /** The comparisons in it, in the order of the file. */
    default List<? extends Condition> leaves() {
        return List.of(this);
    }

    /** The fields that it reads, each once, in the order of the file. */
    default List<SiteField> fields() {
        return leaves().stream()
                .flatMap(leaf -> leaf.fields().stream())
                .distinct()
                .toList();
    }

    /** The field of a comparison of one field; null for any other condition. */
    default @Nullable SiteField field() {
        return null;
    }

    /**
     * All parts hold.
     *
     * @param parts at least one
     */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth truth(FactBlock block, int row) {
            Truth all = Truth.TRUE;
            for (int i = 0; i < parts.size(); i++) {
                all = all.and(parts.get(i).truth(block, row));
            }
            return all;
        }

        @Override
        public String drl() {
            return parts.stream().map(Condition::drl).collect(Collectors.joining(" && ", "(", ")"));
        }

        @Override
        public List<? extends Condition> leaves() {
            return parts.stream().flatMap(p -> p.leaves().stream()).toList();
        }
    }

    /**
     * At least one part holds.
     *
     * @param parts at least one
     */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth truth(FactBlock block, int row) {
            Truth any = Truth.FALSE;
            for (int i = 0; i < parts.size(); i++) {
                any = any.or(parts.get(i).truth(block, row));
            }
            return any;
        }

        @Override
        public String drl() {
            return parts.stream().map(Condition::drl).collect(Collectors.joining(" || ", "(", ")"));
        }

        @Override
        public List<? extends Condition> leaves() {
            return parts.stream().flatMap(p -> p.leaves().stream()).toList();
        }
    }

    /**
     * A number compared with a literal. On an interval it holds only when it holds for every value in it.
     *
     * @param field a number field
     * @param operator how they are compared
     * @param literal finite
     */
    record Compare(SiteField field, Operator operator, double literal) implements Condition {
        @Override
        public List<SiteField> fields() {
            return List.of(field);
        }

        @Override
        public Truth truth(FactBlock block, int row) {
            return operator.truth(block.lower(field.slot(), row), block.upper(field.slot(), row), literal);
        }

        @Override
        public String drl() {
            return operator.drl(
                    SiteSource.property("lower", field), SiteSource.property("upper", field), Double.toString(literal));
        }
    }

    /**
     * A text or a category's label compared with literals.
     *
     * @param field a text or category field
     * @param values literals, at least one
     * @param negated whether the field must be none of them, instead of one of them
     */
    record OneOf(SiteField field, List<String> values, boolean negated) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public List<SiteField> fields() {
            return List.of(field);
        }

        @Override
        public Truth truth(FactBlock block, int row) {
            String text = block.text(field.slot(), row);
            if (text != null) {
                return values.contains(text) != negated ? Truth.TRUE : Truth.FALSE;
            }
            if (field.kind() != SiteField.Kind.CATEGORY || Double.isNaN(block.lower(field.slot(), row))) {
                return Truth.UNKNOWN;
            }
            return ofLabels((int) block.lower(field.slot(), row), (int) block.upper(field.slot(), row));
        }

        /** For a category that is one of several labels: decided when they all give the same answer. */
        private Truth ofLabels(int first, int last) {
            boolean holds = values.contains(field.labels().get(first)) != negated;
            for (int i = first + 1; i <= last; i++) {
                if (values.contains(field.labels().get(i)) != negated != holds) {
                    return Truth.UNKNOWN;
                }
            }
            return holds ? Truth.TRUE : Truth.FALSE;
        }

        @Override
        public String drl() {
            if (field.kind() == SiteField.Kind.CATEGORY) {
                return labelsDrl();
            }
            String property = SiteSource.property("text", field);
            if (negated) {
                return values.stream()
                        .map(v -> property + " != \"" + v + "\"")
                        .collect(Collectors.joining(" && ", "(" + property + " != null && ", ")"));
            }
            return values.stream()
                    .map(v -> property + " == \"" + v + "\"")
                    .collect(Collectors.joining(" || ", "(", ")"));
        }

        /** A category lies within one run of neighbouring labels that all give the answer; unknown lies within none. */
        private String labelsDrl() {
            String lower = SiteSource.property("lower", field);
            String upper = SiteSource.property("upper", field);
            List<String> runs = new ArrayList<>();
            int size = field.labels().size();
            for (int first = 0; first < size; first++) {
                int end = first;
                while (end < size && values.contains(field.labels().get(end)) != negated) {
                    end++;
                }
                if (end > first) {
                    runs.add("(" + lower + " >= " + first + ".0 && " + upper + " <= " + (end - 1) + ".0)");
                    first = end;
                }
            }
            return runs.isEmpty()
                    ? "(" + lower + " < 0.0 && " + upper + " < 0.0)"
                    : "(" + String.join(" || ", runs) + ")";
        }
    }
}
