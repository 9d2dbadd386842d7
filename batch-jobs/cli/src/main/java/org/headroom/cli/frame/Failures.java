package org.headroom.cli.frame;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.model.OutsideFailure;
import org.headroom.runtime.OutputBusyException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told when something went wrong, and the exit code. A stack trace goes to a file, never to the terminal. */
public final class Failures {
    private final PrintWriter err;

    /** Reports to the {@code err} of these surroundings. */
    public Failures(Surroundings surroundings) {
        this.err = surroundings.err();
    }

    /**
     * Reports a failed command.
     *
     * @return the exit code
     */
    public int report(Throwable failure) {
        if (failure instanceof HeadroomException known) {
            return reportKnown(OutsideFailure.findOutOfMemory(known).orElse(known));
        }
        if (failure instanceof OutputBusyException) {
            say(
                    String.valueOf(failure.getMessage()),
                    "Wait until it is over, ask it to stop with \"headroom jobs stop\", or choose another folder with --out.");
            return ExitCode.BUSY;
        }
        Optional<HeadroomException> outside = OutsideFailure.find(failure, "this machine");
        if (outside.isPresent()) {
            return reportKnown(outside.get());
        }
        say(
                "internal error: " + failure,
                "This is a defect in Headroom. What a developer needs to mend it is in " + keep(failure) + ".");
        return ExitCode.INTERNAL;
    }

    private int reportKnown(HeadroomException known) {
        int code = ExitCode.of(known.family());
        say(String.valueOf(known.getMessage()), known.advice());
        if (code == ExitCode.INTERNAL && known.getCause() != null) {
            err.println("The technical cause is in " + keep(known) + ".");
        }
        return code;
    }

    /**
     * Reports a job that failed outside Headroom's own code.
     *
     * @param log what the batch runtime logged
     * @return the exit code
     */
    public int reportJob(String message, String log) {
        say("internal error: " + message, "What a developer needs to mend it is in " + keepText(log) + ".");
        return ExitCode.INTERNAL;
    }

    /**
     * Reports a command line that cannot be understood.
     *
     * @return the exit code
     */
    public int reportUsage(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String message = String.valueOf(failure.getMessage())
                .replaceFirst("is not an? (int|long)$", "is no whole number, or too large a one")
                .replaceFirst("is not a double$", "is no number");
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            message = unknown(unmatched.getUnmatched().get(0), command.getCommandSpec());
        }
        err.println("headroom: " + message);
        err.println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
        return ExitCode.USAGE;
    }

    private static String unknown(String written, CommandSpec command) {
        if (written.startsWith("-")) {
            String name = written.replaceFirst("=.*", "");
            String dashes = name.startsWith("--") ? "--" : "-";
            return "unknown option \"" + name + "\""
                    + NearestName.hint(
                            name,
                            command.optionsMap().keySet().stream()
                                    .filter(option -> option.startsWith(dashes))
                                    .toList());
        }
        return command.subcommands().isEmpty()
                ? "unexpected argument \"" + written + "\""
                : "unknown command \"" + written + "\""
                        + NearestName.hint(written, command.subcommands().keySet());
    }

    private void say(String message, String advice) {
        err.println("headroom: " + message);
        if (!advice.isEmpty()) {
            err.println(advice);
        }
    }

    private static String keep(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return keepText(text.toString());
    }

    private static String keepText(String text) {
        try {
            Path file = Files.createTempFile("headroom-", ".log");
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return file.toString();
        } catch (IOException e) {
            return "no file, as none could be written (" + OutsideFailure.describe(e) + ")";
        }
    }
}
