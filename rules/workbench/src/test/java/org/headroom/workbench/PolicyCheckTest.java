package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.TestModule;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.workbench.spec.PolicyCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final String EXAMPLE =
            "examples:\n  - {example: holds, given: {measurements: {kv: 7}}, expect: {tier: 1}}\n";

    @TempDir
    private Path folder;

    private static String rule(String annotations) {
        return TestPolicy.HEAD + "rule \"r\"\n" + annotations
                + "\nwhen\n    $s: Site(kv > 3)\nthen\n    $s.bonus(1, \"x\");\nend\n";
    }

    private PolicyCheck check(String annotations) {
        new TestPolicy(folder).write("drl/rules.drl", rule(annotations)).write("spec/a.spec.yaml", EXAMPLE);
        return PolicyCheck.run(folder, TestModule.vocabulary(), DAY);
    }

    private static List<String> kinds(PolicyCheck check) {
        return check.problems().stream().map(PolicyProblem::kind).toList();
    }

    @Test
    void aRuleOutOfItsDatesIsTold() {
        assertThat(kinds(check("@source(\"test\") @effective(\"2026-05-01\") @expires(\"2026-05-01\")")))
                .isEmpty();
        PolicyCheck expired = check("@source(\"test\") @expires(\"2026-04-30\")");
        assertThat(kinds(expired)).containsExactly("expired");
        assertThat(expired.errors()).isZero();
        assertThat(expired.warnings()).isEqualTo(1);
        assertThat(expired.findPolicy()).isPresent();
        assertThat(kinds(check("@source(\"test\") @effective(\"2026-05-02\")"))).containsExactly("not-yet-effective");
    }

    @Test
    void datesThatAreNoneAreErrors() {
        only(check("@source(\"test\") @expires(\"30.4.2026\")").problems())
                .contains("@expires is \"30.4.2026\", which is no day; write the year first: @expires(\"2026-04-30\")");
        assertThat(kinds(check("@source(\"test\") @effective(\"2027-01-01\") @expires(\"2026-01-01\")")))
                .containsExactly("dates");
        assertThat(check("@source(\"test\") @expire(\"2026-01-01\")").problems())
                .singleElement()
                .extracting(PolicyProblem::advice)
                .isEqualTo("did you mean \"expires\"?");
    }

    @Test
    void aRuleWithoutAnExampleIsToldAtItsLine() {
        new TestPolicy(folder)
                .write("drl/rules.drl", rule("@source(\"test\")"))
                .write("spec/a.spec.yaml", EXAMPLE.replace("kv: 7", "kv: 2"));
        only(PolicyCheck.run(folder, TestModule.vocabulary(), DAY).problems())
                .isEqualTo(
                        "drl/rules.drl:4:1: warning: rule \"r\": it holds in no example; write an example under spec in"
                                + " which it holds");
    }

    @Test
    void aPolicyWithoutExamplesIsToldOnceAndHolds() throws IOException {
        new TestPolicy(folder).write("drl/rules.drl", rule("@source(\"test\")"));
        PolicyCheck check = PolicyCheck.run(folder, TestModule.vocabulary(), DAY);
        only(check.problems())
                .isEqualTo(
                        "spec: warning: the folder is missing, so nothing says what the rules are meant to answer, and no"
                                + " edit of them is held against it; write examples into spec/NAME.spec.yaml, as the policies that"
                                + " come with Headroom have them");
        assertThat(check.findPolicy()).isPresent();
        Files.createDirectory(folder.resolve("spec"));
        only(PolicyCheck.run(folder, TestModule.vocabulary(), DAY).problems())
                .startsWith("spec: warning: the folder has no example");
    }

    @Test
    void aPolicyWithoutRulesOrGatesIsTold() throws IOException {
        new TestPolicy(folder).write("drl/rules.drl", rule("@source(\"test\")")).write("spec/a.spec.yaml", EXAMPLE);
        only(PolicyCheck.run(folder, TestModule.vocabulary(), DAY).withoutGates())
                .startsWith("drl: warning: the policy has no gate, so no site is excluded");
        Files.delete(folder.resolve("drl/rules.drl"));
        Files.delete(folder.resolve("drl"));
        only(PolicyCheck.run(folder, TestModule.vocabulary(), DAY).withoutGates())
                .startsWith(
                        "drl: warning: the folder is missing or has no rule: the policy has no gate, so no site is");
    }

    @Test
    void spoiltExamplesAreToldBesideSpoiltRules() {
        new TestPolicy(folder)
                .write("drl/rules.drl", rule("@source(\"test\")").replace("kv", "kw"))
                .write("spec/a.spec.yaml", EXAMPLE.replace("kv", "kw"));
        PolicyCheck check = PolicyCheck.run(folder, TestModule.vocabulary(), DAY);
        assertThat(check.problems())
                .extracting(PolicyProblem::place)
                .containsExactly("drl/rules.drl:7:14", "spec/a.spec.yaml:2:5");
        assertThat(check.errors()).isEqualTo(2);
        assertThat(check.findPolicy()).isEmpty();
    }

    @Test
    void aNameInAnotherUnitIsNoMereMisspelling() {
        new TestPolicy(folder).write("drl/rules.drl", rule("@source(\"test\")").replace("kv > 3", "distanceMiles > 3"));
        assertThat(PolicyCheck.run(folder, TestModule.vocabulary(), DAY).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo("unit-mismatch");
                    assertThat(problem.advice()).isEqualTo("write distanceKm and give the figure in km");
                });
    }

    @Test
    void theEndOfANameWithoutAUnitIsNoUnit() {
        new TestPolicy(folder).write("drl/rules.drl", rule("@source(\"test\")").replace("kv > 3", "peakPeu > 3"));
        Vocabulary vocabulary = Vocabulary.of(List.of(new TestModule(
                "cooling",
                List.of(Criterion.number(
                        "peakPue", "Peak PUE", "1", Direction.LOWER_IS_BETTER, 1, 3, "a test", "test")),
                List.of())));
        assertThat(Policy.check(folder, vocabulary))
                .filteredOn(problem -> problem.file().equals("drl/rules.drl"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo("unknown-name");
                    assertThat(problem.advice()).isEqualTo("did you mean \"peakPue\"?");
                });
    }

    @Test
    void allThatIsWrongWithATableIsToldAtItsPlace() {
        new TestPolicy(folder).write("criteria/rest.yaml", """
                module: grid
                criteria:
                  - criterion: count
                    unit: MW
                    weight: 0.3
                    value: {piecewiseLinear: [[-20, 0], [3, 0.5], [2, 70], [30, 1]]}
                    reasoning: because of this
                    source: test
                """).write("spec/a.spec.yaml", EXAMPLE);
        assertThat(PolicyCheck.run(folder, TestModule.vocabulary(), DAY).problems())
                .extracting(p -> p.place() + " " + p.kind())
                .containsExactly(
                        "criteria/rest.yaml:4:5 unit-mismatch",
                        "criteria/rest.yaml:6:32 outside-range",
                        "criteria/rest.yaml:6:52 anchors",
                        "criteria/rest.yaml:6:55 outside-range",
                        "criteria/rest.yaml:6:61 outside-range");
    }

    @Test
    void oddValueFunctionsAreDoubts() {
        new TestPolicy(folder)
                .write("drl/rules.drl", rule("@source(\"test\")"))
                .write("criteria/rest.yaml", """
                module: grid
                criteria:
                  - criterion: count
                    weight: 0.3
                    value: {step: [[-3, 0.2], [0, 0.2], [3, 0.8]]}
                    reasoning: because of this
                    source: test
                """)
                .write("spec/a.spec.yaml", EXAMPLE);
        PolicyCheck check = PolicyCheck.run(folder, TestModule.vocabulary(), DAY);
        assertThat(kinds(check)).containsExactlyInAnyOrder("ends-not-reached", "ends-not-reached", "gap", "flat");
        assertThat(check.errors()).isZero();
    }
}
