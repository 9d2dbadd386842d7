package org.headroom.cli.command.rules;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.preview.HitsText;
import org.headroom.cli.show.JsonLines;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.WholeFile;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RescoredRun;
import org.headroom.spi.ScoringModule;
import org.headroom.workbench.spec.SpecReport;
import org.headroom.workbench.spec.SpecRunner;
import org.headroom.workbench.spec.SpecUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the examples of a policy. */
@Command(
        name = "test",
        header = "Runs the examples in the spec folder of a policy.",
        description =
                "Prints every example that differs with what was expected, what came and the rules that hold, and every rule that"
                        + " no example reaches; exits with 3 when there is one. Rows of the criteria tables that no example"
                        + " reaches are counted, and listed with --rows. Where there is a run, tells for each rule at how many of its"
                        + " sites it holds, cannot be decided or is outweighed, and for each gate how it answers by itself.",
        footerHeading = "%nExample:%n",
        footer = "  headroom rules test rules/policy --rows")
public final class RulesTestCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private PolicyArgument policy = new PolicyArgument();

    @Option(names = "--rows", description = "List the rows of the criteria tables that no example reaches.")
    private boolean rows;

    @Option(
            names = "--update",
            description =
                    "Show what the examples that differ would have to expect to hold. Nothing is written without --write.")
    private boolean update;

    @Option(
            names = "--write",
            description =
                    "With --update: write what it shows into the spec files. Look at each line first: an example that"
                            + " differs may be right, and the policy wrong.")
    private boolean write;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SeenRun seenRun = new SeenRun();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesTestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        if (write && !update) {
            throw new ParameterException(spec.commandLine(), "--write goes with --update");
        }
        Path folder = policy.folder(surroundings);
        Policy loaded = Policy.load(folder, PolicyOption.vocabulary(surroundings));
        if (update) {
            return propose(loaded, folder);
        }
        SpecReport report = SpecRunner.run(loaded, folder);
        if (!json.isWanted()) {
            print(surroundings.out(), report);
        }
        Map<String, Object> hits = new LinkedHashMap<>();
        seenRun.use(surroundings, "no hits are counted", run -> hits(run, folder, hits));
        if (json.isWanted()) {
            Map<String, Object> values = values(report);
            values.put("hits", hits.isEmpty() ? null : hits);
            JsonLines.print(surroundings.out(), values);
        }
        return report.passed() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void hits(PublishedRun of, Path folder, Map<String, Object> hits) {
        List<ScoringModule> modules = PluginHost.load(surroundings.pluginsFolder()).stream()
                .map(InstalledModule::module)
                .toList();
        try (RescoredRun run = new RescoredRun(of, modules, Runtime.getRuntime().availableProcessors())) {
            PolicyRanking ranking = run.rankedBy(folder);
            hits.put("run", of.shownName());
            hits.put(
                    "gates",
                    ranking.hits().gates().stream().map(HitsText::values).toList());
            hits.put(
                    "rules",
                    ranking.hits().rules().stream()
                            .map(rule -> HitsText.values(run, rule))
                            .toList());
            if (!json.isWanted()) {
                HitsText.print(surroundings, run, null, ranking);
            }
        }
    }

    private int propose(Policy loaded, Path folder) {
        SpecUpdate proposed = SpecUpdate.propose(loaded, folder);
        if (json.isWanted()) {
            proposed.changes().forEach(change -> JsonLines.print(surroundings.out(), values(change)));
        } else {
            print(surroundings.out(), proposed.changes());
        }
        if (write) {
            proposed.texts()
                    .forEach((path, text) ->
                            WholeFile.write(folder.resolve(path), file -> Files.writeString(file, text)));
        }
        return write || proposed.changes().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void print(PrintWriter out, List<SpecUpdate.Change> changes) {
        String example = "";
        for (SpecUpdate.Change change : changes) {
            if (!example.equals(change.file() + change.example())) {
                out.println(change.file() + ":" + change.line() + ": example \"" + change.example() + "\"");
                example = change.file() + change.example();
            }
            out.println("- " + change.what() + ": " + change.before());
            out.println("+ " + change.what() + ": " + change.after());
        }
        if (changes.isEmpty()) {
            out.println("every example gives what it expects; there is nothing to update");
        } else if (write) {
            out.println(changes.size() + " expectations written");
        } else {
            out.println(changes.size()
                    + " expectations would change; nothing was written. Where the policy is right, accept them"
                    + " by \"headroom rules test --update --write\"");
        }
    }

    private static Map<String, Object> values(SpecUpdate.Change change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", "update");
        values.put("file", change.file());
        values.put("line", change.line());
        values.put("example", change.example());
        values.put("what", change.what());
        values.put("before", change.before());
        values.put("after", change.after());
        return values;
    }

    private void print(PrintWriter out, SpecReport report) {
        report.problems().forEach(problem -> out.println(problem.text()));
        report.failures().forEach(failure -> out.println(failure.text()));
        report.unreachedRules().forEach(rule -> out.println("no example reaches the rule \"" + rule + "\""));
        if (rows) {
            report.unreachedRows()
                    .forEach(row -> out.println("no example reaches the row of " + row.criterion() + " (" + row.module()
                            + "): " + row.row()));
        }
        out.println(summary(report));
    }

    /** What came of the examples, on one line. */
    static String summary(SpecReport report) {
        return report.examples() + " examples, " + report.failedExamples() + " failed, "
                + report.unreachedRules().size() + " rules not reached; of "
                + report.tableRows() + " table rows " + report.unreachedRows().size() + " not reached";
    }

    private static Map<String, Object> values(SpecReport report) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("passed", report.passed());
        values.put("examples", report.examples());
        values.put(
                "failures",
                report.failures().stream().map(RulesTestCommand::values).toList());
        values.put(
                "problems",
                report.problems().stream().map(RulesCheckCommand::values).toList());
        values.put("rules", report.rules());
        values.put("unreachedRules", report.unreachedRules());
        values.put("tableRows", report.tableRows());
        values.put("unreachedRows", report.unreachedRows());
        return values;
    }

    private static Map<String, Object> values(SpecReport.Failure failure) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", failure.file());
        values.put("line", failure.line());
        values.put("example", failure.example());
        values.put("what", failure.what());
        values.put("expected", failure.expected());
        values.put("got", failure.got());
        values.put("fired", failure.fired());
        return values;
    }
}
