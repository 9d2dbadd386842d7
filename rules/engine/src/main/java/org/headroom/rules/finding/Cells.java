package org.headroom.rules.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Condition;
import org.headroom.rules.vocabulary.SiteField;

/** The cells of every field that a policy's rules read. */
final class Cells {
    private final Map<SiteField, FieldCells> byField = new HashMap<>();

    Cells(List<CheckedRule> rules, FieldRanges ranges) {
        Map<SiteField, SortedSet<Double>> figures = new HashMap<>();
        Map<SiteField, SortedSet<String>> words = new HashMap<>();
        for (CheckedRule rule : rules) {
            for (Condition leaf : rule.condition().leaves()) {
                if (leaf instanceof Condition.Compare compare) {
                    figures.computeIfAbsent(compare.field(), f -> new TreeSet<>())
                            .add(compare.literal());
                } else if (leaf instanceof Condition.OneOf oneOf) {
                    words.computeIfAbsent(oneOf.field(), f -> new TreeSet<>()).addAll(oneOf.values());
                }
            }
        }
        figures.forEach((field, found) -> byField.put(field, number(field, found, ranges.of(field))));
        words.forEach((field, found) -> byField.put(field, FieldCells.ofWords(field, found)));
    }

    private static FieldCells number(SiteField field, SortedSet<Double> figures, FieldRanges.Range range) {
        for (double end : new double[] {range.least(), range.greatest()}) {
            if (Double.isFinite(end)) {
                figures.add(end + 0.0);
            }
        }
        return FieldCells.ofNumber(field, figures, range.least(), range.greatest());
    }

    /** The cells of a field that a rule reads. */
    FieldCells of(SiteField field) {
        FieldCells cells = byField.get(field);
        if (cells == null) {
            throw new IllegalArgumentException("no rule reads " + field.name());
        }
        return cells;
    }
}
