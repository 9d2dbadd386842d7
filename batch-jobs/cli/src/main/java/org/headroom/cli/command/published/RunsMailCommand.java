package org.headroom.cli.command.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.mail.Letter;
import org.headroom.cli.mail.LetterMarkdown;
import org.headroom.cli.mail.LetterMessage;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.summary.RunSummary;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the summary of a run as a message that may be sent. */
@Command(
        name = "mail",
        header = "Writes the summary of a run as a message fit for mail.",
        description = {
            "Three things to know, the first sites, what moved, whom to call, and where the page is; as text and as HTML in one message."
                    + " Nothing is sent: give the message to a program that does, or open the file and send it. It has the evaluation"
                    + " date and no other time, so the same run gives the same bytes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom runs mail --recipient boss@example.org | sendmail -t",
            "  headroom runs mail --to summary.eml           to be opened and sent by hand",
            "  headroom runs mail 2026-05-01-1 --markdown    for a chat or a wiki"
        })
public final class RunsMailCommand implements Callable<Integer> {
    private static final String SENDER = "Headroom <headroom@localhost>";
    private static final int ID_DIGITS = 32;

    private final Surroundings surroundings;

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many sites to show. Default: 10")
    private int top;

    @Option(names = "--markdown", description = "Markdown in place of a message.")
    private boolean markdown;

    @Option(
            names = "--sender",
            paramLabel = "ADDRESS",
            defaultValue = SENDER,
            description = "Who it is from. Default: " + SENDER)
    private String sender = SENDER;

    @Option(
            names = "--recipient",
            paramLabel = "ADDRESS",
            arity = "1..*",
            description = "Whom it is for. Default: left open.")
    private List<String> recipients = List.of();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The file to write; one that is there is replaced. Default: stdout.")
    private @Nullable Path file;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsMailCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        LetterMessage message = new LetterMessage(sender, recipients);
        if (file != null) {
            WholeFile.check(file);
        }
        PublishedRun run = runs.published();
        RunSummary summary = RunSummary.of(run, surroundings);
        Letter letter = Letter.about(summary, run.head(Math.max(0, top)));
        byte[] bytes = markdown
                ? (String.join("\n", LetterMarkdown.lines(letter)) + "\n").getBytes(StandardCharsets.UTF_8)
                : message(message, letter, summary);
        if (file == null) {
            surroundings.out().print(new String(bytes, StandardCharsets.UTF_8));
        } else {
            WholeFile.write(file, hidden -> Files.write(hidden, bytes));
        }
        return ExitCode.DONE;
    }

    private static byte[] message(LetterMessage message, Letter letter, RunSummary summary) {
        try {
            String key = summary.manifest().inputs().key();
            return message.bytes(letter, summary.run().day(), key.substring(0, Math.min(ID_DIGITS, key.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
