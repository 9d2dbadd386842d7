package org.headroom.rules.drl;

/** A condition or an action is not on the allow-list. Caught within this package and turned into a problem with its line. */
final class RuleSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;

    /** @param at place in the text that was read, from 0 */
    RuleSyntaxException(int at, String message) {
        super(message);
        this.at = at;
    }

    int at() {
        return at;
    }
}
