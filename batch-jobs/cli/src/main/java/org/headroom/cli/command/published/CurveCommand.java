package org.headroom.cli.command.published;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.headroom.cli.frame.ExitCode;
import org.headroom.cli.frame.Surroundings;
import org.headroom.cli.option.CommonOptions;
import org.headroom.cli.option.JsonOption;
import org.headroom.cli.portfolio.CurveText;
import org.headroom.decide.curve.CurveBy;
import org.headroom.decide.curve.SupplyCurve;
import org.headroom.decide.curve.SupplyCurves;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.PublishedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the supply curves of a run. */
@Command(
        name = "curve",
        header = "Shows the supply curve of a run: cumulative MW against score, months to power or USD per MW-year.",
        description = {
            "SURE counts sites that reach the value if all that is not known turns out for the worst, and MW that are"
                    + " held as a right or lie within published headroom; AT MOST counts what may be. MW drawn at one node"
                    + " or in one zone never count for more than its headroom. Excluded sites are left out. The file"
                    + " curve.csv of a run has the same for all sites and by state."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  headroom curve                       by score, all sites of the latest run",
            "  headroom curve --by MONTHS --state TX",
            "  headroom curve --by COST --json"
        })
public final class CurveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private RunArgument runs = new RunArgument();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "SCORE",
            description = "What it runs along: ${COMPLETION-CANDIDATES}. Default: SCORE")
    private CurveBy by = CurveBy.SCORE;

    @Option(
            names = "--state",
            paramLabel = "CODE",
            defaultValue = SupplyCurve.ALL,
            description = "The sites of this state only; \"unknown\" for those whose state is not known.")
    private String state = SupplyCurve.ALL;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The command in these surroundings. */
    public CurveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        common.startLogging();
        PublishedRun run = runs.published();
        ExplanationFiles files = run.explanationFiles();
        List<SupplyCurve> curves = SupplyCurves.of(files, files, run.manifest().requestedLoadMw()).stream()
                .filter(curve -> curve.by() == by)
                .toList();
        if (curves.isEmpty()) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "run " + run.shownName() + " has not measured " + by.column() + ", which --by " + by + " needs",
                    "Take --by SCORE, or rank again with a module that measures it.");
        }
        Set<String> scopes = curves.stream().map(SupplyCurve::scope).collect(Collectors.toCollection(TreeSet::new));
        SupplyCurve curve = curves.stream()
                .filter(one -> one.scope().equals(state))
                .findFirst()
                .orElseThrow(() -> new HeadroomException(
                        FailureFamily.CONFIG,
                        "run " + run.shownName() + " has no site in state \"" + state + "\" that is not excluded"
                                + NearestName.hint(state, scopes),
                        "It has sites in: " + String.join(", ", scopes) + "."));
        if (json.isWanted()) {
            new CurveText(surroundings).printJson(run.shownName(), curve);
        } else {
            new CurveText(surroundings).print(curve);
        }
        return ExitCode.DONE;
    }
}
