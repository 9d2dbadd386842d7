package org.headroom.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.headroom.ledger.cause.CellCauses;
import org.headroom.ledger.cause.InputChanges;
import org.headroom.ledger.cause.Step;
import org.headroom.ledger.run.LedgerRun;
import org.headroom.ledger.run.OpenRun;
import org.headroom.ledger.run.RecordIds;
import org.headroom.ledger.run.SiteMatch;
import org.headroom.ledger.stage.Stages;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.ScoringModule;

/**
 * Why sites moved between two runs: the inputs of the earlier run are replaced by those of the later one, one after the other in a stated order,
 * and the list is made after each; what a step did to a site is the difference of two successive lists, so that the steps add up to the move and a
 * single cause gives a single term. Nothing is measured again, and nothing in the runs is changed. Not safe for several threads.
 */
public final class Ledger implements AutoCloseable {
    private final OpenRun before;
    private final OpenRun after;
    private final SiteMatch match;
    private final InputChanges changes;
    private final CellCauses causes;
    private final Stages stages;
    private final RecordIds idsBefore;
    private final RecordIds idsAfter;

    private Ledger(
            OpenRun before,
            OpenRun after,
            SiteMatch match,
            InputChanges changes,
            CellCauses causes,
            Stages stages,
            RecordIds idsBefore,
            RecordIds idsAfter) {
        this.before = before;
        this.after = after;
        this.match = match;
        this.changes = changes;
        this.causes = causes;
        this.stages = stages;
        this.idsBefore = idsBefore;
        this.idsAfter = idsAfter;
    }

    /**
     * Compares two runs.
     *
     * @param modules the installed modules
     * @param threads how many work at the same time, at least 1
     * @throws HeadroomException of family CONFIG for runs of different projects; POLICY when the policy of one of them cannot be read with these
     *     modules
     */
    public static Ledger between(
            LedgerRun before, LedgerRun after, List<? extends ScoringModule> modules, int threads) {
        if (!before.project().equals(after.project())) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "run " + before.name() + " is of project " + before.project() + " and run " + after.name()
                            + " of project " + after.project() + "; what moved can only be told within one project",
                    "\"headroom runs list\" shows which run is of which project.");
        }
        Vocabulary vocabulary = Vocabulary.of(modules).takingParametersAsWritten();
        Policy policyBefore = policy(before, vocabulary);
        Policy policyAfter = before.inputs().policy().equals(after.inputs().policy())
                ? policyBefore.on(LocalDate.parse(after.date()))
                : policy(after, vocabulary);
        InputChanges changes = new InputChanges(before, after, policyBefore, policyAfter);
        Set<String> criteria = changes.criteria();
        OpenRun openBefore = OpenRun.open(before, criteria);
        try {
            OpenRun openAfter = OpenRun.open(after, criteria);
            try {
                return of(openBefore, openAfter, changes, criteria, modules, threads);
            } catch (RuntimeException | Error e) {
                openAfter.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            openBefore.close();
            throw e;
        }
    }

    private static Ledger of(
            OpenRun before,
            OpenRun after,
            InputChanges changes,
            Set<String> criteria,
            List<? extends ScoringModule> modules,
            int threads) {
        RecordIds idsBefore = new RecordIds(before.run().files());
        RecordIds idsAfter = new RecordIds(after.run().files());
        CellCauses causes = new CellCauses(criteria, changes, before.run(), after.run(), idsBefore, idsAfter, modules);
        SiteMatch match = SiteMatch.of(before.run(), before.sites(), after.run(), after.sites());
        Stages stages = Stages.make(before, after, match, changes, causes, threads);
        return new Ledger(before, after, match, changes, causes, stages, idsBefore, idsAfter);
    }

    private static Policy policy(LedgerRun run, Vocabulary vocabulary) {
        try {
            Path folder = run.files().policy();
            Policy policy = Files.isDirectory(run.compiledRules())
                    ? Policy.read(folder, vocabulary, run.compiledRules())
                    : Policy.read(folder, vocabulary);
            return policy.on(LocalDate.parse(run.date()));
        } catch (HeadroomException e) {
            throw new HeadroomException(
                    e.family(),
                    "what moved cannot be split, as the policy of run " + run.name()
                            + " cannot be read with the modules that are installed: " + e.getMessage(),
                    e.advice(),
                    e);
        }
    }

    /** The earlier run. */
    OpenRun before() {
        return before;
    }

    /** The later run. */
    OpenRun after() {
        return after;
    }

    SiteMatch match() {
        return match;
    }

    InputChanges changes() {
        return changes;
    }

    CellCauses causes() {
        return causes;
    }

    Stages stages() {
        return stages;
    }

    RecordIds idsBefore() {
        return idsBefore;
    }

    RecordIds idsAfter() {
        return idsAfter;
    }

    /** The steps in which inputs are replaced, in their order. */
    public List<Step> steps() {
        return changes.steps();
    }

    @Override
    public void close() {
        before.close();
        after.close();
    }
}
