package org.headroom.rules.drl;

import org.headroom.rules.rule.Linear;
import org.headroom.rules.vocabulary.SiteField;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one side of a comparison: exactly one of a number, a field of words, and a text in quotes.
 *
 * @param at its first token
 * @param number a figure, or fields that are added up
 * @param unit unit of the number; empty for a figure without one
 * @param words a field that holds a text or one of some labels
 * @param literal a text in quotes
 */
record Operand(
        Token at,
        @Nullable Linear number,
        String unit,
        @Nullable SiteField words,
        @Nullable Token literal) {
    static Operand number(Token at, Linear number, String unit) {
        return new Operand(at, number, unit, null, null);
    }

    static Operand words(Token at, SiteField field) {
        return new Operand(at, null, "", field, null);
    }

    static Operand literal(Token text) {
        return new Operand(text, null, "", null, text);
    }

    boolean isFigure() {
        return number != null && number.isFigure();
    }

    /** The field that it is, and no more; null when it is anything else. */
    @Nullable
    SiteField field() {
        if (words != null) {
            return words;
        }
        if (number == null || number.figure() != 0 || number.terms().size() != 1) {
            return null;
        }
        return number.terms().get(0).factor() == 1 ? number.terms().get(0).field() : null;
    }
}
