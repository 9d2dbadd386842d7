package org.headroom.rules.policy;

import java.util.List;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Truth;
import org.headroom.rules.vocabulary.SiteField;

/** Finds the rules of which it cannot be told whether they hold, only where a field that they read is not exactly known. */
final class UndecidedRules {
    private final CheckedRule[] rules;
    private final int[][] slots;

    UndecidedRules(List<CheckedRule> rules) {
        this.rules = rules.toArray(CheckedRule[]::new);
        slots = new int[this.rules.length][];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slots(this.rules[i]);
        }
    }

    private static int[] slots(CheckedRule rule) {
        return rule.condition().fields().stream().mapToInt(SiteField::slot).toArray();
    }

    /** For each field of the vocabulary, whether a rule reads it. */
    static boolean[] fieldsRead(PolicyParts parts) {
        boolean[] read = new boolean[parts.vocabulary().fields().all().size()];
        for (CheckedRule rule : parts.rules()) {
            for (SiteField field : rule.fields()) {
                read[field.slot()] = true;
            }
        }
        return read;
    }

    /** Sets the bit of each undecided rule for rows 0 to {@code size - 1}. */
    void mark(FactBlock block, int size, RuleBits undecided) {
        boolean[] exact = new boolean[block.fieldCount()];
        for (int slot = 0; slot < exact.length; slot++) {
            exact[slot] = block.isUsed(slot) && block.isExactInAll(slot, size);
        }
        for (int rule = 0; rule < rules.length; rule++) {
            if (areExact(exact, slots[rule])) {
                continue;
            }
            for (int row = 0; row < size; row++) {
                if (!allExact(block, slots[rule], row)
                        && rules[rule].condition().truth(block, row) == Truth.UNKNOWN) {
                    undecided.set(row, rule);
                }
            }
        }
    }

    private static boolean areExact(boolean[] exact, int[] slots) {
        for (int slot : slots) {
            if (!exact[slot]) {
                return false;
            }
        }
        return true;
    }

    private static boolean allExact(FactBlock block, int[] slots, int row) {
        for (int slot : slots) {
            if (!block.isExact(slot, row)) {
                return false;
            }
        }
        return true;
    }
}
