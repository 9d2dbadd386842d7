package org.headroom.runs.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.spi.ScoringModule;

/**
 * Verifies a published run: compares every file with the manifest, takes the digest of the inputs again, counts again what the manifest
 * counts, checks the order, and derives scores again. Changes nothing. What was kept beside the runs, such as compiled rules, is not used.
 */
public final class RunVerifier {
    private final PublishedRun run;
    private final List<? extends ScoringModule> modules;
    private final SiteChoice choice;
    private final List<FurtherCheck> further;

    /**
     * @param run the run; its files may be damaged in any way
     * @param modules the installed modules
     * @param choice the sites whose scores are derived again
     * @param further checks that are made when all others hold
     */
    public RunVerifier(
            PublishedRun run, List<? extends ScoringModule> modules, SiteChoice choice, List<FurtherCheck> further) {
        this.run = run;
        this.modules = modules;
        this.choice = choice;
        this.further = List.copyOf(further);
    }

    /**
     * Makes one check after the other, also when an earlier one does not hold; only what rests on damaged files is left out.
     *
     * @param report is given the result of each check when it is done
     * @return whether all checks hold
     * @throws org.headroom.model.HeadroomException of family CONFIG when the run has no site of a chosen id
     */
    public boolean verify(Consumer<CheckResult> report) {
        FileCheck files = new FileCheck(run.folder());
        Optional<Manifest> manifest = files.manifest();
        boolean holds = tell(report, files.check(manifest));
        if (manifest.isEmpty()) {
            return false;
        }
        Subject subject = new Subject(run, manifest.get(), files.damaged());
        holds &= tell(report, new InputCheck(subject).check());
        holds &= tell(report, new CountCheck(subject).check());
        OrderCheck order = new OrderCheck(subject);
        holds &= tell(report, order.check());
        if (order.ranks().isPresent()) {
            holds &= tell(
                    report,
                    new ScoreCheck(subject, modules, choice, order.ranks().get()).check());
        }
        if (holds) {
            for (FurtherCheck check : further) {
                holds &= tell(report, check.check(run, modules));
            }
        }
        return holds;
    }

    private static boolean tell(Consumer<CheckResult> report, CheckResult result) {
        report.accept(result);
        return result.holds();
    }
}
