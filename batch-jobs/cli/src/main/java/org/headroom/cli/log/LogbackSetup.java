package org.headroom.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.headroom.model.Printable;
import org.slf4j.LoggerFactory;

/** Sets logback up in code, which is quicker than a file. Found by logback as a service when the first logger is asked for. */
public final class LogbackSetup extends ContextAwareBase implements Configurator {
    /** Libraries that report as a warning what is of no use to the user of a ranking. */
    private static final String[] NOISY = {
        "com.zaxxer.hikari", "org.drools", "org.kie", "org.postgresql", "mil.nga", "hsqldb.db", "org.h2gis"
    };

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Encoder<ILoggingEvent> encoder = isJson() ? json() : text();
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        // Not System.err, which is itself taken into the log.
        appender.setOutputStream(new FileOutputStream(FileDescriptor.err));
        appender.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
        setLevels(context, 0);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Whether the surroundings ask for log lines, and all else on the error stream, as JSON: {@code HEADROOM_LOG=json}. */
    public static boolean isJson() {
        return "json".equals(System.getenv("HEADROOM_LOG"));
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder() {
            @Override
            public byte[] encode(ILoggingEvent event) {
                return Printable.text(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
            }
        };
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} - %msg%n%ex{short}");
        return encoder;
    }

    private static Encoder<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.setWithArguments(false);
        return encoder;
    }

    /**
     * Says how much is logged.
     *
     * @param verbosity 0 for warnings; 1 for what Headroom does; 2 for its details and what libraries do; 3 for everything
     */
    public static void setVerbosity(int verbosity) {
        JulToSlf4j.install();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            setLevels(context, verbosity);
        }
    }

    private static void setLevels(LoggerContext context, int verbosity) {
        Level all = verbosity >= 3 ? Level.DEBUG : verbosity == 2 ? Level.INFO : Level.WARN;
        Level own = verbosity >= 2 ? Level.DEBUG : verbosity == 1 ? Level.INFO : Level.WARN;
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(all);
        context.getLogger("org.headroom").setLevel(own);
        context.getLogger(LinesToLog.MESSAGES).setLevel(Level.INFO);
        for (String name : NOISY) {
            Logger logger = context.getLogger(name);
            logger.setLevel(verbosity >= 2 ? all : Level.ERROR);
        }
        // They log with stack traces what they throw as well, or, as the factories of GeoTools, what too little memory
        // does to them.
        for (String name : List.of(
                "org.flywaydb",
                "org.geotools.referencing.factory",
                "org.geotools.util.factory",
                "org.sqlite",
                "org.apache.spark",
                "org.apache.hadoop")) {
            context.getLogger(name).setLevel(verbosity >= 2 ? all : Level.OFF);
        }
    }
}
