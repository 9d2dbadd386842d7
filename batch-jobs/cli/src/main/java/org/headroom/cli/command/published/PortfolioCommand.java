package org.headroom.cli.command.published;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.DayConverter;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.portfolio.PortfolioJson;
import org.headroom.cli.portfolio.PortfolioText;
import org.headroom.decide.grid.PriorHeadroom;
import org.headroom.decide.portfolio.Ends;
import org.headroom.decide.portfolio.Portfolio;
import org.headroom.decide.portfolio.PortfolioAsk;
import org.headroom.decide.portfolio.PortfolioFinder;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.GateAnswer;
import org.headroom.runs.PublishedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the best set of sites of a run under limits that they share. */
@Command(
        name = "portfolio",
        header = "Finds the sites of a run that go together best: the largest sum of scores under limits that they"
                + " share.",
        description = {
            "MW drawn from a node, and from a zone whose nodes share one ceiling, stay within its headroom. New land"
                    + " draws the MW asked for; a facility draws what it does not hold as an import right. The result is"
                    + " proved to be the best, or its optimality gap is told. Sites whose gates answer FAIL are never"
                    + " taken."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom portfolio --sites 5 --per-state 2 --apart-km 50",
            "  headroom portfolio --sites 5 --mw 1000 --whole-right",
            "  headroom portfolio --sites 3 --unknown-headroom-mw 0   only where headroom or a right is known"
        })
public final class PortfolioCommand implements Callable<Integer> {
    private static final int MOST_SITES = 1_000;
    private static final int MOST_LISTED = 100;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = {"-n", "--sites"},
            paramLabel = "N",
            required = true,
            description = "How many sites.")
    private int sites;

    @Option(names = "--mw", paramLabel = "MW", description = "MW AC that they hold together at least.")
    private @Nullable Double mw;

    @Option(names = "--per-state", paramLabel = "N", description = "Most sites in a state.")
    private @Nullable Integer perState;

    @Option(names = "--apart-km", paramLabel = "KM", description = "No two are nearer than this.")
    private @Nullable Double apartKm;

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description =
                    "What they may cost together a year: siteCostUsdPerMwYear times MW. A site of unknown cost is out.")
    private @Nullable Double budget;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description =
                    "Day on which each has power, by timeToPowerMonthsP50. A site of which that is unknown is out.")
    private @Nullable LocalDate date;

    @Option(
            names = "--headroom",
            paramLabel = "CRITERION",
            defaultValue = PortfolioAsk.PUBLISHED_HEADROOM,
            description =
                    "The criterion, MW, whose deciding record is the node and whose figure is its limit; where it is"
                            + " unknown, firmHeadroomMw. Default: publishedHeadroomMw")
    private String headroom = PortfolioAsk.PUBLISHED_HEADROOM;

    @Option(
            names = "--unknown-headroom-mw",
            paramLabel = "MW",
            description = "What counts where the headroom of a node or zone is unknown. Default: room for one site.")
    private @Nullable Double unknownHeadroomMw;

    @Option(
            names = "--unknown-headroom-quantile",
            paramLabel = "SHARE",
            description =
                    "The same, as a quantile, 0 to 1, of what the run's policy says unknown means for that criterion.")
    private @Nullable Double unknownHeadroomQuantile;

    @Option(
            names = "--ends",
            paramLabel = "WHICH",
            description =
                    "Which end of an interval counts: ${COMPLETION-CANDIDATES}. Default: WORST, and BEST where the"
                            + " policy ranks by the upper bound.")
    private @Nullable Ends ends;

    @Option(
            names = "--whole-right",
            description =
                    "A facility counts with all of the import right that it holds, not only with the MW asked for.")
    private boolean wholeRight;

    @Option(
            names = "--gate",
            paramLabel = "ANSWER",
            split = ",",
            defaultValue = "PASS,CONDITIONAL,UNKNOWN",
            description = "Answers of all gates together that a site may have. Default: PASS,CONDITIONAL,UNKNOWN")
    private List<GateAnswer> gates = List.of();

    @Option(
            names = "--score-alone",
            description =
                    "The sum of scores alone decides. Default: the smaller sum of tiers first, as in the ranking.")
    private boolean scoreAlone;

    @Option(
            names = "--alternates",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many of the next best sets are shown. Default: 3")
    private int alternates;

    @Option(
            names = "--near-misses",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many of the best sites that are out are explained. Default: 10")
    private int nearMisses;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public PortfolioCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        check(sites >= 1 && sites <= MOST_SITES, "--sites takes a whole number of 1 to " + MOST_SITES);
        check(perState == null || perState >= 1, "--per-state takes a whole number of 1 or more");
        check(isSum(mw) && isSum(budget), "--mw and --budget take a number of 0 or more");
        check(
                isSum(apartKm) && isSum(unknownHeadroomMw),
                "--apart-km and --unknown-headroom-mw take a number of 0 or more");
        check(
                alternates >= 0 && alternates <= MOST_LISTED && nearMisses >= 0 && nearMisses <= MOST_LISTED,
                "--alternates and --near-misses take a whole number of 0 to " + MOST_LISTED);
        check(
                unknownHeadroomQuantile == null || unknownHeadroomQuantile >= 0 && unknownHeadroomQuantile <= 1,
                "--unknown-headroom-quantile takes a number of 0 to 1");
        check(
                unknownHeadroomQuantile == null || unknownHeadroomMw == null,
                "--unknown-headroom-quantile and --unknown-headroom-mw say the same: give one of them");
        Set<GateAnswer> answers = EnumSet.noneOf(GateAnswer.class);
        answers.addAll(gates);
        check(
                !answers.contains(GateAnswer.FAIL),
                "--gate takes PASS, CONDITIONAL and UNKNOWN: excluded sites are never taken");
        PublishedRun run = runs.published();
        PriorHeadroom prior = unknownHeadroomQuantile == null
                ? null
                : PriorHeadroom.of(
                        run,
                        PluginHost.load(surroundings.pluginsFolder()).stream()
                                .map(InstalledModule::module)
                                .toList(),
                        headroom,
                        unknownHeadroomQuantile);
        Portfolio portfolio = PortfolioFinder.find(
                run,
                new PortfolioAsk(
                        sites,
                        optional(mw),
                        perState == null ? OptionalInt.empty() : OptionalInt.of(perState),
                        optional(apartKm),
                        optional(budget),
                        date,
                        headroom,
                        prior == null ? optional(unknownHeadroomMw) : OptionalDouble.of(prior.mw()),
                        prior == null ? "" : prior.description(),
                        ends,
                        wholeRight,
                        answers,
                        scoreAlone,
                        alternates,
                        nearMisses));
        if (json.isWanted()) {
            new PortfolioJson(surroundings.out()).print(run.shownName(), portfolio);
        } else {
            new PortfolioText(surroundings).print(portfolio);
        }
        return ExitCode.DONE;
    }

    private void check(boolean isRight, String message) {
        if (!isRight) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Up to what whole numbers of watts and dollars hold. */
    private static boolean isSum(@Nullable Double value) {
        return value == null || value >= 0 && value <= 1e12;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
