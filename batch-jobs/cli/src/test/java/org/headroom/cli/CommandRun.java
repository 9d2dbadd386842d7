package org.headroom.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.headroom.cli.frame.Surroundings;

/**
 * One command, run in this process on 1 May 2026.
 *
 * @param code exit code
 * @param out what it printed on the output
 * @param err what it printed on the error stream
 */
record CommandRun(int code, String out, String err) {
    static CommandRun of(Path home, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new Program(surroundings(home, out, err)).run(args);
        return new CommandRun(code, out.toString(), err.toString());
    }

    static Surroundings surroundings(Path home, StringWriter out, StringWriter err) {
        return new Surroundings(
                home,
                Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(),
                false,
                false);
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
