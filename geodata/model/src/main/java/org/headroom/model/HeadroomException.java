package org.headroom.model;

import org.jspecify.annotations.Nullable;

/**
 * A failure that is reported to a person in one message, without a stack trace.
 *
 * <p>The message names every value that matters (file, layer, record, field, value, rule, line); the advice says what to do next.
 */
public final class HeadroomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureFamily family;
    private final String advice;

    /**
     * @param family what kind of thing failed
     * @param message what happened, with the values that matter
     * @param advice what to do next; empty when there is nothing useful to say
     */
    public HeadroomException(FailureFamily family, String message, String advice) {
        this(family, message, advice, null);
    }

    /** As above, with the technical cause kept for the log. */
    public HeadroomException(FailureFamily family, String message, String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.family = family;
        this.advice = advice;
    }

    public FailureFamily family() {
        return family;
    }

    /** What to do next, or an empty text. */
    public String advice() {
        return advice;
    }
}
