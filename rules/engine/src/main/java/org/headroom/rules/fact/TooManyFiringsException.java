package org.headroom.rules.fact;

/** A rule fired more often than there are sites and rules: it goes in circles. Caught where the rules are run. */
public final class TooManyFiringsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int rule;

    TooManyFiringsException(int rule) {
        super("rule " + rule + " fired too often", null, false, false);
        this.rule = rule;
    }

    /** Index of the rule that fired last. */
    public int rule() {
        return rule;
    }
}
