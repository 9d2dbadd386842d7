package org.headroom.cli.command.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.PolicyOption;
import org.headroom.cli.preview.HitsText;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RankingComparison;
import org.headroom.runs.preview.RescoredRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what an edited policy would do to a published run. */
@Command(
        name = "preview",
        header = "Shows what an edited policy does to the sites of a run, measuring again only what it must.",
        description = {
            "Scores and ranks the sites of the run by the policy, from the measurements that the run has kept, and"
                    + " compares with the ranking as it was published: sites that change their gate, come into the top or"
                    + " go out of it, the largest moves, and MW gained and lost by state and by reason. A run with this"
                    + " policy, the same inputs and the same date gives exactly this ranking.",
            "Then come the gates one by one, each as if there were no other, and for each rule the number of sites at which it"
                    + " holds, cannot be decided, or is outweighed by the answer of another rule, with the best-ranked of them.",
            "With --json the first line is a summary of kind \"summary\"; then comes one line for each site of each"
                    + " list, of kind \"gate\", \"entersTop\", \"leavesTop\" or \"largestMove\".",
            "Layers are not read; what has changed in them since is not seen. For a policy that needs what the run has not"
                    + " measured, or that changes parameters of measuring, a what-if run of the project measures that, says so,"
                    + " and is removed at the end. Nothing else is written but the files that are asked for."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom rules preview --policy rules/policy                 against the latest run in runs/",
            "  headroom rules preview --against 2026-05-01-1 --top 100      the policy of the default project",
            "  headroom rules preview --policy my/policy --gpkg moves.gpkg  a layer to open in a GIS",
            "  headroom rules preview --policy my/policy --json | head -n 1 | jq .counts"
        })
public final class RulesPreviewCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = {"-r", "--against"},
            paramLabel = "RUN",
            description = "Name of the run, such as 2026-05-01-1, or its folder. Default: the latest.")
    private @Nullable String runName;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Mixin
    private ComparisonOptions comparison = new ComparisonOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesPreviewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private static Map<String, Object> hits(RescoredRun run, PolicyRanking after) {
        return Map.of(
                "gateAnswers",
                after.hits().gates().stream().map(HitsText::values).toList(),
                "rules",
                after.hits().rules().stream()
                        .map(rule -> HitsText.values(run, rule))
                        .toList());
    }

    @Override
    public Integer call() {
        common.startLogging();
        comparison.check();
        Path folder = policy.folder(surroundings);
        try (RescoredRun run = comparison.open(surroundings, runName)) {
            List<String> lacking = run.mustMeasure(folder);
            PolicyRanking before = run.published();
            PolicyRanking after = lacking.isEmpty()
                    ? run.rankedBy(folder)
                    : new MeasuredAgain(surroundings, policy.project(), comparison.outFolder())
                            .rank(run, folder, lacking);
            RankingComparison compared = comparison.compare(run, before, after);
            if (before.policy().digest().equals(after.policy().digest())) {
                surroundings.err().println("headroom: this is the policy of the run, unchanged");
            }
            Map<String, Object> more = new LinkedHashMap<>(hits(run, after));
            if (!lacking.isEmpty()) {
                more.put("measuredAgain", lacking);
            }
            comparison.show(surroundings, run, compared, more, List.of(), lacking);
            if (!comparison.isJson()) {
                HitsText.print(surroundings, run, before, after);
            }
        }
        return ExitCode.DONE;
    }
}
