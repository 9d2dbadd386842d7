package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.rules.TestModule;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.policy.Policy;
import org.headroom.workbench.diff.PolicyChange;
import org.headroom.workbench.diff.PolicyDiff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyDiffTest {
    @TempDir
    private Path folder;

    private TestPolicy edited;

    @BeforeEach
    void copy() {
        new TestPolicy(folder.resolve("before"));
        edited = new TestPolicy(folder.resolve("after"));
    }

    private Policy before() {
        return Policy.read(folder.resolve("before"), TestModule.vocabulary());
    }

    private List<PolicyChange> changes() {
        return PolicyDiff.between(before(), Policy.read(folder.resolve("after"), TestModule.vocabulary()));
    }

    private List<String> lines() {
        return changes().stream()
                .map(change -> change.kind() + " " + change.name() + " " + change.text()
                        + (change.decides() ? "" : " (words)"))
                .toList();
    }

    private void rules(String from, String to) {
        assertThat(TestPolicy.RULES).contains(from);
        edited.write("drl/rules.drl", TestPolicy.RULES.replace(from, to));
    }

    @Test
    void aCopyIsTheSame() {
        assertThat(changes()).isEmpty();
    }

    @Test
    void layoutCommentsAndOrderCountForNothing() {
        String head = TestPolicy.HEAD + "// by hand\n";
        String rules = TestPolicy.RULES.substring(TestPolicy.HEAD.length());
        int middle = rules.indexOf("rule \"large mine\"");
        edited.write(
                "drl/rules.drl",
                head
                        + rules.substring(middle)
                                .replace(
                                        "Site(distanceKm <= 5 && (kv >= 230 || count in (3, 4)), ban != \"FAIL\")",
                                        "Site(ban != \"FAIL\",\n (count in (4,3) || kv>=230.0)  &&  distanceKm <= 5)")
                                .replace(
                                        "$s.malus(3, \"dear\");\n    $s.tier(3, \"dear\");",
                                        "$s.tier(3, \"dear\"); $s.malus(3.0, \"dear\");")
                        + rules.substring(0, middle).replace("\n", "\n  "));
        edited.write("criteria/rest.yaml", """
                # dear
                module: price
                criteria:
                  - value: {sCurve: {oneAt: 20.0, zeroAt: 200}}
                    source: test
                    weight: 0.30
                    criterion: priceUsdPerMwh
                    reasoning: cheaper is better
                """);
        assertThat(before().digest())
                .isNotEqualTo(Policy.read(folder.resolve("after"), TestModule.vocabulary())
                        .digest());
        assertThat(lines()).isEmpty();
    }

    @Test
    void weightsAnchorsAndSettings() {
        edited.write(
                "policy.yaml",
                "policy: test\nversion: 1.1.0\ntitle: Test\nrankBy: MIDDLE\nscore: {minimum: 0, maximum: 100}\n");
        edited.write("criteria/grid.yaml", """
                module: grid
                criteria:
                  - criterion: distanceKm
                    weight: 0.25
                    value: {piecewiseLinear: [[0, 1], [10, 0.50001], [60, 0]]}
                    reasoning: nearer is cheaper by far
                    source: test
                  - criterion: kv
                    weight: 0.2
                    value: {step: [[0, 0], [69, 0.4], [138, 0.8], [345, 1]]}
                    reasoning: stronger is better
                    source: test
                  - criterion: count
                    weight: 0.15
                    value: {step: [[0, 0], [2, 1]]}
                    reasoning: more is better
                    source: test
                """);
        assertThat(lines())
                .containsExactly(
                        "POLICY test version: 1.0.0 -> 1.1.0 (words)",
                        "POLICY test rankBy: LOWER_BOUND -> MIDDLE",
                        "POLICY test highest score: 110 -> 100",
                        "CRITERION distanceKm weight: 0.4 -> 0.25",
                        "CRITERION distanceKm value: piecewiseLinear: [[0, 1], [10, 0.5], [60, 0]] -> piecewiseLinear:"
                                + " [[0, 1], [10, 0.50001], [60, 0]]",
                        "CRITERION distanceKm reasoning: nearer is cheaper -> nearer is cheaper by far (words)",
                        "CRITERION count added: weight 0.15, step: [[0, 0], [2, 1]]");
    }

    @Test
    void parameters() {
        edited.write("parameters/price.yaml", """
                module: price
                parameters:
                  - {parameter: zone, value: south, asOf: 2024, source: test}
                  - {parameter: reachKm, value: 50, unit: km, asOf: 2025-01, source: another}
                """);
        assertThat(lines())
                .containsExactly(
                        "PARAMETER price reachKm asOf: 2024-10 -> 2025-01",
                        "PARAMETER price reachKm source: test -> another (words)",
                        "PARAMETER price zone value: north -> south");
    }

    @Test
    void conditionsActionsAndGates() {
        rules("Site(kv < 69)", "Site(kv <= 69)");
        assertThat(lines()).containsExactly("RULE no high voltage condition: kv < 69 -> kv <= 69");
        rules("(kv >= 230 || count in (3, 4))", "kv >= 230 || count == 3");
        only(lines()).startsWith("RULE near and strong condition: distanceKm <= 5 && (");
        rules("$s.malus(3, \"dear\")", "$s.malus(3.5, \"dear\")");
        assertThat(lines())
                .containsExactly(
                        "RULE dear energy action: malus(3, \"dear\"); tier(3, \"dear\") -> malus(3.5, \"dear\"); tier(3, \"dear\")");
        rules("@gate(grid)", "@gate(network)");
        assertThat(lines()).containsExactly("RULE no high voltage gate: grid -> network");
        rules("salience -5", "salience 5");
        assertThat(lines()).isEmpty();
    }

    @Test
    void rulesThatComeGoAndAreRenamed() {
        rules("rule \"large mine\"", "rule \"big mine\"");
        assertThat(lines()).containsExactly("RULE large mine renamed: large mine -> big mine (words)");
        int start = TestPolicy.RULES.indexOf("rule \"no high voltage\"");
        int end = TestPolicy.RULES.indexOf("rule \"mine too small\"");
        rules(TestPolicy.RULES.substring(start, end), "");
        assertThat(lines())
                .containsExactly(
                        "RULE no high voltage removed: gate grid, when kv < 69 then exclude(\"LOW_KV\", \"below 69 kV\")");
    }

    @Test
    void weightsFromJudgements() {
        for (String file : List.of("grid", "rest", "law")) {
            edited.write(
                    "criteria/" + file + ".yaml",
                    read("criteria/" + file + ".yaml").replaceAll("    weight: .*\n", ""));
        }
        edited.write("weights.yaml", """
                weights:
                  - of: modules
                    by: {direct: {grid: 0.6, price: 0.3, law: 0.1}}
                    reasoning: as it was before
                    source: test
                  - of: grid
                    by: {rankOrderCentroid: [distanceKm, kv]}
                    reasoning: distance first
                    source: test
                """);
        assertThat(lines())
                .containsExactly(
                        "WEIGHTING modules method: as the tables give them -> modules by direct (words)",
                        "WEIGHTING grid method: as the tables give them -> grid by rankOrderCentroid (words)",
                        "CRITERION distanceKm weight: 0.4 -> 0.45",
                        "CRITERION kv weight: 0.2 -> 0.15");
    }

    private String read(String path) {
        try {
            return Files.readString(folder.resolve("before").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
