package org.headroom.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.headroom.rules.check.PolicyProblem;
import org.junit.jupiter.api.Test;

class ProblemFormatsTest {
    private static final Path START = Path.of("/repo");
    private static final PolicyProblem ERROR = PolicyProblem.error("drl/a b,c.drl", 12, "100 % wrong:\r\nsee \"x\"")
            .withColumn(7)
            .withRule("r, s: t")
            .withKind("unknown-name")
            .withAdvice("did you mean \"y\"?");
    private static final PolicyProblem DOUBT =
            PolicyProblem.warning("weights.xlsx", 0, "odd").withCell("B7").withKind("gap");

    private static ProblemFiles files(String policy) {
        return new ProblemFiles(Path.of(policy), START);
    }

    @Test
    void githubCommandsAreEscaped() {
        assertThat(new GithubAnnotations(files("/repo/rules/policy")).lines(List.of(ERROR, DOUBT)))
                .containsExactly(
                        "::error file=rules/policy/drl/a b%2Cc.drl,line=12,col=7,title=headroom%3A unknown-name::"
                                + "rule \"r, s: t\": 100 %25 wrong:%0D%0Asee \"x\"; did you mean \"y\"?",
                        "::warning file=rules/policy/weights.xlsx,title=headroom%3A gap::cell B7: odd");
    }

    /** What the schema of SARIF 2.1.0 asks of the objects that are written. */
    @Test
    void sarifHasTheFormOfTheStandard() throws Exception {
        JsonNode log = sarif("/repo/rules/policy", List.of(DOUBT, ERROR, ERROR));
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(log.path("$schema").asText()).endsWith("sarif-schema-2.1.0.json");
        JsonNode run = log.path("runs").get(0);
        JsonNode driver = run.path("tool").path("driver");
        assertThat(driver.path("name").asText()).isNotBlank();
        assertThat(run.path("columnKind").asText()).isEqualTo("utf16CodeUnits");
        assertThat(run.path("results")).hasSize(3);
        for (JsonNode result : run.path("results")) {
            assertThat(result.fieldNames())
                    .toIterable()
                    .containsExactly("ruleId", "ruleIndex", "level", "message", "locations");
            assertThat(result.path("level").asText()).isIn("error", "warning");
            assertThat(driver.path("rules")
                            .get(result.path("ruleIndex").asInt())
                            .path("id")
                            .asText())
                    .isEqualTo(result.path("ruleId").asText());
            assertThat(result.path("message").path("text").asText()).isNotBlank();
            JsonNode place = result.path("locations").get(0).path("physicalLocation");
            URI uri = URI.create(place.path("artifactLocation").path("uri").asText());
            assertThat(uri.isAbsolute()).isFalse();
            assertThat(uri.getPath()).startsWith("rules/policy/");
            if (place.has("region")) {
                assertThat(place.path("region").path("startLine").asInt()).isPositive();
                assertThat(place.path("region").path("startColumn").asInt()).isPositive();
            }
        }
        JsonNode error = run.path("results").get(1);
        assertThat(error.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":12,\"startColumn\":7}");
        assertThat(error.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("rules/policy/drl/a%20b,c.drl");
    }

    @Test
    void noProblemIsALogWithoutResults() throws Exception {
        JsonNode run = sarif("/repo", List.of()).path("runs").get(0);
        assertThat(run.path("results").isArray()).isTrue();
        assertThat(run.path("results")).isEmpty();
    }

    @Test
    void aPolicyElsewhereIsNamedByItsWholePath() throws Exception {
        assertThat(sarif("/else where", List.of(DOUBT))
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .matches("file://.*/else%20where/weights\\.xlsx");
        assertThat(new GithubAnnotations(files("/else")).lines(List.of(DOUBT)))
                .singleElement()
                .asString()
                .startsWith("::warning file=/else/weights.xlsx,");
    }

    private static JsonNode sarif(String policy, List<PolicyProblem> problems) throws Exception {
        StringWriter out = new StringWriter();
        JsonLines.print(new PrintWriter(out, true), new SarifLog(files(policy), "1.0").of(problems));
        return new ObjectMapper().readTree(out.toString());
    }
}
