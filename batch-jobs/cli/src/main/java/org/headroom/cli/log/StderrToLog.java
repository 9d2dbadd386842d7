package org.headroom.cli.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what libraries print to {@code System.err} into the log: the batch runtime prints the stack trace of every statement that its
 * database refuses, and a person is to see one message. Headroom itself writes to the error stream below it. Safe for several threads.
 */
public final class StderrToLog extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private StderrToLog() {}

    /** From now on {@code System.err} is the logger {@code stderr}, at level DEBUG. */
    public static void install() {
        System.setErr(new PrintStream(new StderrToLog(), true, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void write(int b) {
        if (b != '\n') {
            line.write(b);
            return;
        }
        Logger log = LoggerFactory.getLogger("stderr");
        log.debug("{}", line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
