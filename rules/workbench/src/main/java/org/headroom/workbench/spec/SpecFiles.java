package org.headroom.workbench.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.config.YamlDocument;
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
        Optional<YamlDocument> document = PolicyYaml.read(path, text, "spec", problems);
        if (document.isEmpty()) {
            return;
        }
        JsonNode root = document.get().root();
        for (int i = 0; i < root.path("examples").size(); i++) {
            JsonNode example = root.path("examples").get(i);
            String name = example.path("example").asText();
            String pointer = "/examples/" + i;
            try {
                SpecGiven given = new SpecGiven(vocabulary);
                given.apply(root.path("base"));
                given.apply(example.path("given"));
                examples.add(new SpecExample(path, document.get().line(pointer), name, given, example.path("expect")));
            } catch (IllegalArgumentException e) {
                problems.add(PolicyYaml.at(document.get(), pointer, "example \"" + name + "\": " + e.getMessage()));
            }
        }
    }
}
