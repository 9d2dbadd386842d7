package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy that Headroom ships holds, and an example reaches every rule of it. */
class ShippedPolicyTest {
    @TempDir
    Path folder;

    @Test
    void itHolds() {
        Headroom.Result check = Headroom.with("rules", "check").run();
        assertThat(check.exit()).as(check.out() + check.err()).isZero();
        assertThat(check.out()).contains("us-ai-hosting");
    }

    @Test
    void everyExampleHoldsAndEveryRuleIsReached() {
        Headroom.Result test = Headroom.with("rules", "test").run();
        assertThat(test.exit()).as(test.out() + test.err()).isZero();
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
        for (String folder : List.of("rules/policy", "geodata/catalog")) {
            try (Stream<Path> files = Files.walk(Headroom.HOME.resolve(folder))) {
                assertThat(files.filter(f -> f.toString().endsWith(".yaml")))
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
