package org.headroom.cli.command.rules;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.option.OutOption;
import org.headroom.cli.show.JsonLines;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.report.RunReport;
import org.headroom.report.SheetName;
import org.headroom.report.data.RunInput;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.RunFolders;
import org.headroom.runs.RunPolicy;
import org.headroom.runs.file.WholeFile;
import org.headroom.runs.whatif.RunWhatIf;
import org.headroom.runs.whatif.WhatIfText;
import org.headroom.spi.ScoringModule;
import org.headroom.workbench.explanation.ExplanationText;
import org.headroom.workbench.explanation.ShortExplanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says why a site stands where it stands in a published run. */
@Command(
        name = "explain",
        header = "Says why a site stands where it stands in a run.",
        description = {
            "Shows in ten lines what matters most: score, the gates that are not passed and why, what gives and what costs most"
                    + " with value and record, and what is not known. With --full every gate, criterion and adjustment, with the"
                    + " layer and the record behind each figure, and what is not known and could change it.",
            "With --top, also the smallest change of one measurement, and of one weight, that would bring the site"
                    + " among the first N, or push it out if it is there. 99 %% of that change would not. For weights all"
                    + " sites are read once for each criterion."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rules explain --site G-0042 --run 2026-05-01-1",
            "  headroom rules explain --site G-0042 G-0043 --full",
            "  headroom rules explain --site G-0042 --top 10"
        })
public final class RulesExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "ID",
            arity = "1..*",
            required = true,
            description =
                    "Id of the site, as in the field SITE_ID of ranked.shp; several are explained one after another.")
    private List<String> sites = List.of();

    @Option(names = "--full", description = "All gates, criteria, adjustments, records and layers, as a tree.")
    private boolean full;

    @Option(
            names = "--html",
            paramLabel = "DIR",
            description =
                    "In place of text a sheet for each site, RANK-ID.html in this folder, which opens from disk and may be mailed"
                            + " alone. \"headroom report --site\" makes one that tells of other nights, too.")
    private @Nullable Path html;

    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            description = "Name of the run, such as 2026-05-01-1, or its folder. Default: the latest.")
    private @Nullable String runName;

    @Option(
            names = {"-t", "--top"},
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "10",
            description = "What would bring the site among the first N, or push it out. N is 10 when it is left out.")
    private @Nullable Integer top;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Integer first = top;
        if (first != null && first < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--top takes a whole number of 1 or more, not " + first);
        }
        RunFolders folders = new RunFolders(out.folder());
        PublishedRun run = runName == null ? folders.getLatest() : folders.get(runName);
        List<ScoringModule> modules = PluginHost.load(surroundings.pluginsFolder()).stream()
                .map(InstalledModule::module)
                .toList();
        RunExplanations explanations = new RunExplanations(run, modules);
        if (html != null) {
            writeSheets(html, run, modules, explanations);
            return ExitCode.DONE;
        }
        boolean isFirst = true;
        for (String site : sites) {
            if (json.isWanted()) {
                printJson(run, explanations, site);
            } else {
                if (!isFirst) {
                    surroundings.out().println();
                }
                print(run, explanations, site);
            }
            isFirst = false;
        }
        return ExitCode.DONE;
    }

    private void writeSheets(Path folder, PublishedRun run, List<ScoringModule> modules, RunExplanations explanations) {
        RunInput input = new RunInput(
                run.folder(), run.manifest(), RunPolicy.of(run, modules), RunReport.given(run.folder()), 1);
        for (String site : sites) {
            Path file = folder.resolve(SheetName.of(explanations.explain(site).rank(), site));
            WholeFile.write(file, hidden -> {
                Files.createDirectories(folder);
                try (Writer writer = Files.newBufferedWriter(hidden)) {
                    RunReport.writeSheet(input, site, List.of(), writer);
                }
            });
            surroundings.out().println(file);
        }
    }

    private void printJson(PublishedRun run, RunExplanations explanations, String site) {
        RunExplanations.RankedSite found = explanations.explain(site);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run.shownName());
        values.put("rank", found.rank());
        values.put("name", found.name());
        explanations.sureRank(site).ifPresent(sure -> values.put("sureRank", sure));
        values.put("explanation", found.explanation());
        if (top != null) {
            values.put("whatIf", new RunWhatIf(run, explanations.policy()).of(site, top));
        }
        JsonLines.print(surroundings.out(), values);
    }

    private void print(PublishedRun run, RunExplanations explanations, String site) {
        RunExplanations.RankedSite found = explanations.explain(site);
        PrintWriter out = surroundings.out();
        out.println("Rank " + found.rank() + " of " + explanations.size() + " in run " + run.shownName()
                + (found.name().isEmpty() ? "" : ": " + found.name())
                + (found.stateCode().isEmpty() || full ? "" : ", " + found.stateCode())
                + (full ? "" : " (" + site + ")"));
        explanations.sureRank(site).ifPresent(this::print);
        if (full) {
            out.print(ExplanationText.of(found.explanation()));
        } else {
            ShortExplanation.of(found.explanation()).forEach(out::println);
        }
        if (top != null) {
            out.println();
            out.print(WhatIfText.of(new RunWhatIf(run, explanations.policy()).of(site, top)));
        }
    }

    private void print(RunExplanations.SureRank sure) {
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "In the top %d with %.1f %%; rank %d to %d in nine draws of ten, %.1f on average",
                        sure.topN(),
                        100 * sure.probability(),
                        sure.rankP05(),
                        sure.rankP95(),
                        sure.expectedRank()));
    }
}
