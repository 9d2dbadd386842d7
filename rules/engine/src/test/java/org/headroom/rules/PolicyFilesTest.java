package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.ParameterSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTest {
    @TempDir
    private Path folder;

    private List<String> problems(String path, String text) {
        new TestPolicy(folder).write(path, text);
        return Policy.check(folder, TestModule.vocabulary()).stream()
                .map(PolicyProblem::text)
                .toList();
    }

    private List<String> kv(String line) {
        return problems(
                "criteria/rest.yaml",
                "module: grid\ncriteria:\n  - criterion: count\n    weight: 0.3\n    " + line
                        + "\n    reasoning: because of this\n    source: test\n");
    }

    @Test
    void aGoodPolicyHasNoProblems() {
        new TestPolicy(folder);
        assertThat(Policy.check(folder, TestModule.vocabulary())).isEmpty();
    }

    @Test
    void unknownKeysAreRefusedWithTheNearestOne() {
        assertThat(kv("valeu: {step: [[0, 1]]}"))
                .contains("criteria/rest.yaml:5:5: valeu: unknown key \"valeu\"; did you mean \"value\"?");
        assertThat(problems(
                        "policy.yaml",
                        "policy: test\nversion: 1.0.0\ntitle: T\nrankBy: LOWEST\nscore: {minimum: 0, maximum: 9}\n"))
                .anyMatch(p -> p.startsWith("policy.yaml:4:1: rankBy: "));
    }

    @Test
    void weightsMustSumToOne() {
        only(problems(
                        "criteria/law.yaml",
                        "module: law\ncriteria:\n  - {criterion: ban, weight: 0.2, value: {categories: {PASS: 1, CONDITIONAL: 0.4, FAIL: 0}}, reasoning: a long one, source: test}\n"))
                .isEqualTo(
                        "criteria: the weights of all tables sum to 1.1, they must sum to 1; take away 0.1; grid has 0.6,"
                                + " law has 0.2, price has 0.3");
        // Also beside another mistake in a table.
        assertThat(
                        problems(
                                "criteria/law.yaml",
                                "module: law\ncriteria:\n  - {criterion: bam, weight: 0.2, value: {categories: {PASS: 1, CONDITIONAL: 0.4, FAIL: 0}}, reasoning: a long one, source: test}\n"))
                .hasSize(2);
    }

    @Test
    void anchorsAreHeldAgainstTheCriterion() {
        assertThat(kv("value: {piecewiseLinear: [[0, 0], [11, 1]]}"))
                .containsExactly(
                        "criteria/rest.yaml:5:40: criterion count: the anchor 11 lies outside the declared range -10 to 10");
        only(kv("value: {piecewiseLinear: [[0, 1], [1, 0]]}")).contains("declares that higher is better");
        only(kv("value: {piecewiseLinear: [[1, 0], [0, 1]]}")).contains("does not lie above");
        only(kv("value: {target: {at: 0, tolerance: 3}}")).contains("declares that higher is better");
        only(kv("value: {categories: {A: 1}}")).contains("does not fit");
    }

    @Test
    void everyCategoryNeedsAValue() {
        String table =
                "module: law\ncriteria:\n  - {criterion: ban, weight: 0.1, value: {categories: %s}, reasoning: a long one, source: test}\n";
        only(problems("criteria/law.yaml", table.formatted("{PASS: 1, FAIL: 0}")))
                .contains("CONDITIONAL has no value");
        only(problems("criteria/law.yaml", table.formatted("{PASS: 1, CONDTIONAL: 0.5, FAIL: 0}")))
                .contains("did you mean \"CONDITIONAL\"?");
    }

    @Test
    void parametersAreHeldAgainstTheModule() {
        assertThat(problems("parameters/price.yaml", """
                        module: price
                        parameters:
                          - {parameter: reachKM, value: 50, unit: km, asOf: 2024, source: test}
                          - {parameter: reachKm, value: 500, unit: m, asOf: soon}
                        """))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p)
                                .startsWith("parameters/price.yaml:3:6: ")
                                .endsWith("did you mean \"reachKm\"?"),
                        p -> assertThat(p).endsWith("the unit is \"m\", it must be \"km\""),
                        p -> assertThat(p).contains("the value 500 is not within 0 to 100 km"),
                        p -> assertThat(p).contains("there is no source"),
                        p -> assertThat(p).contains("asOf is \"soon\""),
                        p -> assertThat(p).contains("the parameter zone (1, zone) is missing"));
    }

    @Test
    void aMissingParameterFileIsAProblem() throws IOException {
        new TestPolicy(folder);
        Files.delete(folder.resolve("parameters/price.yaml"));
        only(Policy.check(folder, TestModule.vocabulary())).contains("needs the parameters reachKm, zone");
    }

    @Test
    void yamlIsReadAsPlainData() {
        assertThat(problems("parameters/price.yaml", "module: !!java.net.URL [\"http://x\"]\nparameters: []\n"))
                .anyMatch(p -> p.contains("tags are not allowed"));
        assertThat(problems("parameters/price.yaml", "module: &a price\ntitle: *a\nparameters: []\n"))
                .anyMatch(p -> p.contains("anchors, aliases"));
        assertThat(problems("parameters/price.yaml", "module: price\nmodule: price\nparameters: []\n"))
                .anyMatch(p -> p.contains("uplicate"));
        assertThat(problems("parameters/price.yaml", "module: [\n")).anyMatch(p -> p.contains("not valid YAML"));
    }

    @Test
    void filesOfAnotherNameAreNotLost() {
        assertThat(problems("criteria/more.yml", "x"))
                .containsExactly("criteria/more.yml: is not used: the name must end in .yaml");
    }

    /** A folder of another name is told with the one that was meant, by its name or by what lies in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec   | specs      | a.spec.yaml | specs: is not used: no folder of a policy has that name; did you mean \"spec\"?",
                "spec   | examples   | a.spec.yaml | examples: is not used: no folder of a policy has that name; did you mean \"spec\"?",
                "drl    | rules      | rules.drl   | rules: is not used: no folder of a policy has that name; did you mean \"drl\"?",
                "drl    | tables     | t.drl.csv   | tables: is not used: no folder of a policy has that name; did you mean \"drl\"?",
                "       | old        | t.drl.csv   | old: warning: is not used; a policy has policy.yaml, weights.yaml, approval.yaml, and the folders criteria, overlay, parameters, drl, spec, schema",
                "parameters | parameter | price.yaml | parameter: is not used: no folder of a policy has that name; did you mean \"parameters\"?",
                "criteria   | Criteria2 | grid.yaml | Criteria2: is not used: no folder of a policy has that name; did you mean \"criteria\"?"
            })
    void aFolderOfAnotherNameIsTold(@Nullable String part, String name, String file, String told) throws IOException {
        new TestPolicy(folder).write(name + "/" + file, "module: x\n");
        if (part != null && Files.exists(folder.resolve(part))) {
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        assertThat(Policy.check(folder, TestModule.vocabulary()))
                .extracting(PolicyProblem::text)
                .contains(told);
    }

    @Test
    void withoutItsParametersAPolicyIsRefusedInOneSentence() throws IOException {
        new TestPolicy(folder);
        Files.delete(folder.resolve("parameters/price.yaml"));
        Files.delete(folder.resolve("parameters"));
        Vocabulary two = Vocabulary.of(Stream.of("one", "two")
                .map(id -> new TestModule(id, List.of(), List.of(ParameterSpec.text(id + "Zone", "zone"))))
                .toList());
        assertThat(Policy.check(folder, two))
                .filteredOn(problem -> problem.file().startsWith("parameters"))
                .singleElement()
                .extracting(PolicyProblem::text)
                .isEqualTo(
                        "parameters: the folder is missing or has no file, and the modules one, two take their figures"
                                + " from its files; copy it from a policy that comes with Headroom, and change what you know better");
    }

    @Test
    void theDigestFollowsWhatDecidesResults() {
        TestPolicy policy = new TestPolicy(folder);
        String first = policy.load().digest();
        assertThat(policy.write("spec/a.spec.yaml", "examples: []").load().digest())
                .isEqualTo(first);
        assertThat(policy.write("drl/rules.drl", TestPolicy.RULES + "\n").load().digest())
                .isNotEqualTo(first)
                .hasSize(64);
    }

    @Test
    void parametersReachTheModule() {
        Policy policy = new TestPolicy(folder).load();
        assertThat(policy.parameters("price").number("reachKm")).isEqualTo(50);
        assertThat(policy.parameters("price").get("reachKm").asOf()).isEqualTo("2024-10");
        assertThat(policy.parameters("price").text("zone")).isEqualTo("north");
        assertThat(policy.parameters("law").all()).isEmpty();
    }
}
