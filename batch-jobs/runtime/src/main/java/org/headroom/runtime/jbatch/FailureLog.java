package org.headroom.runtime.jbatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Takes what this jbatch logs by java.util.logging, which would else fill the terminal with stack traces for every failed step, and
 * keeps the newest warnings for a log file.
 */
final class FailureLog extends Handler {
    private static final int KEPT = 40;

    /** Held here because java.util.logging itself lets loggers be collected, and their settings with them. */
    private final Logger logger = Logger.getLogger("com.ibm.jbatch");

    private final Deque<String> newest = new ArrayDeque<>();

    FailureLog() {
        setFormatter(new SimpleFormatter());
    }

    /** Begins anew. */
    void install() {
        synchronized (this) {
            newest.clear();
        }
        logger.setLevel(Level.WARNING);
        logger.setUseParentHandlers(false);
        logger.removeHandler(this);
        logger.addHandler(this);
    }

    void uninstall() {
        logger.removeHandler(this);
    }

    synchronized String text() {
        return String.join("", newest);
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        // The loggers are the JVM's, and so hear every engine; the threads of each have its class loader.
        if (Thread.currentThread().getContextClassLoader() != FailureLog.class.getClassLoader()) {
            return;
        }
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
