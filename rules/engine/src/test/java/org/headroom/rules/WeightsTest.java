package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.rules.TestPolicy.only;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.rules.weight.Weighting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights from judgements in place of figures in the criteria tables. */
class WeightsTest {
    private static final String GRID = """
              - of: grid
                by: {swing: {distanceKm: 100, kv: 60}}
                reasoning: a good distance is worth more than a good voltage
                source: test
            """;

    private static final String CONSISTENT_JUDGE = """
                    - judge: one
                      comparisons:
                        - {more: grid, than: price, times: 2}
                        - {more: grid, than: law, times: 6}
                        - {more: price, than: law, times: 3}
            """;

    @TempDir
    private Path folder;

    private TestPolicy policy;

    @BeforeEach
    void withoutFigures() {
        policy = new TestPolicy(folder)
                .write("criteria/grid.yaml", """
                        module: grid
                        criteria:
                          - criterion: distanceKm
                            value: {piecewiseLinear: [[0, 1], [10, 0.5], [60, 0]]}
                            reasoning: nearer is cheaper
                            source: test
                          - criterion: kv
                            value: {step: [[0, 0], [69, 0.4], [138, 0.8], [345, 1]]}
                            reasoning: stronger is better
                            source: test
                        """)
                .write("criteria/rest.yaml", """
                        module: price
                        criteria:
                          - criterion: priceUsdPerMwh
                            value: {sCurve: {zeroAt: 200, oneAt: 20}}
                            reasoning: cheaper is better
                            source: test
                        """)
                .write("criteria/law.yaml", """
                        module: law
                        criteria:
                          - criterion: ban
                            value: {categories: {PASS: 1, CONDITIONAL: 0.4, FAIL: 0}}
                            reasoning: a ban is a risk
                            source: test
                        """);
    }

    private static String modules(String by) {
        return "weights:\n" + GRID + "  - of: modules\n    by:\n" + by.indent(6)
                + "    reasoning: as the judges see it\n    source: test\n";
    }

    private static String ahp(String... judges) {
        return modules("ahp:\n" + String.join("", judges).indent(-6));
    }

    private Map<String, Double> weights(String text) {
        policy.write("weights.yaml", text);
        return policy.load().criteria().stream()
                .collect(Collectors.toMap(line -> line.criterion().id(), WeightedCriterion::weight));
    }

    /** Without columns, which PolicyCheckTest looks at. */
    private List<String> problems(String text) {
        policy.write("weights.yaml", text);
        return Policy.check(folder, TestModule.vocabulary()).stream()
                .map(problem -> problem.withColumn(0).text())
                .toList();
    }

    @Test
    void aCriterionHasTheWeightOfItsModuleTimesItsOwnInTheModule() {
        Map<String, Double> weights = weights(modules("direct: {grid: 0.64, price: 0.26, law: 0.1}"));
        assertThat(weights.get("distanceKm")).isCloseTo(0.64 * 100 / 160, within(1e-15));
        assertThat(weights.get("kv")).isCloseTo(0.64 * 60 / 160, within(1e-15));
        assertThat(weights.get("priceUsdPerMwh")).isEqualTo(0.26);
        assertThat(weights.get("ban")).isEqualTo(0.1);
    }

    @Test
    void anOrderIsEnough() {
        Map<String, Double> weights = weights(modules("rankOrderCentroid: [price, grid, law]"));
        assertThat(weights.get("priceUsdPerMwh")).isCloseTo(11.0 / 18, within(1e-15));
        assertThat(weights.get("ban")).isCloseTo(2.0 / 18, within(1e-15));
    }

    @Test
    void judgesComparePairs() {
        assertThat(problems(ahp(CONSISTENT_JUDGE))).isEmpty();
        Map<String, Double> weights = weights(ahp(CONSISTENT_JUDGE));
        assertThat(weights.get("priceUsdPerMwh")).isCloseTo(0.3, within(1e-12));
        assertThat(weights.get("ban")).isCloseTo(0.1, within(1e-12));
        assertThat(policy.load().weightings().stream().map(Weighting::text))
                .containsExactly("grid by swing", "modules by ahp, 1 judge, consistency ratio at most 0");
    }

    @Test
    void severalJudgesCountAlike() {
        String other = CONSISTENT_JUDGE
                .replace("judge: one", "judge: other")
                .replace("{more: grid, than: price, times: 2}", "{more: price, than: grid, times: 2}")
                .replace("{more: grid, than: law, times: 6}", "{more: grid, than: law, times: 1.5}");
        Map<String, Double> weights = weights(ahp(CONSISTENT_JUDGE, other));
        // Geometric means of the weights of two consistent judges: (6, 3, 1) and (1.5, 3, 1).
        assertThat(weights.get("priceUsdPerMwh")).isCloseTo(3.0 / 7, within(1e-12));
        assertThat(weights.get("ban")).isCloseTo(1.0 / 7, within(1e-12));
    }

    @Test
    void comparisonsThatContradictAreRefusedWithTheWorstOne() {
        String bent =
                CONSISTENT_JUDGE.replace("{more: grid, than: law, times: 6}", "{more: law, than: grid, times: 9}");
        only(problems(ahp(bent)))
                .startsWith("weights.yaml:9: judge one: the comparisons contradict one another, consistency ratio ")
                .contains("at most 0.1 is allowed. Look first at ", "law over grid: 9 times");
    }

    @Test
    void whatIsMissingTwiceOrUnknownIsNamedWithItsLine() {
        assertThat(problems(modules("direct: {grid: 0.6, prise: 0.3, law: 0.1}")))
                .containsExactly("weights.yaml:8: there is nothing to weigh named \"prise\"; did you mean \"price\"?");
        only(problems(modules("direct: {grid: 0.7, law: 0.3}"))).contains("nothing is said of price");
        assertThat(problems(modules("direct: {grid: 0.6, price: 0.3, law: 0.2}")))
                .containsExactly("weights.yaml:8: the shares sum to 1.1, they must sum to 1");
        only(problems(modules("swing: {grid: 90, price: 30, law: 20}"))).contains("the largest swing is 90; give 100");
        assertThat(problems(modules("rankOrderCentroid: [grid, price, grid]")))
                .contains("weights.yaml:8: grid stands in the order twice", "weights.yaml:8: nothing is said of law");
        assertThat(problems(ahp(CONSISTENT_JUDGE.replace("{more: price, than: law", "{more: price, than: grid"))))
                .contains("weights.yaml:13: price and grid are compared already")
                .anyMatch(p -> p.contains("judge one does not compare law with price"));
    }

    @Test
    void everyGroupOfTwoOrMoreNeedsWeights() {
        assertThat(problems("weights:\n" + GRID))
                .containsExactly("weights.yaml: nothing is said of the weights of the modules: grid, law, price");
    }

    @Test
    void figuresInTheTablesAndJudgementsTogetherAreRefused() {
        policy.write("criteria/law.yaml", """
                module: law
                criteria:
                  - criterion: ban
                    weight: 0.1
                    value: {categories: {PASS: 1, CONDITIONAL: 0.4, FAIL: 0}}
                    reasoning: a ban is a risk
                    source: test
                """);
        assertThat(problems(modules("direct: {grid: 0.6, price: 0.3, law: 0.1}")))
                .containsExactly(
                        "criteria/law.yaml:4: criterion ban has a weight here, but this policy has its weights from weights.yaml");
    }

    @Test
    void aTableWithoutWeightsNeedsJudgements() {
        assertThat(Policy.check(folder, TestModule.vocabulary()).stream().map(PolicyProblem::text))
                .contains("criteria/law.yaml:3:5: criterion ban has no weight");
    }

    @Test
    void anotherJudgementIsAnotherPolicy() {
        policy.write("weights.yaml", modules("direct: {grid: 0.6, price: 0.3, law: 0.1}"));
        String digest = policy.load().digest();
        policy.write("weights.yaml", modules("direct: {grid: 0.6, price: 0.2, law: 0.2}"));
        assertThat(policy.load().digest()).isNotEqualTo(digest);
    }
}
