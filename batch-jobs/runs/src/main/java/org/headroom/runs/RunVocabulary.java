package org.headroom.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.ScoringModule;

/**
 * What the policy of a published run may name: the criteria of the modules that measured in it. Those that a module has got since are left out, and
 * parameters are taken as they were, so a run stays readable when a newer version asks for more.
 */
public final class RunVocabulary {
    private RunVocabulary() {}

    /**
     * Finds the modules of a run among the installed ones.
     *
     * @throws HeadroomException of family PLUGIN when they are not installed any more, or lack criteria that they had
     */
    public static Vocabulary of(PublishedRun run, List<? extends ScoringModule> installed) {
        Map<String, List<String>> criteriaThen = new LinkedHashMap<>();
        run.manifest().modules().forEach(entry -> criteriaThen.put(entry.module(), entry.criteria()));
        List<? extends ScoringModule> same = installed.stream()
                .filter(module -> criteriaThen.containsKey(module.id()))
                .toList();
        criteriaThen.forEach((module, criteria) -> refuseOthers(run, module, criteria, same));
        return Vocabulary.of(same).restrictedTo(criteriaThen).takingParametersAsWritten();
    }

    private static void refuseOthers(
            PublishedRun run, String id, List<String> criteriaThen, List<? extends ScoringModule> installed) {
        List<String> criteria = installed.stream()
                .filter(module -> module.id().equals(id))
                .flatMap(module -> module.criteria().stream())
                .map(Criterion::id)
                .toList();
        if (installed.stream().noneMatch(module -> module.id().equals(id)) || !criteria.containsAll(criteriaThen)) {
            throw new HeadroomException(
                    FailureFamily.PLUGIN,
                    "run " + run.shownName() + " was measured by module " + id + " with the criteria " + criteriaThen
                            + "; installed now: " + criteria,
                    "Install the modules of that run, or make a new run with \"headroom rank\".");
        }
    }
}
