package org.headroom.cli.command.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.night.NightJob;
import org.headroom.cli.night.RepositoryChoice;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.DayConverter;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.option.ProjectOption;
import org.headroom.cli.option.ShippedPolicies;
import org.headroom.cli.scenario.ScenarioNights;
import org.headroom.cli.scenario.ScenarioPrinter;
import org.headroom.cli.show.JsonLines;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.engine.Engines;
import org.headroom.jobs.inputs.DeclaredLayers;
import org.headroom.jobs.inputs.PolicyInForce;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.scenario.Scenario;
import org.headroom.jobs.scenario.ScenarioFile;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.RunFolders;
import org.headroom.runs.folder.RunRequest;
import org.headroom.runs.scenario.ScenarioRanks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The nightly ranking. */
@Command(
        name = "rank",
        header = "Ranks the sites of a project and publishes the run.",
        description = {
            "Reads the layers of the project, measures every candidate site, applies the policy, and writes the run to"
                    + " DIR/DATE-N: a shapefile and a GeoPackage to open in a GIS, the reasons for every site, and the"
                    + " problems found in the input.",
            "The top sites are printed, and the run's folder as the last line. When nothing has changed since a run,"
                    + " that run is shown and nothing is written. A run that was stopped, or whose machine failed, is gone"
                    + " on with.",
            "While an edit of the policy is refused, the policy of the project's latest run stays in force, and the"
                    + " exit code is 4."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rank                                    the United States, today",
            "  headroom rank -p us/headroom.yaml -d 2026-05-01  a project on a day",
            "  headroom rank --json | jq .ranked                for scripts",
            "  headroom rank --what-if -d 2027-06-01            what would be on that day",
            "  headroom rank --policy conservative              what would be by another policy",
            "  headroom rank --scenarios scenarios.yaml         other loads and policies, side by side"
        })
public final class RankCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private OutOption out = new OutOption();

    @Option(
            names = {"-d", "--date"},
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "The day for which moratoria, queues and prices hold. Default: the project's, or else today.")
    private @Nullable LocalDate date;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for loading, measuring and scoring; the result does not depend on it."
                    + " Default: one for each processor.")
    private @Nullable Integer threads;

    @Option(
            names = "--block-sites",
            paramLabel = "N",
            hidden = true,
            description = "Sites in a block, the smallest piece of work; the result does not depend on it.",
            defaultValue = "" + RunRequest.DEFAULT_BLOCK_SITES)
    private int blockSites = RunRequest.DEFAULT_BLOCK_SITES;

    @Option(
            names = "--what-if",
            description = "Publish the run in DIR/what-if beside the nights: \"latest\" never names it, and it takes no"
                    + " night's place. So it is without this option when the day is after today.")
    private boolean whatIf;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description =
                    "Rank by another policy than the project's: its folder, the name of one that comes with Headroom, or"
                            + " the name of a folder beside the project's policy. The run is a what-if, in DIR/what-if beside the"
                            + " nights.")
    private @Nullable Path policy;

    @Option(names = "--force", description = "Run although nothing has changed.")
    private boolean force;

    @Option(
            names = "--dry-run",
            description = "Check project, layers' descriptors and policy, say what would be done, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--scenarios",
            paramLabel = "FILE",
            description =
                    "Rank once for each scenario of a file: other loads, sectors, policies or days. Each has its runs in"
                            + " DIR/scenarios/NAME; the ranks are printed side by side and written to DIR/scenarios/scenarios.csv."
                            + " The project's own runs stay as they are.")
    private @Nullable Path scenarios;

    @Mixin
    private RankingOptions ranking = new RankingOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RankCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        int wantedThreads = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wantedThreads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads is " + wantedThreads + "; it must be at least 1");
        }
        if (blockSites < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--block-sites is " + blockSites + "; it must be at least 1");
        }
        if (scenarios != null
                && (ranking.metrics().isPresent() || ranking.lineage().isPresent())) {
            throw new ParameterException(
                    spec.commandLine(), "--metrics and --lineage are of one run; leave them out with --scenarios");
        }
        if (scenarios != null && policy != null) {
            throw new ParameterException(
                    spec.commandLine(), "--policy is of one run; with --scenarios each scenario names its own");
        }
        List<Scenario> wanted = scenarios == null
                ? List.of()
                : ScenarioFile.read(scenarios, ShippedPolicies.under(surroundings.home()));
        if (dryRun) {
            Project loaded = project.load(surroundings);
            return tell(loaded, day(loaded), wanted);
        }
        try (Engines.Use engine = ranking.engine()) {
            if (!wanted.isEmpty()) {
                return ranking.exitCode(sideBySide(wanted, project.load(surroundings), wantedThreads));
            }
            return ranking.exitCode(
                    new NightJob(surroundings, ranking.report(surroundings), ranking.metrics(), ranking.lineage())
                            .run(() -> plan(project.load(surroundings), wantedThreads)));
        }
    }

    private LocalDate day(Project loaded) {
        return date != null ? date : loaded.evaluationDate().orElseGet(() -> LocalDate.now(surroundings.clock()));
    }

    private NightJob.Plan plan(Project loaded, int wantedThreads) {
        LocalDate day = day(loaded);
        Path other = otherPolicy(loaded);
        boolean aside = whatIf || other != null || isAfterToday(day);
        PolicyInForce inForce = ranking.isStrict() || aside
                ? PolicyInForce.own()
                : PolicyInForce.find(loaded, out.folder(), () -> PolicyOption.vocabulary(surroundings));
        RunRequest request = new RunRequest(
                project.file(surroundings),
                out.folder(),
                day.toString(),
                wantedThreads,
                surroundings.pluginsFolder(),
                force,
                blockSites,
                other == null ? inForce.folder() : other);
        if (aside) {
            sayWhatIf(day, other);
        } else {
            warnOfRunsToCome();
        }
        return new NightJob.Plan(
                aside ? request.asWhatIf() : request,
                out.folder(),
                loaded.name(),
                inForce.refusal(),
                new RepositoryChoice(surroundings).forRun(loaded, out.folder()));
    }

    /** The policy that was named, when it is another than the project's; null when the project's own is to be used. */
    private @Nullable Path otherPolicy(Project loaded) {
        Path named = policy;
        if (named == null) {
            return null;
        }
        Path folder = ShippedPolicies.folder(named, surroundings.home(), loaded.policyFolder());
        return folder.equals(loaded.policyFolder().toAbsolutePath().normalize()) ? null : folder;
    }

    private LocalDate today() {
        return LocalDate.now(surroundings.clock());
    }

    private boolean isAfterToday(LocalDate day) {
        return day.isAfter(today());
    }

    private void sayWhatIf(LocalDate day, @Nullable Path other) {
        surroundings
                .err()
                .println("headroom: "
                        + (other == null ? "" : "the policy in " + other + " goes in place of the project's: ")
                        + (isAfterToday(day) ? day + " is after today, " + today() + ": " : "")
                        + "this is a what-if run, published in "
                        + out.folder().resolve(RunFolders.WHAT_IF) + "; \"" + RunFolders.LATEST + "\" stays as it is");
    }

    /** A run that was published for a day to come, by an earlier version or under a clock that was wrong, stands before every night until then. */
    private void warnOfRunsToCome() {
        new RunFolders(out.folder())
                .list().stream()
                        .findFirst()
                        .filter(run -> run.date().compareTo(today().toString()) > 0)
                        .ifPresent(run -> surroundings
                                .err()
                                .println("headroom: run " + run.name() + " is of a day after today, " + today()
                                        + ", and \"" + RunFolders.LATEST + "\" names it until then; if that is a slip: "
                                        + "headroom runs remove " + run.name() + " --force --out " + out.folder()));
    }

    private int sideBySide(List<Scenario> wanted, Project loaded, int wantedThreads) {
        ScenarioNights nights = new ScenarioNights(surroundings, ranking.isStrict());
        nights.run(wanted, scenario -> plan(loaded, scenario, wantedThreads));
        if (!nights.ranked().isEmpty()) {
            ScenarioRanks ranks = ScenarioRanks.read(nights.ranked());
            Path file = out.folder().resolve(RunFolders.SCENARIOS).resolve("scenarios.csv");
            ranks.writeCsv(file);
            ScenarioPrinter printer = new ScenarioPrinter(surroundings, ranks, ranking.top());
            if (ranking.isJson()) {
                printer.json(nights.ranked(), nights.failed(), file);
            } else {
                printer.table(file);
            }
        }
        return nights.exitCode();
    }

    /** A day of its own is part of what a scenario is; one of the command may be a slip. */
    private NightJob.Plan plan(Project loaded, Scenario scenario, int wantedThreads) {
        LocalDate day = scenario.date().orElseGet(() -> day(loaded));
        boolean aside = whatIf || scenario.date().isEmpty() && isAfterToday(day);
        RunRequest request = new RunRequest(
                project.file(surroundings),
                out.folder().resolve(RunFolders.SCENARIOS).resolve(scenario.name()),
                day.toString(),
                wantedThreads,
                surroundings.pluginsFolder(),
                force,
                blockSites,
                scenario.policy().orElse(null),
                scenario.load(loaded.request()),
                out.folder().resolve(RunFolders.LAYERS),
                null);
        return new NightJob.Plan(
                aside ? request.asWhatIf() : request,
                out.folder(),
                loaded.name() + " " + scenario.name(),
                Optional.empty(),
                new RepositoryChoice(surroundings).forRun(loaded, out.folder()));
    }

    private int tell(Project loaded, LocalDate day, List<Scenario> wanted) {
        List<InstalledModule> modules = PluginHost.load(surroundings.pluginsFolder());
        Path other = otherPolicy(loaded);
        Path folder = other == null ? loaded.policyFolder() : other;
        DeclaredLayers.check(loaded, Policy.load(folder, PolicyOption.vocabulary(surroundings)));
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("dryRun", true);
        plan.put("project", loaded.file().toString());
        plan.put("evaluationDate", day.toString());
        plan.put("whatIf", whatIf || other != null || isAfterToday(day));
        plan.put("dataFolder", loaded.dataFolder().toString());
        plan.put("policy", folder.toString());
        plan.put("layers", loaded.layers().size());
        plan.put("modules", modules.size());
        plan.put("out", out.folder().toString());
        if (!wanted.isEmpty()) {
            plan.put("scenarios", wanted.stream().map(Scenario::name).toList());
        }
        if (ranking.isJson()) {
            JsonLines.print(surroundings.out(), plan);
        } else {
            plan.remove("dryRun");
            plan.forEach((name, value) -> surroundings.out().println(name + ": " + value));
        }
        return ExitCode.DONE;
    }
}
