package org.headroom.cli.command.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.decide.acceptability.SurenessCheck;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.verify.CheckResult;
import org.headroom.runs.verify.FurtherCheck;
import org.headroom.runs.verify.RunVerifier;
import org.headroom.runs.verify.SiteChoice;
import org.headroom.spi.ScoringModule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells whether a published run is as it was written, and whether its figures can be derived again. */
@Command(
        name = "verify",
        header = "Checks a run: its files, its counts, its order and its scores.",
        description = {
            "Takes the digest of every file again, counts again all that the manifest counts, checks the order, and"
                    + " derives the scores of some sites again from the measurements and the policy that lie in the run."
                    + " When all that holds, how sure the ranks are is drawn again.",
            "Prints one line for each check, and below it all that is wrong, by file. Exit status 0 when nothing is,"
                    + " else 3."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom runs verify                     the latest run, with 100 sites of all ranks",
            "  headroom runs verify 2026-05-01-1 --all  every site of a run"
        })
public final class RunsVerifyCommand implements Callable<Integer> {
    private static final int USUAL_SAMPLE = 100;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = {"-s", "--site"},
            paramLabel = "ID",
            arity = "1..*",
            description = "Derive the scores of these sites again.")
    private List<String> sites = List.of();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Derive the scores of N sites again, spread evenly over the ranks. Default: " + USUAL_SAMPLE
                    + ", or none with --site.")
    private @Nullable Integer sample;

    @Option(names = "--all", description = "Derive the scores of all sites again.")
    private boolean all;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsVerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        SiteChoice choice = choice();
        PublishedRun run = runs.asFound();
        List<ScoringModule> modules = PluginHost.load(surroundings.pluginsFolder()).stream()
                .map(InstalledModule::module)
                .toList();
        boolean holds = new RunVerifier(run, modules, choice, furtherChecks()).verify(result -> print(run, result));
        if (!holds) {
            surroundings.err().println("headroom: run " + run.shownName() + " is not as it was published");
        }
        return holds ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static List<FurtherCheck> furtherChecks() {
        return List.of(new SurenessCheck(Runtime.getRuntime().availableProcessors()));
    }

    private SiteChoice choice() {
        if (sample != null && sample < 0) {
            throw new ParameterException(spec.commandLine(), "--sample is " + sample + "; it must be at least 0");
        }
        if (all) {
            return new SiteChoice(sites, SiteChoice.ALL);
        }
        int usual = sites.isEmpty() ? USUAL_SAMPLE : 0;
        return new SiteChoice(sites, sample == null ? usual : sample);
    }

    private void print(PublishedRun run, CheckResult result) {
        if (json.isWanted()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("run", run.shownName());
            values.put("check", result.check());
            values.put("holds", result.holds());
            values.put("looked", result.looked());
            values.put("findings", result.findings());
            JsonLines.print(surroundings.out(), values);
            return;
        }
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT, "%-6s %-7s %s", result.holds() ? "ok" : "WRONG", result.check(), result.looked()));
        result.findings()
                .forEach(finding -> surroundings.out().println("       " + finding.file() + " " + finding.problem()));
        surroundings.out().flush();
    }
}
