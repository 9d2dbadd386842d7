package org.headroom.cli.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Hands what libraries log by java.util.logging to SLF4J, where one setting holds for all. */
final class JulToSlf4j extends Handler {
    private static final SimpleFormatter FORMATTER = new SimpleFormatter();

    private JulToSlf4j() {}

    static void install() {
        // HSQLDB, which comes with the reference systems, else puts its own settings in place of these.
        System.setProperty("hsqldb.reconfig_logging", "false");
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new JulToSlf4j());
    }

    @Override
    public void publish(LogRecord logged) {
        String name = logged.getLoggerName();
        org.slf4j.Logger logger = LoggerFactory.getLogger(name == null || name.isEmpty() ? "java.util.logging" : name);
        String message = FORMATTER.formatMessage(logged);
        int level = logged.getLevel().intValue();
        if (level >= Level.SEVERE.intValue()) {
            logger.error(message, logged.getThrown());
        } else if (level >= Level.WARNING.intValue()) {
            logger.warn(message, logged.getThrown());
        } else if (level >= Level.INFO.intValue()) {
            logger.info(message, logged.getThrown());
        } else {
            logger.debug(message, logged.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
