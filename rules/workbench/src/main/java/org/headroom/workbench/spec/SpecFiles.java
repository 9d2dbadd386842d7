package org.headroom.workbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.vocabulary.Vocabulary;

/** Reads the examples under {@code spec} of a policy folder. */
final class SpecFiles {
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final List<SpecExample> examples = new ArrayList<>();

    private SpecFiles(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** All examples that can be read, by file and place in it; the others are problems. */
    static List<SpecExample> read(Path folder, Vocabulary vocabulary, Problems problems) {
        SpecFiles files = new SpecFiles(vocabulary, problems);
        for (Path file : PolicyFolder.list(folder, "spec", List.of(".spec.yaml"), problems)) {
            files.file(PolicyFolder.relative(folder, file), file);
        }
        return files.examples;
    }

    private void file(String path, Path file) {
        String text = PolicyFolder.text(PolicyFolder.bytes(file, path, problems), path, problems);
        PolicyYaml.read(path, text, "spec", problems)
                .ifPresent(root -> root.at("examples").items().forEach(example -> example(root.at("base"), example)));
    }

    private void example(PolicyYaml base, PolicyYaml example) {
        String name = example.at("example").text();
        try {
            SpecGiven given = new SpecGiven(vocabulary);
            given.apply(base.node());
            given.apply(example.at("given").node());
            examples.add(new SpecExample(
                    example.file(),
                    example.line(),
                    name,
                    given,
                    example.at("expect").node()));
        } catch (IllegalArgumentException e) {
            example.error(PolicyProblem.INVALID, "example \"" + name + "\": " + e.getMessage());
        }
    }
}
