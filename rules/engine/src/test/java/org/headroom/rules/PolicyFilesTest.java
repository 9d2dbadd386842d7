package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ask the utility that serves {place} for a load study |",
                "Ask {place}\\n  whether < 100 MW or > 2 lines & a transformer are free |",
                "Ask the utility for a load study | the question does not say where; write {place} for the place",
                "'            ' | the question is blank; leave \"ask\" out, or write a question",
                "Ask {place}, {stateCode} what is free | \"{stateCode}\" stands for nothing in a question; write {place}",
                "Ask { place } what is free there | \"{ place }\" stands for nothing in a question; write {place}",
                "Ask {place} and {place what is free | \"{place what is free\" stands for nothing in a question",
                "Ask {{place}} what is free | \"{{place}}\" stands for nothing in a question",
                "Ask {place}} what is free | \"{place}}\" stands for nothing in a question",
                "Ask <b>{place}</b> what is free | \"<b>\" in a question is shown as it stands; write plain text",
                "Ask {place} what is free&nbsp;there | \"&nbsp;\" in a question is shown as it stands",
                "Ask [{place}](https://example.org) what is free | \"](\" in a question is shown as it stands",
                "LONG {place} | the question has 209 characters; write at most 200, as the call list has a line for it"
            })
    void aQuestionOfTheCallListCanBeShown(String ask, String told) {
        List<String> problems =
                kv("value: {piecewiseLinear: [[0, 0], [1, 1]]}\n    unknown: {quantiles: [[0, 0], [1, 1]], ask: \""
                        + ask.replace("LONG", "x".repeat(201))
                        + "\", asOf: 2026-11-01, reasoning: made up for a test, source: test}");
        if (told == null) {
            assertThat(problems).noneMatch(problem -> problem.contains("ask") || problem.contains("question"));
        } else {
            assertThat(problems)
                    .filteredOn(problem -> problem.contains("question"))
                    .singleElement()
                    .asString()
                    .contains(told);
        }
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
                        p -> assertThat(p).endsWith("the unit is \"m\", it must be \"km\"; write value: 0.5, unit: km"),
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
                .anyMatch(p -> p.contains("the key \"module\" stands twice; take one out"));
        assertThat(problems("parameters/price.yaml", "module: [\n")).anyMatch(p -> p.contains("not valid YAML"));
    }

    @Test
    void filesOfAnotherNameAreNotLost() {
        assertThat(problems("criteria/more.yml", "x"))
                .containsExactly("criteria/more.yml: is not used: the name must end in .yaml");
    }

    /** What people write in a table, a parameter or the settings: one sentence that says what to write. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "criteria/grid.yaml § weight: 0.4 § weight: 40% § weight: is the text \"40%\", but must be a number; write 0.4 where a share of 1 is meant, else 40",
                "criteria/grid.yaml § weight: 0.4 § weight: 0,4 § write 0.4",
                "criteria/grid.yaml § weight: 0.4 § weight: 40 § is 40, but must be 1 or less; write 0.4 for 40 %",
                "criteria/grid.yaml § weight: 0.4 § weight: \"0.4\" § write it without quotes",
                "criteria/grid.yaml § weight: 0.4 § weight:0.4 § criteria/grid.yaml:4: not valid YAML: a blank is missing behind the colon of weight; write weight: 0.4",
                "criteria/grid.yaml § weight: 0.4 § Weight: 0.4 § unknown key \"Weight\"; did you mean \"weight\"?",
                "criteria/grid.yaml § [0, 1], [10, 0.5] § [0, 1], [10, 0,5] § entry 2: has 3 entries, but must have exactly 2",
                "criteria/grid.yaml § [0, 1], [10, 0.5], [60, 0] § [1, 0], [0.5, 10], [0, 60] § each pair is [measurement, value], and here the value stands first",
                "criteria/grid.yaml § source: test § source: 2018 § is the number 2018, but must be a text; write \"2018\", in quotes",
                "criteria/grid.yaml § source: test § source: EIA: 2018 § a second colon stands in a text without quotes; put the whole text in one pair of quotes",
                "criteria/law.yaml § {PASS: 1 § {PASS: yes § PASS: is the text \"yes\", but must be a number",
                "parameters/price.yaml § value: 50, unit: km § value: 50 km, unit: km § is not a number; write the figure alone, 50",
                "parameters/price.yaml § value: 50, unit: km § value: 31, unit: mi § it must be \"km\"; write value: 49.89, unit: km",
                "parameters/price.yaml § value: 50, unit: km § value: 1,5, unit: km § unknown key \"5\"; a comma parts keys here",
                "parameters/price.yaml § source: test § source: NREL, 2019 § unknown key \"2019\"",
                "parameters/price.yaml § reachKm § reachKM § did you mean \"reachKm\"?",
                "parameters/price.yaml § asOf: 2024-10 § asOf: 2024-02-31 § asOf is \"2024-02-31\"",
                "policy.yaml § version: 1.0.0 § version: 1.1 § is the number 1.1, but must be a text of the form 1.2.0",
                "policy.yaml § version: 1.0.0 § version: v1 § \"v1\" does not have the form of 1.2.0",
                "policy.yaml § title: Test § date: 2026-02-30\\ntitle: Test § \"2026-02-30\" is no day of the calendar",
                "policy.yaml § maximum: 110 § max: 110 § unknown key \"max\"; did you mean \"maximum\"?",
                "policy.yaml § title: Test § decision: {draws: -5}\\ntitle: Test § draws: is -5, but must be 0, or 100 or more",
                "policy.yaml § title: Test § decision: {draws: 50}\\ntitle: Test § draws: is 50, but must be 0, or 100 or more",
                "policy.yaml § title: Test § decision: {draws: 10k}\\ntitle: Test § write 10000",
                "policy.yaml § title: Test § decision: {topN: 20,000}\\ntitle: Test § 000: unknown key \"000\"; a comma parts keys here",
                "policy.yaml § title: Test § topN: 30\\ntitle: Test § unknown key \"topN\"; it belongs under \"decision\"",
                "policy.yaml § title: Test § decision: {seed: 42}\\ntitle: Test § unknown key \"seed\"; known are topN, draws, weightRange, unknowns, intervals, weights",
                "policy.yaml § maximum: 110 § maximum: 50 § policy.yaml:5:1: warning: the criteria alone give 0 to 100, but scores are held to 0 to 50",
                "policy.yaml § title: Test § <html> § not valid YAML"
            })
    void aSlipInATableIsToldInOneSentence(String path, String from, String to, String told) throws IOException {
        new TestPolicy(folder);
        String text = Files.readString(folder.resolve(path));
        assertThat(text).contains(from);
        only(problems(path, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to.replace("\\n", "\n")))))
                .contains(told)
                .doesNotContain("^[", "must be valid to", "while ");
    }

    @Test
    void anchorsInAnotherUnitThanThePriorAreDoubted() throws IOException {
        TestPolicy policy = TestPolicy.expecting(folder);
        assertThat(Policy.check(folder, TestModule.vocabulary())).isEmpty();
        String text = Files.readString(folder.resolve("criteria/grid.yaml"));
        policy.write(
                "criteria/grid.yaml", text.replace("[[0, 34.5], [0.5, 138], [1, 500]]", "[[0, 0.0345], [1, 0.5]]"));
        only(Policy.check(folder, TestModule.vocabulary()))
                .contains("all of 0.0345 to 0.5 kV, which unknown may be, has the value 0");
    }

    @Test
    void rulesBesideTheirFolderAreRefused() {
        assertThat(problems("county.drl", TestPolicy.RULES))
                .containsExactly(
                        "county.drl: is not used, as it lies beside the folders of the policy; put it into drl");
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
