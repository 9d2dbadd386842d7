package org.headroom.cli.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Takes lines that are printed into the log. Safe for several threads. */
public final class LinesToLog extends OutputStream {
    /** The logger of what Headroom says to people. */
    static final String MESSAGES = "headroom";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> log;

    private LinesToLog(Consumer<String> log) {
        this.log = log;
    }

    /**
     * From now on {@code System.err} is the logger {@code stderr}, at level DEBUG: the batch runtime prints the stack trace of every
     * statement that its database refuses, and a person is to see one message. Headroom itself writes to the stream below it.
     */
    public static void takeSystemErr() {
        LinesToLog lines =
                new LinesToLog(line -> LoggerFactory.getLogger("stderr").debug("{}", line));
        System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
    }

    /** Takes messages for people as log lines at level INFO. */
    public static PrintWriter messages() {
        LinesToLog lines =
                new LinesToLog(line -> LoggerFactory.getLogger(MESSAGES).info("{}", line));
        return new PrintWriter(lines, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        if (b != '\n') {
            line.write(b);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (!text.isBlank()) {
            log.accept(text);
        }
    }
}
