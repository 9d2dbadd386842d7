package org.headroom.layers.format;

import java.io.IOException;

/** A file that is not what the descriptor says, worded for people. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * @param message what is wrong, without a full stop; the layer and the file are added by the loader
     * @param advice what to do next
     */
    public SourceException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
