package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies that Headroom ships hold, and an example reaches every rule of them. */
class ShippedPolicyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"us-ai-hosting", "mining-conversion", "conservative", "us-siting"})
    void itHolds(String policy) {
        Headroom.Result check =
                Headroom.with("rules", "check", "--policy", policy).done();
        assertThat(check.out()).contains("policy " + policy + " ");
    }

    @Test
    void aNameIsTakenWhereAFolderIs() {
        Headroom.Result check = Headroom.with("rules", "check", "conservative").done();
        assertThat(check.out()).contains("policy conservative ");
    }

    @Test
    void anUnknownNameIsToldWithTheNearestOne() {
        Headroom.Result check =
                Headroom.with("rules", "check", "--policy", "conservativ").run();
        assertThat(check.exit()).isEqualTo(3);
        assertThat(check.err()).contains("did you mean \"conservative\"?", "us-ai-hosting");
    }

    /** Facts are the same for every policy; what differs is judgement. */
    @Test
    void parametersAndValueFunctionsAreThoseOfTheFirstPolicy() throws IOException {
        for (String part : List.of("parameters", "criteria")) {
            try (Stream<Path> files =
                    Files.list(Headroom.HOME.resolve("rules/policy").resolve(part))) {
                for (Path file : files.toList()) {
                    for (String other : List.of("mining-conversion", "conservative", "us-siting")) {
                        assertThat(facts(Headroom.HOME
                                        .resolve("rules/policies")
                                        .resolve(other)
                                        .resolve(part)
                                        .resolve(file.getFileName())))
                                .isNotEmpty()
                                .isEqualTo(facts(file));
                    }
                }
            }
        }
    }

    private static List<String> facts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> line.matches("(- criterion|value|- \\{parameter).*"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ai-hosting", "mining-conversion", "conservative", "us-siting"})
    void everyExampleHoldsAndEveryRuleIsReached(String policy) {
        Headroom.Result test =
                Headroom.with("rules", "test", "--policy", policy).done();
        assertThat(test.out()).contains(" 0 failed").doesNotContain("no example reaches");
    }

    @Test
    void aFailingExampleIsToldWithWhatWasExpected() {
        SampleProject project = new SampleProject(folder.resolve("copy"))
                .edit("rules/policy/spec/gates.spec.yaml", text -> text.replace("gate: FAIL", "gate: PASS"));
        Headroom.Result test = Headroom.with(
                        "rules",
                        "test",
                        "--policy",
                        project.file("rules/policy").toString())
                .run();
        assertThat(test.exit()).isEqualTo(3);
        assertThat(test.out()).contains("spec/gates.spec.yaml:", "expected PASS", "got FAIL");
    }

    @Test
    void everyYamlFileNamesItsSchemaForEditors() throws IOException {
        for (String folder : List.of("rules", "geodata/catalog")) {
            try (Stream<Path> files = Files.walk(Headroom.HOME.resolve(folder))) {
                assertThat(files.filter(f ->
                                f.toString().endsWith(".yaml") && !f.toString().contains("target")))
                        .isNotEmpty()
                        .allSatisfy(f -> {
                            String first = Files.readAllLines(f).get(0);
                            assertThat(first).startsWith("# yaml-language-server: $schema=");
                            String schema =
                                    first.substring(first.indexOf('=') + 1).strip();
                            assertThat(f.resolveSibling(schema))
                                    .as(f.toString())
                                    .exists();
                        });
            }
        }
    }
}
