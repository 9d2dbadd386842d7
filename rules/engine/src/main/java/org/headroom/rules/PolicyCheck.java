package org.headroom.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.drl.CheckedRule;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said about a policy folder on a day: what is wrong and what is odd in its tables, parameters and rules, what the rule
 * compiler says, and what came of its examples. Immutable.
 */
public final class PolicyCheck {
    private final List<PolicyProblem> problems;
    private final @Nullable Policy policy;
    private final @Nullable SpecReport examples;

    private PolicyCheck(List<PolicyProblem> problems, @Nullable Policy policy, @Nullable SpecReport examples) {
        this.problems = problems;
        this.policy = policy;
        this.examples = examples;
    }

    /**
     * Looks at a folder; takes some seconds the first time, as the rules are compiled.
     *
     * @param folder the policy folder
     * @param vocabulary what the installed modules give
     * @param day the day on which rules are held against their dates
     * @throws org.headroom.model.HeadroomException of family POLICY when the folder has no policy.yaml; EXTERNAL when it cannot be read
     */
    public static PolicyCheck run(Path folder, Vocabulary vocabulary, LocalDate day) {
        Problems problems = new Problems();
        Policy policy = Policy.tryLoad(folder, vocabulary, problems).orElse(null);
        if (policy == null) {
            SpecFiles.read(folder, vocabulary, problems);
            return new PolicyCheck(problems.sorted(), null, null);
        }
        SpecReport examples = SpecRunner.run(policy, folder);
        examples.problems().forEach(problems::add);
        for (CheckedRule rule : policy.rules()) {
            dates(rule, day).forEach(problems::add);
            if (examples.unreachedRules().contains(rule.name())) {
                problems.add(rule.doubt("it holds in no example")
                        .withKind("no-example")
                        .withAdvice("write an example under spec in which it holds"));
            }
        }
        return new PolicyCheck(problems.sorted(), problems.isEmpty() ? policy : null, examples);
    }

    private static List<PolicyProblem> dates(CheckedRule rule, LocalDate day) {
        List<PolicyProblem> found = new ArrayList<>();
        LocalDate effective = rule.validity().effective();
        LocalDate expires = rule.validity().expires();
        if (effective != null && day.isBefore(effective)) {
            found.add(rule.doubt("it takes effect on " + effective + " only, but applies already on " + day)
                    .withKind("not-yet-effective")
                    .withAdvice("take it out until then, or mend @effective"));
        }
        if (expires != null && day.isAfter(expires)) {
            found.add(rule.doubt("it expired on " + expires + ", but still applies on " + day)
                    .withKind("expired")
                    .withAdvice("delete it, or mend @expires"));
        }
        return found;
    }

    /** Errors and doubts by file and line, those of the spec files among them; not the examples that differ. */
    public List<PolicyProblem> problems() {
        return problems;
    }

    /** Number of errors; the policy is refused when there is one. */
    public int errors() {
        return (int) problems.stream().filter(PolicyProblem::isError).count();
    }

    /** Number of doubts. */
    public int warnings() {
        return problems.size() - errors();
    }

    /** The policy; empty when it is refused. */
    public Optional<Policy> findPolicy() {
        return Optional.ofNullable(policy);
    }

    /** What came of the examples; empty when the rules are refused, so that no example could run. */
    public Optional<SpecReport> findExamples() {
        return Optional.ofNullable(examples);
    }
}
