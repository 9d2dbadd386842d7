package org.headroom.cli.frame;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What the program takes from the outside, so that a test can give it something else.
 *
 * @param home the folder with {@code geodata}, {@code rules} and {@code plugins}
 * @param clock tells today, in the time zone of the machine
 * @param out for data only; what could do something to a terminal is shown and not done
 * @param err for messages, log and progress; the same
 * @param variables environment variables
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 */
public record Surroundings(
        Path home,
        Clock clock,
        PrintWriter out,
        PrintWriter err,
        Map<String, String> variables,
        boolean outIsTerminal,
        boolean errIsTerminal) {

    public Surroundings {
        out = SafeWriter.over(out);
        err = SafeWriter.over(err);
        variables = Map.copyOf(variables);
    }

    /** {@link #out} for texts of the program itself, which may have colours; never for data. */
    public PrintWriter colouredOut() {
        return SafeWriter.below(out);
    }

    /** Whether a terminal can do more than print lines, and its user wants it to. */
    public boolean mayUseColour() {
        return outIsTerminal && !variables.containsKey("NO_COLOR") && !isDumb();
    }

    /** Whether a line on {@code err} may be drawn over again and again. */
    public boolean mayShowProgress() {
        return errIsTerminal && !isDumb();
    }

    private boolean isDumb() {
        return "dumb".equals(variables.get("TERM"));
    }

    /** Width of the terminal in characters, where the shell tells it. */
    public Optional<Integer> columns() {
        return Optional.ofNullable(variables.get("COLUMNS"))
                .filter(text -> text.matches("[1-9][0-9]{1,3}"))
                .map(Integer::valueOf);
    }

    /** How wide a table may be; empty where no terminal shows it. */
    public Optional<Integer> tableColumns() {
        return outIsTerminal ? columns() : Optional.empty();
    }

    /** The project that is ranked when none is named. */
    public Path defaultProject() {
        return home.resolve(Path.of("geodata", "catalog", "us", "headroom.yaml"));
    }

    /** Where plugins are dropped in. */
    public Path pluginsFolder() {
        return home.resolve("plugins");
    }
}
