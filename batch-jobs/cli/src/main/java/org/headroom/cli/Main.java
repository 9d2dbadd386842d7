package org.headroom.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.log.LinesToLog;
import org.headroom.cli.log.LogbackSetup;
import org.slf4j.LoggerFactory;

/** The entry of the program. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // Libraries turn words into capitals by the default locale; in a Turkish one the rule compiler finds its own
        // files wrong.
        Locale.setDefault(Locale.ROOT);
        // What ends a thread of a library is told by whoever waits for its work.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(Main.class).debug("thread {} ended", thread.getName(), failure));
        LinesToLog.takeSystemErr();
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintWriter err = LogbackSetup.isJson()
                ? LinesToLog.messages()
                : new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new Program(surroundings(out, err)).run(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static Surroundings surroundings(PrintWriter out, PrintWriter err) {
        String home = System.getenv("HEADROOM_HOME");
        return new Surroundings(
                Path.of(home == null ? "." : home).toAbsolutePath().normalize(),
                Clock.system(ZoneId.systemDefault()),
                out,
                err,
                System.getenv(),
                // Java cannot tell which of its streams is a terminal; the launcher can.
                Boolean.getBoolean("headroom.out.terminal"),
                Boolean.getBoolean("headroom.err.terminal") && !LogbackSetup.isJson());
    }
}
