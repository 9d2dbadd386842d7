package org.headroom.cli.command.rules;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.watch.FolderChanges;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.workbench.spec.PolicyCheck;
import org.headroom.workbench.spec.SpecReport;
import org.headroom.workbench.spec.SpecRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks a policy and runs its examples whenever one of its files is saved. */
@Command(
        name = "watch",
        header = "Checks a policy and runs its examples each time a file of it is saved.",
        description =
                "Prints the problems, the examples that differ, and a line that sums them up; then waits for the next save. Ends with"
                        + " Ctrl-C. Nothing is written.",
        footerHeading = "%nExample:%n",
        footer = "  headroom rules watch rules/policy")
public final class RulesWatchCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Surroundings surroundings;

    @Mixin
    private PolicyArgument policy = new PolicyArgument();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesWatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Path folder = policy.folder(surroundings);
        Vocabulary vocabulary = PolicyOption.vocabulary(surroundings);
        try (FolderChanges changes = FolderChanges.of(folder)) {
            surroundings.err().println("headroom: watching " + folder + "; Ctrl-C ends it");
            while (true) {
                look(folder, vocabulary);
                changes.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new HeadroomException(
                    FailureFamily.EXTERNAL,
                    "cannot watch " + folder + ": " + e,
                    "Check that the folder exists still.",
                    e);
        }
    }

    private void look(Path folder, Vocabulary vocabulary) {
        PrintWriter out = surroundings.out();
        String time = LocalTime.now(surroundings.clock()).format(TIME);
        try {
            PolicyCheck check = PolicyCheck.run(folder, vocabulary, LocalDate.now(surroundings.clock()));
            check.problems().forEach(problem -> out.println(problem.text()));
            Optional<SpecReport> examples = check.findPolicy().map(checked -> SpecRunner.run(checked, folder));
            examples.ifPresent(report -> report.failures().forEach(failure -> out.println(failure.text())));
            boolean isGood = examples.map(SpecReport::passed).orElse(false);
            out.println(time + " " + (isGood ? "good: " : "BAD: ") + RulesCheckCommand.counts(check)
                    + examples.map(report -> "; " + RulesTestCommand.summary(report))
                            .orElse("; no example was run"));
        } catch (HeadroomException e) {
            if (e.family() == FailureFamily.INTERNAL) {
                throw e;
            }
            out.println(time + " BAD: " + e.getMessage());
        }
        out.flush();
    }
}
