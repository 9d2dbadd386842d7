package org.headroom.cli.command.rules;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.report.policy.PolicyPage;
import org.headroom.report.policy.PolicyReport;
import org.headroom.rules.file.Approvals;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;
import org.headroom.runs.RunFolders;
import org.headroom.runs.exclusion.ExclusionCount;
import org.headroom.runs.file.WholeFile;
import org.headroom.runs.log.PolicyLog;
import org.headroom.runs.log.RuleCounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the policy of a run as a page. */
@Command(
        name = "report",
        header = "Writes the policy of a run as a page for a board: rules, reasons, changes, effect and approvals.",
        description =
                "One file of HTML that opens from disk and prints; nothing is fetched and no script runs. It tells each rule with its"
                        + " source and the number of sites for which it holds, the weights with their reasons, what the policy"
                        + " did in the run, what changed since earlier runs, and who approved it.",
        footerHeading = "%nExample:%n",
        footer = "  headroom rules report --html policy.html --run 2026-05-01-1")
public final class RulesReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--html", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path html = Path.of("policy.html");

    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            description = "Name of the run, such as 2026-05-01-1, or its folder. Default: the latest.")
    private @Nullable String runName;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Path file = html.toAbsolutePath().normalize();
        WholeFile.check(file);
        RunFolders folders = new RunFolders(out.folder());
        PublishedRun run = runName == null ? folders.getLatest() : folders.get(runName);
        PolicyReport report = gather(folders, run);
        WholeFile.write(file, hidden -> {
            try (Writer to = Files.newBufferedWriter(hidden)) {
                PolicyPage.write(to, report);
            }
        });
        surroundings.out().println(file);
        return ExitCode.DONE;
    }

    private PolicyReport gather(RunFolders folders, PublishedRun run) {
        Vocabulary vocabulary = PolicyOption.vocabulary(surroundings);
        Path folder = run.explanationFiles().policy();
        Policy policy = Policy.read(folder, vocabulary.takingParametersAsWritten());
        Approvals approvals = Approvals.read(folder);
        List<PublishedRun> runs = RulesLogCommand.sameProject(folders.list(), run);
        try (RunColumns columns = new RunColumns(run.explanationFiles())) {
            return new PolicyReport(
                    run.manifest(),
                    policy,
                    approvals.digest(),
                    RuleCounts.of(columns, policy),
                    ExclusionCount.of(columns, policy),
                    approvals.all(),
                    PolicyLog.of(runs, vocabulary));
        }
    }
}
