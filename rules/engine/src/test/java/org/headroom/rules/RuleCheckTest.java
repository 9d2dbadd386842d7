package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCheckTest {
    @TempDir
    private Path folder;

    private List<PolicyProblem> check(String drl) {
        new TestPolicy(folder).write("drl/rules.drl", drl);
        return Policy.check(folder, TestModule.vocabulary());
    }

    private static String rule(String condition, String consequence) {
        return TestPolicy.HEAD + "rule \"r\"\n@source(\"test\")\nwhen\n    $s: Site(" + condition + ")\nthen\n    "
                + consequence + "\nend\n";
    }

    private String only(String drl) {
        List<PolicyProblem> problems = check(drl);
        assertThat(problems).hasSize(1);
        return problems.get(0).text();
    }

    @Test
    void aMisspeltCriterionNamesFileLineRuleAndTheNearestName() {
        assertThat(only(rule("kv > 3,\n        distnceKm > 80", "$s.bonus(1, \"x\");")))
                .isEqualTo(
                        "drl/rules.drl:8:9: rule \"r\": no installed module gives a criterion named \"distnceKm\", and it is"
                                + " no attribute of a site; did you mean \"distanceKm\"?");
    }

    @Test
    void typesMustFit() {
        assertThat(only(rule("kv == \"high\"", "$s.bonus(1, \"x\");")))
                .endsWith("kv holds a number in kV, but is compared with the text \"high\"");
        assertThat(only(rule("ban == 1", "$s.bonus(1, \"x\");")))
                .endsWith("ban holds one of PASS, CONDITIONAL, FAIL, but is compared with the number 1");
        assertThat(only(rule("ban == \"FIAL\"", "$s.bonus(1, \"x\");")))
                .endsWith("ban is never \"FIAL\"; it is one of PASS, CONDITIONAL, FAIL; did you mean \"FAIL\"?");
        assertThat(only(rule("origin == \"BROWNFEILD\"", "$s.bonus(1, \"x\");")))
                .contains("\"BROWNFIELD\"?");
        assertThat(only(rule("ban < \"FAIL\"", "$s.bonus(1, \"x\");"))).endsWith("use ==, != or in");
    }

    @Test
    void aSyntaxErrorHasItsLine() {
        assertThat(only(TestPolicy.HEAD + "rule \"r\"\nwhen\n  $s: Site(kv > 3\nthen\nend\n"))
                .startsWith(
                        "drl/rules.drl:6:11: rule \"r\": the bracket that opens here is not closed before \"then\"");
    }

    @Test
    void emptyFilesAndFilesWithoutRulesAreProblems() {
        assertThat(check("")).extracting(PolicyProblem::text).contains("drl/rules.drl: the file has no rule");
        assertThat(only(TestPolicy.HEAD)).isEqualTo("drl/rules.drl: the file has no rule");
    }

    @Test
    void aNameMayBeUsedOnceInThePolicy() {
        new TestPolicy(folder).write("drl/second.drl", TestPolicy.RULES);
        List<PolicyProblem> problems = Policy.check(folder, TestModule.vocabulary());
        assertThat(problems).hasSize(8).first().asString().contains("the name is taken by the rule at drl/rules.drl:4");
    }

    @Test
    void gatesAndSourcesAreAsked() {
        assertThat(only(rule("kv > 3", "$s.exclude(\"CODE\", \"x\");"))).contains("needs a gate");
        assertThat(only(rule("kv > 3", "$s.bonus(1, \"x\");").replace("@source", "@gate(gg)\n@source")))
                .contains("neither excludes nor makes conditional");
        assertThat(only(rule("kv > 3", "$s.bonus(1, \"x\");").replace("@source(\"test\")\n", "")))
                .contains("needs a source");
        assertThat(only(rule("kv > 3", "$s.bonus(1, \"x\"); $s.exclude(\"CODE\", \"x\");")
                        .replace("@source", "@gate(gg)\n@source")))
                .contains("write two rules");
    }

    @Test
    void aMisspeltAnnotationIsShownWhereItStands() {
        String drl = rule("kv > 3", "$s.bonus(1, \"x\");").replace("@source(", "@source(\"test\")\n  @sorce(");
        assertThat(only(drl)).startsWith("drl/rules.drl:6:3: rule \"r\": the annotation @sorce is not allowed");
    }

    @Test
    void actionsAreChecked() {
        assertThat(only(rule("kv > 3", "\n\n    $s.bonnus(1, \"x\");")))
                .isEqualTo(
                        "drl/rules.drl:11:8: rule \"r\": the action \"bonnus\" is not one of exclude, conditional, bonus,"
                                + " malus, tier; did you mean \"bonus\"?");
        assertThat(only(rule("kv > 3", "$s.tier(9, \"x\");"))).contains("whole number from 1 to 8");
        assertThat(only(rule("kv > 3", "$s.malus(-2, \"x\");"))).contains("above 0");
        assertThat(only(rule("kv > 3", "$s.bonus(kv, \"x\");"))).contains("must be a number");
        assertThat(only(rule("kv > 3", ""))).contains("does nothing");
    }

    @Test
    void allProblemsComeAtOnce() {
        new TestPolicy(folder)
                .write("drl/a.drl", rule("kw > 3 && dstanceKm < 2", "$s.exlude(\"A\", \"x\");"))
                .write(
                        "criteria/law.yaml",
                        "module: lwa\ncriteria: [{criterion: ban, weight: 0.1, value: {step: [[0, 1]]}, reasoning: 0123456789, source: abc}]\n")
                .write("parameters/price.yaml", "module: price\nparameters: []\n");
        assertThatThrownBy(() -> Policy.load(folder, TestModule.vocabulary()))
                .isInstanceOfSatisfying(HeadroomException.class, e -> {
                    assertThat(e.family()).isEqualTo(FailureFamily.POLICY);
                    assertThat(e.getMessage().lines().count()).isGreaterThan(5);
                    assertThat(e.getMessage()).contains("\"kw\"", "\"exlude\"", "did you mean \"law\"?", "reachKm");
                });
    }

    /** The compiler's stack, and its time, end somewhere; the limit is below, and what it lets through compiles. */
    @Test
    void aRuleOfManyComparisonsIsRefused() {
        String most = IntStream.range(0, 128).mapToObj(i -> "kv > " + i).collect(Collectors.joining(" || "));
        assertThat(check(rule(most, "$s.bonus(1, \"x\");"))).isEmpty();
        assertThat(only(rule(most + " || kv > 128", "$s.bonus(1, \"x\");")))
                .contains("rule \"r\"", "more than 128 comparisons");
        String list = IntStream.range(0, 129).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        assertThat(only(rule("count in (" + list + ")", "$s.bonus(1, \"x\");")))
                .contains("rule \"r\"", "more than 128 comparisons");
    }

    @Test
    void anotherPackageIsRefused() {
        assertThat(only(rule("kv > 3", "$s.bonus(1, \"x\");").replace("package headroom.policy", "package java.lang")))
                .contains("it must be \"headroom.policy\"");
    }

    @Test
    void commentsQuotesAndPlainSalienceAreFine() {
        String drl = TestPolicy.HEAD + """
                // a comment with rule "x" in it
                rule "r" @source("He said \\"yes\\"") salience 3 dialect "java"
                when
                    $s: Site(kv >= 1.5e2 /* why */, (count != -2 || count in (1, 2)), name == "it's 100% (fine); x")
                then
                    // $s.malus(1, "no");
                    $s.bonus(1, "a \\"quoted\\" reason; end");
                end
                """;
        assertThat(check(drl)).isEmpty();
        Policy policy = Policy.load(folder, TestModule.vocabulary());
        assertThat(policy.rules().get(0).actions().get(0).reason()).isEqualTo("a \"quoted\" reason; end");
        assertThat(policy.rules().get(0).source()).isEqualTo("He said \"yes\"");
    }
}
