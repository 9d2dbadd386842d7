package org.headroom.rules.drl;

import org.headroom.rules.check.PolicyProblem;

/** A condition or an action is not on the allow-list. Caught within this package and turned into a problem with its place. */
final class RuleSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;
    private final String kind;
    private final String advice;

    /** @param at place in the text that was read, from 0 */
    RuleSyntaxException(int at, String message) {
        this(at, PolicyProblem.INVALID, message, "");
    }

    /**
     * With what to write instead.
     *
     * @param at place in the text that was read, from 0
     * @param kind kind of the problem
     * @param advice what to write instead; may be empty
     */
    RuleSyntaxException(int at, String kind, String message, String advice) {
        super(message);
        this.at = at;
        this.kind = kind;
        this.advice = advice;
    }

    int at() {
        return at;
    }

    String kind() {
        return kind;
    }

    String advice() {
        return advice;
    }
}
