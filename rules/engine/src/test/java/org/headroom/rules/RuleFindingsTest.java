package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by looking at all rules together. */
class RuleFindingsTest {
    @TempDir
    private Path folder;

    private static String bonus(String name, String condition) {
        return "rule \"" + name + "\" @source(\"test\")\nwhen\n    $s: Site(" + condition
                + ")\nthen\n    $s.bonus(2, \"x\");\nend\n";
    }

    private static String gate(String name, String gate, String condition, String action) {
        return "rule \"" + name + "\" @gate(" + gate + ") @source(\"test\")\nwhen\n    $s: Site(" + condition
                + ")\nthen\n    $s." + action + ";\nend\n";
    }

    private List<String> kinds(String... rules) {
        return problems(rules).stream()
                .map(p -> p.kind() + (p.isError() ? "" : "?") + " " + p.rule())
                .toList();
    }

    private List<PolicyProblem> problems(String... rules) {
        new TestPolicy(folder).write("drl/rules.drl", TestPolicy.HEAD + String.join("", rules));
        return Policy.check(folder, TestModule.vocabulary());
    }

    private PolicyProblem only(String... rules) {
        List<PolicyProblem> problems = problems(rules);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void theSameRuleInAnotherOrderIsADuplicate() {
        PolicyProblem found = only(
                bonus("a", "kv >= 100, distanceKm < 5 && (ban == \"FAIL\" || count > 3)"),
                bonus("b", "count > 3 || ban == \"FAIL\", distanceKm < 5, kv >= 100"));
        assertThat(found.text())
                .isEqualTo(
                        "drl/rules.drl:10:1: rule \"b\": it holds for the same sites as the rule \"a\" (drl/rules.drl:4)"
                                + " and does the same; delete one of the two");
        assertThat(found.isError()).isTrue();
        assertThat(kinds(bonus("a", "ban in (\"FAIL\", \"PASS\")"), bonus("b", "ban != \"CONDITIONAL\"")))
                .containsExactly("duplicate b");
        assertThat(kinds(bonus("a", "kv > 3 && kv > 5"), bonus("b", "kv > 5"))).containsExactly("duplicate b");
        assertThat(kinds(bonus("a", "kv > 5"), bonus("b", "kv >= 5"))).isEmpty();
    }

    @Test
    void aRuleThatRepeatsOthersIsToldOnce() {
        assertThat(kinds(bonus("a", "kv > 5"), bonus("b", "kv > 5"), bonus("c", "kv > 5")))
                .containsExactlyInAnyOrder("duplicate b", "duplicate c");
    }

    @Test
    void aConditionThatContradictsItselfNeverHolds() {
        assertThat(kinds(bonus("a", "kv < 3, kv > 5"))).containsExactly("never-holds a");
        assertThat(kinds(bonus("a", "ban == \"PASS\" && ban == \"FAIL\""))).containsExactly("never-holds a");
        assertThat(kinds(bonus("a", "kv >= 5 && kv <= 5"))).isEmpty();
        assertThat(kinds(bonus("a", "origin == \"GREENFIELD\", origin != \"GREENFIELD\"")))
                .containsExactly("never-holds a");
    }

    @Test
    void aFigureOutsideTheRangeOfACriterionIsTold() {
        assertThat(kinds(bonus("a", "kv > 69000"))).containsExactly("never-holds a");
        assertThat(only(bonus("a", "kv > 69000")).text())
                .endsWith("kv is compared with 69000 kV, but lies within 0 to 1500 kV, so the rule can never hold;"
                        + " give the figure in kV, perhaps 69");
        assertThat(problems(bonus("a", "kv < 69000")))
                .extracting(PolicyProblem::text)
                .anyMatch(text -> text.contains(
                        "kv is compared with 69000 kV, but lies within 0 to 1500 kV; give the" + " figure in kV"))
                .anyMatch(text -> text.contains("holds for every site"));
    }

    /** Of a field whose range holds the figure, the criteria table knows what is usual. */
    @Test
    void aFigureFarFromWhatTheTableSpeaksOfIsDoubted() {
        assertThat(only(bonus("a", "priceUsdPerMwh > 0.12")).text())
                .endsWith(
                        "warning: rule \"a\": priceUsdPerMwh is compared with 0.12 USD/MWh, but its criteria table speaks"
                                + " of 20 to 200 USD/MWh; give the figure in USD/MWh, perhaps 120");
        assertThat(kinds(bonus("a", "kv > 0.5"))).containsExactly("far-off? a");
        assertThat(kinds(bonus("a", "priceUsdPerMwh > 0"))).isEmpty();
        assertThat(kinds(bonus("a", "priceUsdPerMwh > 1000"))).isEmpty();
    }

    @Test
    void aFigureThatAnAttributeNeverHasIsTold() {
        assertThat(only(bonus("a", "contractedCapacityMw >= 100000")).text())
                .endsWith(
                        "contractedCapacityMw is compared with 100000 MW, but lies within 0 to 5000 MW, so the rule can"
                                + " never hold; give the figure in MW, perhaps 100");
        assertThat(only(bonus("a", "fossilFraction > 15")).text()).endsWith("give a figure within it, perhaps 0.15");
    }

    @Test
    void aRuleThatAnotherOneOvertakesIsTold() {
        assertThat(only(
                                gate("weak", "grid", "kv < 50", "exclude(\"A_CODE\", \"x\")"),
                                gate("weaker", "grid", "kv < 69", "exclude(\"B_CODE\", \"x\")"))
                        .text())
                .startsWith("drl/rules.drl:4:1: warning: rule \"weak\": it never decides: wherever it holds, the rule"
                        + " \"weaker\" (drl/rules.drl:10) holds too and answers FAIL");
        assertThat(kinds(
                        gate("excluded", "grid", "kv < 69, ban == \"FAIL\"", "exclude(\"A_CODE\", \"x\")"),
                        gate("conditional", "grid", "kv < 69", "conditional(\"B_CODE\", \"x\")")))
                .isEmpty();
        assertThat(kinds(bonus("a", "kv > 100"), bonus("b", "kv > 200"))).isEmpty();
    }

    @Test
    void aFigureBetweenTwoBandsIsAGap() {
        assertThat(only(bonus("medium", "kv >= 20, kv < 100"), bonus("large", "kv > 100"))
                        .text())
                .isEqualTo(
                        "drl/rules.drl:10:1: warning: rule \"large\": no rule holds where kv is exactly 100 kV, between"
                                + " the rule \"medium\" (drl/rules.drl:4) and this one; write >= or <= in one of the two");
        assertThat(kinds(bonus("medium", "kv >= 20, kv < 100"), bonus("large", "kv >= 100")))
                .isEmpty();
        assertThat(kinds(
                        gate("low", "grid", "kv < 69", "exclude(\"A_CODE\", \"x\")"),
                        gate("middle", "other", "kv > 80, kv < 115", "conditional(\"B_CODE\", \"x\")")))
                .containsExactly("gap? middle");
        assertThat(kinds(bonus("few", "count <= 2"), bonus("many", "count >= 3, count < 8")))
                .isEmpty();
        assertThat(kinds(
                        gate("low", "grid", "kv < 69", "exclude(\"A_CODE\", \"x\")"),
                        gate("high", "grid", "kv > 1000", "exclude(\"B_CODE\", \"x\")")))
                .isEmpty();
    }

    @Test
    void bandsThatOverlapAreTold() {
        assertThat(only(bonus("medium", "kv >= 20, kv <= 100"), bonus("large", "kv >= 100"))
                        .text())
                .contains(
                        "rule \"large\": where kv is exactly 100 kV, the rule \"medium\" (drl/rules.drl:4) holds too, and"
                                + " both count");
        assertThat(kinds(bonus("step", "kv >= 20"), bonus("next step", "kv >= 100")))
                .isEmpty();
        assertThat(kinds(
                        bonus("step", "kv >= 20, origin == \"BROWNFIELD\""),
                        bonus("other", "kv < 100, origin == \"GREENFIELD\"")))
                .isEmpty();
    }

    @Test
    void categoriesWithoutARuleAreTold() {
        assertThat(kinds(
                        gate("a", "ban", "ban == \"FAIL\", kv > 3", "exclude(\"A_CODE\", \"x\")"),
                        gate("b", "ban", "ban == \"PASS\", kv > 3", "conditional(\"B_CODE\", \"x\")")))
                .containsExactly("gap? a");
        assertThat(kinds(
                        gate("a", "ban", "ban == \"FAIL\"", "exclude(\"A_CODE\", \"x\")"),
                        gate("b", "ban", "ban == \"CONDITIONAL\"", "conditional(\"B_CODE\", \"x\")")))
                .isEmpty();
    }

    @Test
    void aGateWhoseNameIsASlipForAnotherIsDoubted() {
        String first = gate("old", "moratorium", "ban == \"FAIL\"", "exclude(\"A_CODE\", \"x\")");
        assertThat(only(first, gate("new", "moratorum", "kv < 69", "exclude(\"B_CODE\", \"x\")"))
                        .text())
                .isEqualTo(
                        "drl/rules.drl:10:1: warning: rule \"new\": it is the gate \"moratorum\" that it answers for, not"
                                + " \"moratorium\" (drl/rules.drl:4), which is a letter or two away; write @gate(moratorium) if that one"
                                + " is meant, else give the new gate a name that nobody takes for it");
        assertThat(kinds(
                        gate("slip", "moratorum", "kv < 69", "exclude(\"B_CODE\", \"x\")"),
                        first,
                        gate("further", "moratorium", "count < 3", "conditional(\"C_CODE\", \"x\")")))
                .containsExactly("like-gate? slip");
        for (String other : List.of("grid", "moratorium-2", "price")) {
            assertThat(kinds(first, gate("new", other, "kv < 69", "exclude(\"B_CODE\", \"x\")")))
                    .isEmpty();
        }
        assertThat(kinds(
                        gate("a", "zone-1", "ban == \"FAIL\"", "exclude(\"A_CODE\", \"x\")"),
                        gate("b", "zone-2", "kv < 69", "exclude(\"B_CODE\", \"x\")")))
                .isEmpty();
    }
}
