package org.headroom.cli.command.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.DayConverter;
import org.headroom.cli.option.PolicyOption;
import org.headroom.rules.file.Approval;
import org.headroom.rules.file.Approvals;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.file.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Approves a policy as it is. */
@Command(
        name = "approve",
        header = "Approves a policy as it is now.",
        description = {
            "Checks the policy, and adds an approval to approval.yaml in its folder: who approved it, when, and the digest of the"
                    + " files that decide results. After any change of these files the approval no longer holds.",
            "A project with \"approval: {required: true}\" goes by approved policies only: while an edit is not approved, the"
                    + " policy of the latest run stays in force.",
            "The file is as trustworthy as the folder: whoever may write there may approve. Keep it under version control, or"
                    + " write-protected for all others."
        },
        footerHeading = "%nExample:%n",
        footer = "  headroom rules approve my/policy --by \"County board\" --note \"session of 1 June\"")
public final class RulesApproveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PolicyArgument policy = new PolicyArgument();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who approves it.")
    private String by = "";

    @Option(
            names = {"-d", "--date"},
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "The day of the approval. Default: today.")
    private @Nullable LocalDate date;

    @Option(names = "--note", paramLabel = "TEXT", description = "What is said with it.")
    private String note = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesApproveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Path folder = policy.folder(surroundings);
        Policy read = Policy.read(folder, PolicyOption.vocabulary(surroundings));
        Approvals approvals = Approvals.read(folder);
        LocalDate day = date == null ? LocalDate.now(surroundings.clock()) : date;
        Approval added =
                new Approval(read.id(), read.version(), approvals.digest(), by.strip(), day.toString(), note.strip());
        String text = approvals.textWith(added);
        WholeFile.write(folder.resolve(Approvals.FILE), file -> Files.writeString(file, text));
        surroundings
                .out()
                .println("approved by " + added.approvedBy() + " on " + added.date() + ": " + read.id() + " "
                        + read.version() + ", digest " + approvals.digest() + "; written to "
                        + folder.resolve(Approvals.FILE));
        return ExitCode.DONE;
    }
}
