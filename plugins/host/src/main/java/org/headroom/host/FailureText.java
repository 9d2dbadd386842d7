package org.headroom.host;

import java.util.ServiceConfigurationError;

/** Words for a throwable, for a message that stands without a stack trace. */
final class FailureText {
    private static final int LONGEST = 300;

    private FailureText() {}

    /** Type and message of the failure that matters, on one line. */
    static String of(Throwable failure) {
        if (failure instanceof ServiceConfigurationError) {
            String text = String.valueOf(failure.getMessage()).replace("org.headroom.spi.ScoringModule: ", "");
            return failure.getCause() == null ? line(text) : line(text + " (" + plain(failure.getCause()) + ")");
        }
        return line(plain(failure));
    }

    private static String plain(Throwable failure) {
        String message = failure.getMessage();
        String type = failure.getClass().getSimpleName();
        return message == null ? type : type + ": " + message;
    }

    private static String line(String text) {
        String one = text.replaceAll("\\s+", " ").trim();
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "...";
    }
}
