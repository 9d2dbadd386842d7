package org.headroom.cli.command.published;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.cli.show.RankingTable;
import org.headroom.cli.show.Table;
import org.headroom.cli.summary.RunSummary;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.HeadroomException;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.variance.RunVariance;
import org.headroom.runs.variance.VarianceShares;
import org.headroom.spi.ScoringModule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what a published run was made from and what came of it. */
@Command(
        name = "show",
        header = "Shows a run: its ranking and policy, its counts, layers, modules, weights and files.",
        description = {
            "For each criterion its weight, and its share of the variance of the score over the ranked sites: by how much"
                    + " it tells sites apart. A module of weight 0.12 or more whose share is below a fifth of its weight"
                    + " is named, with the reason that the policy gives."
        })
public final class RunsShowCommand implements Callable<Integer> {
    private static final int TOP = 10;

    private final Surroundings surroundings;

    @Mixin
    private RunArgument runs = new RunArgument();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RunsShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        PublishedRun run = runs.published();
        if (json.isWanted()) {
            surroundings.out().println(manifestOnOneLine(run));
        } else {
            print(surroundings.out(), run);
        }
        return ExitCode.DONE;
    }

    /** Empty, and told, where the run cannot be read by what is installed now: its manifest can be shown all the same. */
    private Optional<VarianceShares> shares(PublishedRun run) {
        try {
            List<ScoringModule> modules = PluginHost.load(surroundings.pluginsFolder()).stream()
                    .map(InstalledModule::module)
                    .toList();
            return Optional.of(RunVariance.of(run, modules));
        } catch (HeadroomException e) {
            surroundings.err().println("headroom: the shares of the weights cannot be shown: " + e.getMessage());
        } catch (UncheckedIOException e) {
            surroundings
                    .err()
                    .println("headroom: the shares of the weights cannot be shown, as run " + run.shownName()
                            + " is damaged; see \"headroom runs verify " + run.shownName() + "\"");
        }
        return Optional.empty();
    }

    private String manifestOnOneLine(PublishedRun run) {
        try {
            Map<String, Object> more = new LinkedHashMap<>();
            shares(run).ifPresent(shares -> more.put("varianceShares", shares));
            return JsonLines.onOneLine(
                    Files.readString(run.folder().resolve(Manifest.FILE), StandardCharsets.UTF_8), more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that stand in the folder itself, and each folder in it as a whole. */
    private static Table files(Manifest manifest) {
        Map<String, LongSummaryStatistics> folders = new LinkedHashMap<>();
        for (Manifest.FileEntry file : manifest.files()) {
            int slash = file.file().indexOf('/');
            folders.computeIfAbsent(file.file().substring(0, slash + 1), folder -> new LongSummaryStatistics())
                    .accept(file.bytes());
        }
        Table files = new Table("FILE", ">FILES", ">BYTES");
        manifest.files().stream()
                .filter(file -> file.file().indexOf('/') < 0)
                .forEach(file -> files.add(file.file(), "", Long.toString(file.bytes())));
        folders.forEach((folder, sizes) -> {
            if (!folder.isEmpty()) {
                files.add(folder, Long.toString(sizes.getCount()), Long.toString(sizes.getSum()));
            }
        });
        return files;
    }

    private void print(PrintWriter out, PublishedRun run) {
        Manifest manifest = run.manifest();
        out.println("run         " + run.shownName());
        out.println("date        " + manifest.evaluationDate());
        out.println("policy      " + manifest.policy().policy() + " "
                + manifest.policy().version() + ", digest " + manifest.policy().digest());
        out.println("project     " + manifest.project()
                + (manifest.title().isEmpty() ? "" : " (" + manifest.title() + ")"));
        out.println("load        " + manifest.requestedLoadMw() + " MW, " + manifest.sector());
        out.println("folder      " + run.folder());
        Manifest.Counts counts = manifest.counts();
        out.println("candidates  " + counts.read() + " read = " + counts.ranked() + " ranked + " + counts.excluded()
                + " excluded + " + counts.skipped() + " skipped");
        Manifest.GateCounts gates = manifest.gates();
        out.println("gates       " + gates.pass() + " PASS, " + gates.conditional() + " CONDITIONAL, " + gates.unknown()
                + " UNKNOWN, " + gates.fail() + " FAIL");
        out.println("issues      " + manifest.issues());
        out.println();
        RankingTable.print(run.head(TOP), surroundings.tableColumns(), out);
        out.println();
        List<String> lines = RunSummary.of(run, surroundings).lines();
        lines.forEach(out::println);
        if (!lines.isEmpty()) {
            out.println();
        }
        Table layers = new Table("LAYER", "KIND", "AS OF", ">READ", ">USED", ">SKIPPED", ">FILTERED", ">ISSUES");
        for (Manifest.LayerEntry layer : manifest.layers()) {
            layers.add(
                    layer.layer(),
                    layer.kind(),
                    layer.asOf(),
                    Long.toString(layer.read()),
                    Long.toString(layer.used()),
                    Long.toString(layer.skipped()),
                    Long.toString(layer.filtered()),
                    Long.toString(layer.issues()));
        }
        layers.print(surroundings);
        out.println();
        Table modules = new Table("MODULE", "VERSION", "CRITERIA");
        manifest.modules()
                .forEach(
                        module -> modules.add(module.module(), module.version(), String.join(", ", module.criteria())));
        modules.print(surroundings);
        out.println();
        shares(run).ifPresent(shares -> {
            SharesTable.print(surroundings, shares);
            out.println();
        });
        files(manifest).print(surroundings);
    }
}
