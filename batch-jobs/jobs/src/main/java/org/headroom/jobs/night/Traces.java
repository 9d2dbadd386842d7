package org.headroom.jobs.night;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The stack trace of an unexpected failure as text, for the log. */
final class Traces {
    private Traces() {}

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
