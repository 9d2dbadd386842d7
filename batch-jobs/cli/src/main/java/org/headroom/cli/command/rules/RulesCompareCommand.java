package org.headroom.cli.command.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.preview.PolicyRanking;
import org.headroom.runs.preview.RankCorrelation;
import org.headroom.runs.preview.RankingComparison;
import org.headroom.runs.preview.RescoredRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how two policies rank the same sites. */
@Command(
        name = "compare",
        header = "Shows how differently two policies rank the sites of a run.",
        description = {
            "Scores and ranks the sites of the run by both policies, from the measurements that the run has kept, and"
                    + " compares: rank correlation (Spearman 1904; Kendall's tau-b, 1945; excluded sites are tied at the"
                    + " end), how many sites the first 10, 100, 1000 ... have in common, gates, top, largest moves, and MW"
                    + " gained and lost from the first policy to the second.",
            "A policy is named by its folder, by the name of one that comes with Headroom, or by a run, whose policy"
                    + " it is."
        },
        footerHeading = "%nExample:%n",
        footer = "  headroom rules compare rules/policy my/policy --run 2026-05-01-1 --top 100")
public final class RulesCompareCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "P1", description = "The first policy.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "P2", description = "The second policy.")
    private String second = "";

    @Option(
            names = {"-r", "--run"},
            paramLabel = "RUN",
            description = "Name of the run, such as 2026-05-01-1, or its folder. Default: the latest.")
    private @Nullable String runName;

    @Mixin
    private ComparisonOptions comparison = new ComparisonOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public RulesCompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        comparison.check();
        NamedPolicies named = new NamedPolicies(surroundings, comparison.outFolder());
        if (named.isRun(first) && named.isRun(second)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    first + " and " + second
                            + " are both runs, and this command compares two policies on the sites of one run",
                    "\"headroom runs diff " + first + " " + second
                            + "\" tells what moved between them; to compare their policies, name one of these by its folder.");
        }
        try (RescoredRun run = comparison.open(surroundings, runName)) {
            PolicyRanking before = ranked(run, named.folder(first));
            PolicyRanking after = ranked(run, named.folder(second));
            RankingComparison compared = comparison.compare(run, before, after);
            RankCorrelation correlation = RankCorrelation.of(before, after);
            Map<Integer, Integer> overlap = compared.commonByTop();
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("spearman", orNull(correlation.spearman()));
            more.put("kendallTauB", orNull(correlation.kendallTauB()));
            more.put("commonByTop", overlap);
            List<String> lines = new ArrayList<>();
            lines.add("rank correlation: Spearman " + shown(correlation.spearman()) + ", Kendall tau-b "
                    + shown(correlation.kendallTauB()));
            overlap.forEach((top, sites) -> lines.add("top " + top + ": " + sites + " sites in common"));
            comparison.show(surroundings, run, compared, more, lines, List.of());
        }
        return ExitCode.DONE;
    }

    private static PolicyRanking ranked(RescoredRun run, Path policy) {
        return policy.equals(run.run().explanationFiles().policy()) ? run.published() : run.rankedBy(policy);
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "undefined, as all sites are tied" : String.format(Locale.ROOT, "%.4f", value);
    }
}
