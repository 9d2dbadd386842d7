package org.headroom.rules.policy;

import java.util.List;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Truth;
import org.headroom.rules.vocabulary.SiteField;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * Decides undecided rules by what is expected: every measurement that they read and that is not exactly known is taken for its certainty
 * equivalent. Not safe for several threads.
 */
final class ExpectedRules {
    private final CheckedRule[] rules;
    private final SiteField[] fields;
    private final @Nullable Expectation[] bySlot;
    private final FactBlock one;

    ExpectedRules(PolicyParts parts, Expectations expected, double evaluationDay) {
        rules = parts.rules().toArray(CheckedRule[]::new);
        boolean[] used = UndecidedRules.fieldsRead(parts);
        List<SiteField> all = parts.vocabulary().fields().all();
        fields = all.stream()
                .filter(field -> used[field.slot()] && field.criterion())
                .toArray(SiteField[]::new);
        bySlot = new Expectation[all.size()];
        for (SiteField field : fields) {
            bySlot[field.slot()] = expected.of(field.name());
        }
        one = new FactBlock(parts.vocabulary().fields(), used, List.of(), evaluationDay);
    }

    /** Sets the bits of undecided rules that hold in what is expected, and of those that stay open, for rows 0 to {@code size - 1}. */
    void mark(FactBlock block, MeasurementBlock measurements, int size, ScoreBlock out) {
        int words = out.undecided.wordsPerSite();
        for (int row = 0; row < size; row++) {
            boolean isTaken = false;
            for (int word = 0; word < words; word++) {
                long left = out.undecided.word(row, word);
                if (left != 0 && !isTaken) {
                    take(block, measurements, row);
                    isTaken = true;
                }
                while (left != 0) {
                    int rule = 64 * word + Long.numberOfTrailingZeros(left);
                    Truth truth = rules[rule].condition().truth(one, 0);
                    if (truth == Truth.TRUE) {
                        out.expected.set(row, rule);
                    } else if (truth == Truth.UNKNOWN) {
                        out.open.set(row, rule);
                    }
                    left &= left - 1;
                }
            }
        }
    }

    /** Points that a rule gives a row, with all that it reads taken for its certainty equivalent. */
    double points(int rule, FactBlock block, MeasurementBlock measurements, int row) {
        take(block, measurements, row);
        return rules[rule].surePoints(one, 0);
    }

    private void take(FactBlock block, MeasurementBlock measurements, int row) {
        one.take(block, row);
        for (SiteField field : fields) {
            Expectation expectation = bySlot[field.slot()];
            if (expectation != null && !block.isExact(field.slot(), row)) {
                MeasurementColumn.Storage stored =
                        measurements.column(field.name()).storage();
                one.put(
                        field.slot(),
                        expectation.equivalent(stored.lower()[row], stored.upper()[row], stored.reason()[row]));
            }
        }
    }
}
