package org.headroom.workbench.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.rules.check.Problems;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.workbench.explanation.Explainer;
import org.headroom.workbench.explanation.Explanation;
import org.headroom.workbench.explanation.SourceNames;

/** Runs the examples under {@code spec} of a policy folder through the same scorer as a real run. */
public final class SpecRunner {
    private final Policy policy;
    private final Scorer scorer;
    private final Explainer explainer;
    private final boolean[] reached;
    private final TableCoverage rows;
    private final List<SpecReport.Failure> failures = new ArrayList<>();

    private SpecRunner(Policy policy) {
        this.policy = policy;
        scorer = policy.scorer();
        explainer = new Explainer(policy, SourceNames.numbers());
        reached = new boolean[policy.rules().size()];
        rows = new TableCoverage(policy.criteria());
    }

    /** Is told of an example that differs from what it expects. */
    interface Differing {
        void differs(SpecExample example, Explanation got);
    }

    /** Tells of each example that differs, in the order of the files; those that cannot be read are left out. */
    static void run(Policy policy, Path folder, Differing differing) {
        SpecRunner runner = new SpecRunner(policy);
        for (SpecExample example : SpecFiles.read(folder, policy.vocabulary(), new Problems())) {
            int before = runner.failures.size();
            Explanation got = runner.run(example);
            if (runner.failures.size() > before) {
                differing.differs(example, got);
            }
        }
    }

    /**
     * Runs all examples.
     *
     * @param policy loaded from the same folder
     * @param folder the policy folder
     */
    public static SpecReport run(Policy policy, Path folder) {
        Problems problems = new Problems();
        List<SpecExample> examples = SpecFiles.read(folder, policy.vocabulary(), problems);
        SpecRunner runner = new SpecRunner(policy);
        examples.forEach(runner::run);
        examples.forEach(new SpecNames(policy, problems)::check);
        List<String> unreached = policy.rules().stream()
                .filter(r -> !runner.reached[r.index()])
                .map(CheckedRule::name)
                .toList();
        return new SpecReport(
                examples.size(),
                runner.failures,
                problems.sorted(),
                policy.rules().size(),
                unreached,
                runner.rows.total(),
                runner.rows.unreached());
    }

    private Explanation run(SpecExample example) {
        SpecGiven given = example.given();
        ScoreBlock scores = policy.newScoreBlock(1);
        Policy onDay = example.day() == null ? policy : policy.on(example.day());
        Scorer ofDay = example.day() == null ? scorer : onDay.scorer();
        ofDay.score(given.site(), given.measurements(), scores);
        rows.add(given.measurements());
        List<String> fired = new ArrayList<>();
        for (CheckedRule rule : policy.rules()) {
            if (scores.isFired(0, rule.index())) {
                reached[rule.index()] = true;
                fired.add(rule.name());
            }
        }
        Explainer explains = example.day() == null ? explainer : new Explainer(onDay, SourceNames.numbers());
        Explanation got = explains.explain(0, given.site(), given.measurements(), scores);
        for (SpecExpect.Difference difference : SpecExpect.compare(example.expect(), got)) {
            failures.add(new SpecReport.Failure(
                    example.file(),
                    example.line(),
                    example.name(),
                    difference.what(),
                    difference.expected(),
                    difference.found(),
                    fired));
        }
        return got;
    }
}
