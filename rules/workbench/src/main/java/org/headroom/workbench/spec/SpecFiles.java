package org.headroom.workbench.spec;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;
import org.headroom.rules.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads the examples under {@code spec} of a policy folder. An example starts from the base of {@code base.spec.yaml}, then from that of its file; what
 * neither gives, and it does not give itself, is unknown.
 */
final class SpecFiles {
    /** The file whose base every example of the folder starts from. */
    private static final String COMMON = "base.spec.yaml";

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final List<SpecExample> examples = new ArrayList<>();

    /** What every example of the folder starts from, before what its own file gives; null when the folder has no such file. */
    private @Nullable PolicyYaml common;

    private SpecFiles(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** All examples that can be read, by file and place in it; the others are problems. */
    static List<SpecExample> read(Path folder, Vocabulary vocabulary, Problems problems) {
        SpecFiles files = new SpecFiles(vocabulary, problems);
        List<Path> found = PolicyFolder.list(folder, "spec", List.of(".spec.yaml"), problems);
        for (Path file : found) {
            if (file.endsWith(COMMON)) {
                files.common(PolicyFolder.relative(folder, file), file);
            }
        }
        for (Path file : found) {
            files.file(PolicyFolder.relative(folder, file), file);
        }
        return files.examples;
    }

    private void common(String path, Path file) {
        common = read(path, file).orElse(null);
    }

    private void file(String path, Path file) {
        if (common != null && file.endsWith(COMMON)) {
            return;
        }
        read(path, file).ifPresent(root -> {
            if (!root.has("examples") && !file.endsWith(COMMON)) {
                problems.add(path, 0, "the file has no examples; only " + COMMON + " may have a base alone");
            }
            root.at("examples").items().forEach(example -> example(root, example));
        });
    }

    private Optional<PolicyYaml> read(String path, Path file) {
        String text = PolicyFolder.text(PolicyFolder.bytes(file, path, problems), path, problems);
        return PolicyYaml.read(path, text, "spec", problems);
    }

    private @Nullable LocalDate day(PolicyYaml root) {
        PolicyYaml shared = common;
        PolicyYaml from = root.has("evaluationDate") || shared == null ? root : shared;
        if (!from.has("evaluationDate")) {
            return null;
        }
        try {
            return LocalDate.parse(from.at("evaluationDate").text());
        } catch (DateTimeException e) {
            from.at("evaluationDate").error("dates", "evaluationDate is no day", "write it as in 2026-12-31");
            return null;
        }
    }

    private void example(PolicyYaml root, PolicyYaml example) {
        String name = example.at("example").text();
        try {
            SpecGiven given = new SpecGiven(vocabulary);
            if (common != null) {
                given.apply(common.at("base").node());
            }
            given.apply(root.at("base").node());
            given.apply(example.at("given").node());
            examples.add(new SpecExample(
                    example.file(),
                    example.line(),
                    name,
                    given,
                    day(root),
                    example.at("expect").node()));
        } catch (IllegalArgumentException e) {
            example.error(PolicyProblem.INVALID, "example \"" + name + "\": " + e.getMessage());
        }
    }
}
