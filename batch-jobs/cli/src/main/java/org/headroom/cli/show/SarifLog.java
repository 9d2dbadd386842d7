package org.headroom.cli.show;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.rules.check.PolicyProblem;

/** Problems as one log in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS, 2020). */
public final class SarifLog {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final ProblemFiles files;
    private final String version;

    /** @param version of this program */
    public SarifLog(ProblemFiles files, String version) {
        this.files = files;
        this.version = version;
    }

    /** The log as JSON values; with no result when there is no problem. */
    public Map<String, Object> of(List<PolicyProblem> problems) {
        List<String> kinds =
                problems.stream().map(PolicyProblem::kind).distinct().sorted().toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "headroom rules check");
        driver.put("version", version);
        driver.put("rules", kinds.stream().map(SarifLog::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        List<Map<String, Object>> results = new ArrayList<>();
        problems.forEach(problem -> results.add(result(problem, kinds)));
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(String kind) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", kind);
        rule.put("shortDescription", Map.of("text", "Policy: " + kind.replace('-', ' ')));
        return rule;
    }

    private Map<String, Object> result(PolicyProblem problem, List<String> kinds) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", files.uri(problem)));
        if (problem.line() > 0) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", problem.line());
            if (problem.column() > 0) {
                region.put("startColumn", problem.column());
            }
            place.put("region", region);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", problem.kind());
        result.put("ruleIndex", kinds.indexOf(problem.kind()));
        result.put("level", problem.isError() ? "error" : "warning");
        result.put("message", Map.of("text", ProblemFiles.message(problem)));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        return result;
    }
}
