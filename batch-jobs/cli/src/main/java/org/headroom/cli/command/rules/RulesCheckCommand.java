package org.headroom.cli.command.rules;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.DayConverter;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.option.VersionProvider;
import org.headroom.cli.show.GithubAnnotations;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.ProblemFiles;
import org.headroom.cli.show.SarifLog;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.runs.values.SeenValues;
import org.headroom.runs.values.UnseenLiterals;
import org.headroom.workbench.spec.PolicyCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a policy without running it. */
@Command(
        name = "check",
        header = "Checks the criteria tables, parameters, rules and examples of a policy.",
        description = {
            "Prints every problem with its file, line, column and rule, and what to write instead. Errors refuse the policy:"
                    + " the command exits with 3. Warnings are odd, but may be meant. Nothing is written.",
            "Where there is a run, a text that rules compare with and no site of it has is told of, too; without one, a"
                    + " stateCode that the United States do not have.",
            "The kinds of problems are listed in rules/policy/README.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rules check rules/policy --date 2026-12-01",
            "  headroom rules check my-policy --format github     (in a workflow of GitHub Actions)",
            "  headroom rules check my-policy --format sarif > policy.sarif"
        })
public final class RulesCheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PolicyArgument policy = new PolicyArgument();

    @Option(
            names = {"-d", "--date"},
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "The day on which rules are held against @effective and @expires. Default: today.")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How problems are printed: text, json, github or sarif. Default: text.")
    private ProblemFormat format = ProblemFormat.TEXT;

    @Mixin
    private SeenRun seenRun = new SeenRun();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Path folder = policy.folder(surroundings);
        LocalDate day = date == null ? LocalDate.now(surroundings.clock()) : date;
        PolicyCheck found = seen(PolicyCheck.run(folder, PolicyOption.vocabulary(surroundings), day));
        PolicyCheck check = found.with(found.withoutGates());
        ProblemFormat wanted = json.isWanted() ? ProblemFormat.JSON : format;
        print(folder, check.problems(), wanted);
        if (check.errors() > 0 || check.warnings() > 0) {
            surroundings.err().println("headroom: " + counts(check) + " in " + folder);
        }
        if (wanted == ProblemFormat.TEXT) {
            check.findPolicy().ifPresent(this::printSummary);
        }
        return check.errors() > 0 ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /** The same with a doubt for each text of a rule that no site of the run has; without a run, for each that may be no state. */
    private PolicyCheck seen(PolicyCheck check) {
        return check.findPolicy()
                .map(checked -> check.with(unseen(checked.rules())))
                .orElse(check);
    }

    private List<PolicyProblem> unseen(List<CheckedRule> rules) {
        AtomicReference<List<PolicyProblem>> doubts = new AtomicReference<>(UnseenLiterals.findWithoutRun(rules));
        seenRun.use(surroundings, "texts of rules are not held", run -> {
            try (SeenValues values = new SeenValues(run)) {
                doubts.set(UnseenLiterals.find(rules, values));
            }
        });
        return doubts.get();
    }

    private void print(Path folder, List<PolicyProblem> problems, ProblemFormat wanted) {
        PrintWriter out = surroundings.out();
        ProblemFiles files = new ProblemFiles(folder, Path.of(""));
        switch (wanted) {
            case TEXT -> problems.forEach(problem -> out.println(problem.text()));
            case JSON -> problems.forEach(problem -> JsonLines.print(out, values(problem)));
            case GITHUB -> new GithubAnnotations(files).lines(problems).forEach(out::println);
            case SARIF -> JsonLines.print(out, new SarifLog(files, new VersionProvider().getVersion()[0]).of(problems));
        }
    }

    private void printSummary(Policy checked) {
        PrintWriter out = surroundings.out();
        out.println("policy " + checked.id() + " " + checked.version() + " holds: "
                + checked.criteria().size() + " criteria, "
                + checked.rules().size() + " rules, "
                + checked.gates().size() + " gates");
        checked.weightings().forEach(weighting -> out.println("weights of " + weighting.text()));
    }

    /** Errors and warnings in words. */
    static String counts(PolicyCheck check) {
        return number(check.errors(), "error") + ", " + number(check.warnings(), "warning");
    }

    private static String number(int count, String of) {
        return count + " " + of + (count == 1 ? "" : "s");
    }

    /** A problem as JSON. */
    static Map<String, Object> values(PolicyProblem problem) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", problem.file());
        values.put("line", problem.line());
        values.put("column", problem.column());
        values.put("cell", problem.cell());
        values.put("rule", problem.rule());
        values.put("severity", problem.severity().name());
        values.put("kind", problem.kind());
        values.put("message", problem.message());
        values.put("advice", problem.advice());
        return values;
    }
}
