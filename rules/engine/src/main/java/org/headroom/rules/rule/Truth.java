package org.headroom.rules.rule;

/** The three truth values of Kleene's strong logic (Kleene, Introduction to Metamathematics, 1952), ordered. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    /** True when both are; false when one is; else unknown. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** True when one is; false when both are; else unknown. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
