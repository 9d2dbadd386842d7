package org.headroom.rules.rule;

import org.jspecify.annotations.Nullable;

/**
 * One call in the consequence of a rule.
 *
 * @param kind what it does
 * @param code for exclude and conditional a short code in capitals, such as {@code MORATORIUM_IN_FORCE}; else empty
 * @param amount points of a bonus or malus, above 0, the most when they are in proportion; the number of a tier; else 0
 * @param reason why, in words for the reader of the ranking
 * @param proportion to what the points of a bonus or malus are in proportion; null when they are the same for every site
 */
public record RuleAction(
        Kind kind,
        String code,
        double amount,
        String reason,
        @Nullable Proportion proportion) {
    /** An action that is the same for every site. */
    public RuleAction(Kind kind, String code, double amount, String reason) {
        this(kind, code, amount, reason, null);
    }

    /** 1 for a bonus, -1 for a malus, 0 for what gives no points. */
    public int sign() {
        return kind == Kind.BONUS ? 1 : kind == Kind.MALUS ? -1 : 0;
    }

    /** What an action does. */
    public enum Kind {
        /** The rule's gate answers FAIL. */
        EXCLUDE,
        /** The rule's gate answers CONDITIONAL. */
        CONDITIONAL,
        /** Points are added to the score. */
        BONUS,
        /** Points are taken from the score. */
        MALUS,
        /** The site goes to this tier, or stays in a worse one. */
        TIER;

        /** Whether only gate rules may do it. */
        public boolean isGate() {
            return this == EXCLUDE || this == CONDITIONAL;
        }
    }
}
