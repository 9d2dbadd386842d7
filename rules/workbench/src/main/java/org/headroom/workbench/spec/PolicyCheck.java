package org.headroom.workbench.spec;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.check.Problems;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Truth;
import org.headroom.rules.vocabulary.SiteFields;
import org.headroom.rules.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said about a policy folder on a day without running it: what is wrong and what is odd in its tables, parameters, rules and
 * spec files. Rules are not compiled: what is compiled is written anew from what was understood of them. Immutable.
 */
public final class PolicyCheck {
    private final List<PolicyProblem> problems;
    private final @Nullable Policy policy;

    private PolicyCheck(List<PolicyProblem> problems, @Nullable Policy policy) {
        this.problems = problems;
        this.policy = policy;
    }

    /**
     * Looks at a folder.
     *
     * @param folder the policy folder
     * @param vocabulary what the installed modules give
     * @param day the day on which rules are held against their dates
     * @throws org.headroom.model.HeadroomException of family POLICY when the folder has no policy.yaml; EXTERNAL when it cannot be read
     */
    public static PolicyCheck run(Path folder, Vocabulary vocabulary, LocalDate day) {
        Problems problems = new Problems();
        Policy policy = Policy.tryRead(folder, vocabulary, problems).orElse(null);
        int before = problems.count();
        List<SpecExample> examples = SpecFiles.read(folder, Policy.vocabulary(folder, vocabulary), problems);
        if (policy == null) {
            return new PolicyCheck(problems.sorted(), null);
        }
        if (examples.isEmpty() && problems.count() == before) {
            problems.add(withoutExamples(folder));
        }
        boolean areAllRead = problems.count() == before;
        examples.forEach(new SpecNames(policy, problems)::check);
        BitSet reached = reached(policy, examples, day);
        for (CheckedRule rule : policy.rules()) {
            dates(rule, day).forEach(problems::add);
            if (areAllRead && !examples.isEmpty() && !reached.get(rule.index())) {
                problems.add(rule.doubt("it holds in no example")
                        .withKind("no-example")
                        .withAdvice("write an example under spec in which it holds"));
            }
        }
        return new PolicyCheck(problems.sorted(), problems.isEmpty() ? policy : null);
    }

    /** One doubt for all rules: that each holds in no example would say no more. */
    private static PolicyProblem withoutExamples(Path folder) {
        boolean isThere = Files.isDirectory(folder.resolve("spec"), LinkOption.NOFOLLOW_LINKS);
        return PolicyProblem.warning(
                        "spec",
                        0,
                        (isThere ? "the folder has no example" : "the folder is missing")
                                + ", so nothing says what the rules are meant to answer, and no edit of them is held against it")
                .withKind("no-example")
                .withAdvice(
                        "write examples into spec/NAME.spec.yaml, as the policies that come with Headroom have them");
    }

    /** A doubt where a policy that holds has no gate, and so excludes no site; no doubt about one that is refused. */
    public List<PolicyProblem> withoutGates() {
        return policy == null
                        || policy.rules().stream().anyMatch(rule -> !rule.gate().isEmpty())
                ? List.of()
                : List.of(PolicyProblem.warning(
                                "drl",
                                0,
                                (policy.rules().isEmpty() ? "the folder is missing or has no rule: " : "")
                                        + "the policy has no gate, so no site is excluded, whatever the law says")
                        .withKind("no-gate")
                        .withAdvice("write rules with @gate into drl, or see that its files lie there"));
    }

    /** The same with further doubts. */
    public PolicyCheck with(List<PolicyProblem> doubts) {
        Problems all = new Problems();
        problems.forEach(all::add);
        doubts.forEach(all::add);
        return doubts.isEmpty() ? this : new PolicyCheck(all.sorted(), policy);
    }

    /** The rules that hold in some example, by the same conditions that are compiled. */
    private static BitSet reached(Policy policy, List<SpecExample> examples, LocalDate day) {
        SiteFields fields = policy.vocabulary().fields();
        boolean[] used = new boolean[fields.all().size()];
        Arrays.fill(used, true);
        RuleBits unused = new RuleBits(0, 0);
        BitSet reached = new BitSet();
        for (SpecExample example : examples) {
            LocalDate judged = example.day() == null ? day : example.day();
            FactBlock block = new FactBlock(fields, used, List.of(), judged.toEpochDay());
            block.bind(example.given().site(), example.given().measurements(), unused);
            for (CheckedRule rule : policy.rules()) {
                if (rule.condition().truth(block, 0) == Truth.TRUE) {
                    reached.set(rule.index());
                }
            }
        }
        return reached;
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

    /** The policy, which compiles its rules when a scorer is asked for; empty when it is refused. */
    public Optional<Policy> findPolicy() {
        return Optional.ofNullable(policy);
    }
}
