package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.workbench.spec.SpecReport;
import org.headroom.workbench.spec.SpecRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpecRunnerTest {
    private TestPolicy files;
    private Policy policy;

    @BeforeAll
    void load(@TempDir Path folder) {
        files = new TestPolicy(folder);
        policy = files.load();
    }

    private SpecReport run(String spec) {
        files.write("spec/a.spec.yaml", spec);
        return SpecRunner.run(policy, files.folder());
    }

    @Test
    void examplesThatHold() {
        SpecReport report = run("""
                base: {measurements: {distanceKm: 20, kv: 138, count: -1, priceUsdPerMwh: 65, ban: PASS}}
                examples:
                  - example: all known
                    given: {}
                    expect: {gate: PASS, tier: 1, score: {value: 68.25}, utilities: {distanceKm: 0.4}, undecided: []}
                  - example: a ban
                    given: {measurements: {ban: FAIL}}
                    expect: {gate: FAIL, gates: {ban: FAIL, grid: PASS}, excludedBy: [BAN], tier: 9}
                  - example: unknown voltage
                    given: {measurements: {kv: unknown}}
                    expect: {gate: UNKNOWN, scoreInterval: [52.25, 72.25], undecided: [no high voltage]}
                  - example: large mine
                    given: {origin: BROWNFIELD, attributes: {contractedCapacityMw: 100}}
                    expect: {adjustments: {large mine: 4}}
                """);
        assertThat(report.failures()).isEmpty();
        assertThat(report.problems()).isEmpty();
        assertThat(report.examples()).isEqualTo(4);
        assertThat(report.unreachedRules())
                .containsExactly(
                        "ban ahead",
                        "no high voltage",
                        "mine too small",
                        "dear energy",
                        "near and strong",
                        "none or some");
        assertThat(report.passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "attributes: {stateCode: Texas} § stateCode is never \"Texas\"; it is the code of a state, two capitals; did you mean \"TX\"?",
                "attributes: {coolingTechnology: liquid} § did you mean \"LIQUID\"?",
                "attributes: {capacityAsOf: 1/5/2020} § attribute capacityAsOf is \"1/5/2020\", which is no day; write it as in 2026-05-31",
                "attributes: {jurisdictionCode: 48113} § holds a text, not the number 48113; write \"48113\" in quotes",
                "measurements: {kv: [345, 69]} § falls; write the smaller end first: [69, 345]",
                "measurements: {kv: 69-115} § is not a number in kV nor \"unknown\"; write [69, 115]",
                "measurements: {kv: 34.5 kV} § write the figure alone, 34.5",
                "measurements: {kv: \"\"} § write unknown"
            })
    void whatNoSiteCanHaveIsRefused(String given, String told) {
        assertThat(run("examples:\n  - {example: abc, given: {" + given + "}, expect: {tier: 2}}\n")
                        .problems())
                .singleElement()
                .extracting(PolicyProblem::text)
                .asString()
                .startsWith("spec/a.spec.yaml:2:")
                .contains(told);
    }

    @Test
    void rowsThatNoExampleReachesAreNamed() {
        SpecReport none = run("examples:\n  - {example: abc, given: {}, expect: {tier: 2}}\n");
        assertThat(none.tableRows()).isEqualTo(2 + 4 + 1 + 3);
        assertThat(none.unreachedRows()).hasSize(10);
        SpecReport some = run("""
                examples:
                  - {example: on an anchor, given: {measurements: {distanceKm: 10, kv: 69}}, expect: {tier: 2}}
                  - {example: words and intervals, given: {measurements: {ban: FAIL, kv: [0, 500]}}, expect: {tier: 9}}
                  - {example: beyond the curve, given: {measurements: {priceUsdPerMwh: 201}}, expect: {tier: 3}}
                """);
        assertThat(some.unreachedRows())
                .extracting(row -> row.criterion() + ": " + row.row())
                .containsExactly(
                        "kv: the step from 138 kV to below 345 kV (0.8)",
                        "ban: category PASS (1)",
                        "ban: category CONDITIONAL (0.4)",
                        "priceUsdPerMwh: on the S-curve from 200 USD/MWh (0) to 20 USD/MWh (1)");
    }

    @Test
    void namesThatNoRuleHasAreProblems() {
        assertThat(
                        run("examples:\n  - {example: abc, given: {}, expect: {gates: {bann: PASS}, undecided: [large mines]}}\n")
                                .problems())
                .extracting(PolicyProblem::text)
                .containsExactly(
                        "spec/a.spec.yaml:2: example \"abc\": no gate is named \"bann\"; did you mean \"ban\"?",
                        "spec/a.spec.yaml:2: example \"abc\": no rule is named \"large mines\"; did you mean \"large"
                                + " mine\"?");
    }

    @Test
    void aDifferenceIsNamed() {
        SpecReport report = run("""
                examples:
                  - example: wrong hope
                    given: {measurements: {ban: FAIL}}
                    expect: {gates: {ban: PASS}, tier: 1}
                """);
        assertThat(report.failures())
                .extracting(SpecReport.Failure::text)
                .containsExactly(
                        "spec/a.spec.yaml:2: example \"wrong hope\": gate ban: expected PASS, got FAIL; rules that hold: ban in force",
                        "spec/a.spec.yaml:2: example \"wrong hope\": tier: expected 1, got 9; rules that hold: ban in force");
    }

    @Test
    void whatCannotBeReadIsAProblem() {
        assertThat(run("examples:\n  - {example: abc, given: {measurements: {kw: 1}}, expect: {tier: 1}}\n")
                        .problems())
                .singleElement()
                .extracting(p -> p.text())
                .asString()
                .endsWith("no criterion is named \"kw\"; did you mean \"kv\"?");
        assertThat(run("examples:\n  - {example: abc, given: {measurements: {ban: NO}}, expect: {tier: 1}}\n")
                        .problems())
                .isNotEmpty();
        assertThat(run("examples:\n  - {example: abc, given: {}, expect: {teir: 1}}\n")
                        .problems())
                .singleElement()
                .extracting(p -> p.text())
                .asString()
                .contains("did you mean \"tier\"?");
    }
}
