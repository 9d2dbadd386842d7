package org.headroom.runtime.jbatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Takes what jbatch logs by java.util.logging, which would else fill the terminal with stack traces for every failed step, and
 * keeps the newest warnings for a log file.
 */
final class FailureLog extends Handler {
    private static final int KEPT = 40;

    /** Held here because java.util.logging itself lets loggers be collected, and their settings with them. */
    private final Logger logger = Logger.getLogger("com.ibm.jbatch");

    private final Deque<String> newest = new ArrayDeque<>();

    static FailureLog install() {
        FailureLog log = new FailureLog();
        log.setFormatter(new SimpleFormatter());
        log.logger.setLevel(Level.WARNING);
        log.logger.setUseParentHandlers(false);
        log.logger.addHandler(log);
        return log;
    }

    synchronized void clear() {
        newest.clear();
    }

    synchronized String text() {
        return String.join("", newest);
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(getFormatter().format(logged));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
