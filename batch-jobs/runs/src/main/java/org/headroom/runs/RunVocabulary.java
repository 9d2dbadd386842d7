package org.headroom.runs;

import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.ScoringModule;

/** What the policy of a published run may name: the criteria of the modules that measured in it. */
public final class RunVocabulary {
    private RunVocabulary() {}

    /**
     * Finds the modules of a run among the installed ones.
     *
     * @throws HeadroomException of family PLUGIN when they are not installed any more, or have other criteria
     */
    public static Vocabulary of(PublishedRun run, List<? extends ScoringModule> installed) {
        List<Manifest.ModuleEntry> then = run.manifest().modules();
        List<? extends ScoringModule> same = installed.stream()
                .filter(module -> then.stream().anyMatch(entry -> entry.module().equals(module.id())))
                .toList();
        then.forEach(entry -> refuseOthers(run, entry, same));
        return Vocabulary.of(same);
    }

    private static void refuseOthers(
            PublishedRun run, Manifest.ModuleEntry entry, List<? extends ScoringModule> installed) {
        List<String> criteria = installed.stream()
                .filter(module -> module.id().equals(entry.module()))
                .flatMap(module -> module.criteria().stream())
                .map(Criterion::id)
                .toList();
        if (!criteria.equals(entry.criteria())) {
            throw new HeadroomException(
                    FailureFamily.PLUGIN,
                    "run " + run.shownName() + " was measured by module " + entry.module() + " with the criteria "
                            + entry.criteria() + "; installed now: " + criteria,
                    "Install the modules of that run, or make a new run with \"headroom rank\".");
        }
    }
}
