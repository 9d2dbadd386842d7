package org.headroom.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.config.YamlDocument;
import org.headroom.rules.check.Problems;
import org.headroom.rules.drl.CheckedRule;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.file.PolicyYaml;

/** Runs the examples under {@code spec} of a policy folder through the same scorer as a real run. */
public final class SpecRunner {
    private final Policy policy;
    private final Scorer scorer;
    private final Explainer explainer;
    private final boolean[] reached;
    private final List<SpecReport.Failure> failures = new ArrayList<>();
    private final Problems problems = new Problems();
    private int examples;

    private SpecRunner(Policy policy) {
        this.policy = policy;
        scorer = policy.scorer();
        explainer = new Explainer(policy, SourceNames.numbers());
        reached = new boolean[policy.rules().size()];
    }

    /**
     * Runs all examples.
     *
     * @param policy loaded from the same folder
     * @param folder the policy folder
     */
    public static SpecReport run(Policy policy, Path folder) {
        SpecRunner runner = new SpecRunner(policy);
        for (Path file : PolicyFolder.list(folder, "spec", ".spec.yaml", runner.problems)) {
            runner.file(PolicyFolder.relative(folder, file), file);
        }
        List<String> unreached = policy.rules().stream()
                .filter(r -> !runner.reached[r.index()])
                .map(CheckedRule::name)
                .toList();
        return new SpecReport(runner.examples, runner.failures, runner.problems.sorted(), unreached);
    }

    private void file(String path, Path file) {
        String text = PolicyFolder.text(PolicyFolder.bytes(file, path, problems), path, problems);
        Optional<YamlDocument> document = PolicyYaml.read(path, text, "spec", problems);
        if (document.isEmpty()) {
            return;
        }
        JsonNode root = document.get().root();
        for (int i = 0; i < root.path("examples").size(); i++) {
            int line = document.get().line("/examples/" + i);
            JsonNode example = root.path("examples").get(i);
            examples++;
            try {
                run(path, line, root.path("base"), example);
            } catch (IllegalArgumentException e) {
                problems.add(path, line, "example \"" + example.path("example").asText() + "\": " + e.getMessage());
            }
        }
    }

    private void run(String path, int line, JsonNode base, JsonNode example) {
        SpecGiven given = new SpecGiven(policy.vocabulary());
        given.apply(base);
        given.apply(example.path("given"));
        ScoreBlock scores = policy.newScoreBlock(1);
        scorer.score(given.site(), given.measurements(), scores);
        List<String> fired = new ArrayList<>();
        for (CheckedRule rule : policy.rules()) {
            if (scores.isFired(0, rule.index())) {
                reached[rule.index()] = true;
                fired.add(rule.name());
            }
        }
        Explanation got = explainer.explain(0, given.site(), given.measurements(), scores);
        for (SpecExpect.Difference difference : SpecExpect.compare(example.path("expect"), got)) {
            failures.add(new SpecReport.Failure(
                    path,
                    line,
                    example.path("example").asText(),
                    difference.what(),
                    difference.expected(),
                    difference.found(),
                    fired));
        }
    }
}
