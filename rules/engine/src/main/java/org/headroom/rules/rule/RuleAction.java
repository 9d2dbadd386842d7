package org.headroom.rules.rule;

/**
 * One call in the consequence of a rule.
 *
 * @param kind what it does
 * @param code for exclude and conditional a short code in capitals, such as {@code MORATORIUM_IN_FORCE}; else empty
 * @param amount points of a bonus or malus, above 0; the number of a tier; else 0
 * @param reason why, in words for the reader of the ranking
 */
public record RuleAction(Kind kind, String code, double amount, String reason) {
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
