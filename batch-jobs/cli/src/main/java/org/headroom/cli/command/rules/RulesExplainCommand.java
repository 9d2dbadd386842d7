package org.headroom.cli.command.rules;

import java.util.LinkedHashMap;
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
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.RunFolders;
import org.headroom.runs.whatif.RunWhatIf;
import org.headroom.runs.whatif.WhatIfText;
import org.headroom.workbench.explanation.ExplanationText;
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
            "Shows every gate, criterion and adjustment of the site, with the layer and the record behind each figure,"
                    + " what is not known and what it could change.",
            "With --top, also the smallest change of one measurement, and of one weight, that would bring the site"
                    + " among the first N, or push it out if it is there. 99 %% of that change would not. For weights all"
                    + " sites are read once for each criterion."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  headroom rules explain --site G-0042 --run 2026-05-01-1",
            "  headroom rules explain --site G-0042 --top 10"
        })
public final class RulesExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = {"-s", "--site"},
            paramLabel = "ID",
            required = true,
            description = "Id of the site, as in the field SITE_ID of ranked.shp.")
    private String site = "";

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
        RunExplanations explanations = new RunExplanations(
                run,
                PluginHost.load(surroundings.pluginsFolder()).stream()
                        .map(InstalledModule::module)
                        .toList());
        RunExplanations.RankedSite found = explanations.explain(site);
        if (json.isWanted()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("run", run.shownName());
            values.put("rank", found.rank());
            values.put("name", found.name());
            explanations.sureRank(site).ifPresent(sure -> values.put("sureRank", sure));
            values.put("explanation", found.explanation());
            if (first != null) {
                values.put("whatIf", new RunWhatIf(run, explanations.policy()).of(site, first));
            }
            JsonLines.print(surroundings.out(), values);
        } else {
            surroundings
                    .out()
                    .println("Rank " + found.rank() + " of " + explanations.size() + " in run " + run.shownName()
                            + (found.name().isEmpty() ? "" : ": " + found.name()));
            explanations.sureRank(site).ifPresent(this::print);
            surroundings.out().print(ExplanationText.of(found.explanation()));
            if (first != null) {
                surroundings.out().println();
                surroundings.out().print(WhatIfText.of(new RunWhatIf(run, explanations.policy()).of(site, first)));
            }
        }
        return ExitCode.DONE;
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
