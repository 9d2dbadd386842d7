package org.headroom.it;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.cli.Program;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.log.LinesToLog;
import org.slf4j.LoggerFactory;

/**
 * Runs commands in the JVM of the tests, one at a time: a warm one ranks the sample in a fifth of what a process takes. What a process
 * prints on its error stream, log lines among it, is taken here as well.
 */
final class InThisJvm {
    static {
        // As Main does.
        Locale.setDefault(Locale.ROOT);
        LinesToLog.takeSystemErr();
    }

    private InThisJvm() {}

    static Headroom.Result run(Path home, List<String> arguments, Map<String, String> variables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var usual = (OutputStreamAppender<ILoggingEvent>)
                root.iteratorForAppenders().next();
        OutputStreamAppender<ILoggingEvent> taking = new OutputStreamAppender<>();
        taking.setContext(root.getLoggerContext());
        taking.setEncoder(usual.getEncoder());
        taking.setOutputStream(err);
        taking.start();
        root.detachAppender(usual);
        root.addAppender(taking);
        try {
            Program program = new Program(new Surroundings(
                    home,
                    Clock.systemDefaultZone(),
                    new PrintWriter(out, false, StandardCharsets.UTF_8),
                    new PrintWriter(err, true, StandardCharsets.UTF_8),
                    variables,
                    false,
                    false));
            int exit = assertTimeoutPreemptively(
                    Duration.ofMinutes(5), () -> program.run(arguments.toArray(String[]::new)), arguments::toString);
            return new Headroom.Result(
                    exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            root.detachAppender(taking);
            root.addAppender(usual);
        }
    }
}
