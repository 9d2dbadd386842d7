package org.headroom.cli.command.published;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.preview.ChangesText;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.jobs.inputs.NightBefore;
import org.headroom.ledger.ChangesMaker;
import org.headroom.ledger.ChangesTable;
import org.headroom.ledger.Ledger;
import org.headroom.ledger.Move;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Json;
import org.headroom.spi.ScoringModule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what moved between two runs, and by what. */
@Command(
        name = "diff",
        header = "Shows what moved between two runs, and by what.",
        description = {
            "Replaces the inputs of run A by those of run B, one after the other and in this order: the candidate set, each"
                    + " layer that differs, parameters (with value functions, priors, the request and versions), rules,"
                    + " weights, the date. The list is made after each, and what a step does to the score and the rank of a"
                    + " site is the difference to the list before; so the terms of a site add up to its move.",
            "Nothing is measured again: a measurement that differs is put down to the changed record that decided it, else to"
                    + " what differs of all that it is measured from."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom runs diff                                    the last run and the one before",
            "  headroom runs diff 2026-05-01-1 2026-05-02-1 --site 48139",
            "  headroom runs diff --all > changes.csv                every site that moved"
        })
public final class RunsDiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "A",
            description = "The earlier run. Default: the last one of the same project before B from other inputs.")
    private @Nullable String first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "The later run. Default: the latest.")
    private @Nullable String second;

    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            description = "How many sites are the top. Default: as many as the policy of B says, or 20.")
    private @Nullable Integer top;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "ID",
            arity = "1..*",
            description = "Only these sites, with all that moved them.")
    private List<String> sites = List.of();

    @Option(names = "--all", description = "Every site that moved, as CSV with a row for each term.")
    private boolean all;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsDiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        if (top != null && top < 1) {
            throw new ParameterException(spec.commandLine(), "--top is " + top + "; it must be at least 1");
        }
        if (all && (json.isWanted() || !sites.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--all cannot be combined with --json or --site");
        }
        RunFolders folders = new RunFolders(out.folder());
        PublishedRun after = second == null ? folders.getLatest() : folders.get(second);
        PublishedRun before = first == null ? before(after) : folders.get(first);
        List<ScoringModule> modules = PluginHost.load(surroundings.pluginsFolder()).stream()
                .map(InstalledModule::module)
                .toList();
        try (Ledger ledger = Ledger.between(
                LedgerRun.of(before),
                LedgerRun.of(after),
                modules,
                Runtime.getRuntime().availableProcessors())) {
            tell(ledger, after);
        }
        return ExitCode.DONE;
    }

    private void tell(Ledger ledger, PublishedRun after) {
        ChangesMaker changes = new ChangesMaker(ledger);
        if (all) {
            new ChangesTable(changes, ledger).write(surroundings.out());
        } else if (!sites.isEmpty()) {
            List<Move> moves = sites.stream().map(changes::move).toList();
            if (json.isWanted()) {
                print(moves);
            } else {
                moves.forEach(new ChangesText(surroundings)::print);
            }
        } else {
            var told = changes.make(top == null ? ChangesMaker.topN(after.explanationFiles()) : top, List.of());
            if (json.isWanted()) {
                print(told);
            } else {
                new ChangesText(surroundings).print(told);
            }
        }
    }

    private void print(Object value) {
        surroundings.out().println(new String(Json.bytes(value), StandardCharsets.UTF_8));
    }

    private PublishedRun before(PublishedRun after) {
        Manifest manifest = after.manifest();
        return NightBefore.find(
                        out.folder(),
                        manifest.project(),
                        manifest.evaluationDate(),
                        manifest.inputs().key(),
                        after.name())
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        "there is no run of project " + manifest.project() + " before " + after.name()
                                + " that was made from other inputs in " + out.folder(),
                        "\"headroom runs list\" shows the runs that there are; name both to compare them."));
    }
}
