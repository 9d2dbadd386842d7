package org.headroom.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.ScoringModule;

/** The policy that lies in a published run. */
public final class RunPolicy {
    private RunPolicy() {}

    /**
     * Loads it as it was on the evaluation date. Without compiling its rules, where those of the run were kept; makes no folder.
     *
     * @param modules the installed modules; those that measured in the run must be among them
     * @throws org.headroom.model.HeadroomException of family PLUGIN when they are not installed any more, or have other criteria
     */
    public static Policy of(PublishedRun run, List<? extends ScoringModule> modules) {
        Vocabulary vocabulary = RunVocabulary.of(run, modules);
        Path folder = run.explanationFiles().policy();
        Path compiled = run.folder().resolveSibling(RunFolders.COMPILED_RULES);
        Policy loaded = Files.isDirectory(compiled)
                ? Policy.load(folder, vocabulary, compiled)
                : Policy.load(folder, vocabulary);
        return loaded.on(run.day());
    }
}
