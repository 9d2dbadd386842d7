package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.policy.Policy;
import org.headroom.workbench.spec.SpecReport;
import org.headroom.workbench.spec.SpecRunner;
import org.headroom.workbench.spec.SpecUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all examples of a folder start from, the day on which they are judged, and what is proposed where they differ. */
class SpecUpdateTest {
    private static final String SPEC = """
            # a comment that stays
            base: {measurements: {distanceKm: 20, kv: 138, count: -1, priceUsdPerMwh: 65, ban: PASS}}
            examples:
              - example: a site elsewhere
                given: {}
                expect: {gate: PASS, adjustments: {},   # why
                         tier: 2}
              - example: in Texas
                given: {attributes: {jurisdictionCode: "48113"}}
                expect:
                  excludedBy:
                    - LATE
                  # another comment
                  score: {value: 68.25}
            """;

    @TempDir
    private Path folder;

    private TestPolicy files;
    private Policy policy;

    @BeforeEach
    void newPolicy() {
        files = new TestPolicy(folder)
                .write("drl/county.drl", TestPolicy.HEAD + """
                        rule "not there" @gate(county) @source("test")
                        when $s: Site(jurisdictionCode startsWith "48")
                        then $s.exclude("COUNTY", "not there"); end

                        rule "late" @gate(late) @source("test")
                        when $s: Site(evaluationDate >= "2030-01-01")
                        then $s.exclude("LATE", "too late"); end
                        """)
                .write("spec/a.spec.yaml", SPEC);
        policy = files.load();
    }

    private void writeBase() {
        files.write(
                "spec/base.spec.yaml",
                "base: {attributes: {jurisdictionCode: \"20015\"}}\nevaluationDate: 2026-06-01\n");
    }

    @Test
    void aNewGateLeavesExamplesAloneThatStartFromAWholeSite() {
        assertThat(SpecRunner.run(policy, folder).failures())
                .anySatisfy(failure -> assertThat(failure.text()).contains("gate: expected PASS, got UNKNOWN"));
        writeBase();
        SpecReport report = SpecRunner.run(policy, folder);
        assertThat(report.problems()).isEmpty();
        assertThat(report.failures())
                .extracting(SpecReport.Failure::what)
                .containsExactlyInAnyOrder("tier", "excludedBy");
    }

    @Test
    void whatDiffersIsProposedAndAllElseStays() {
        writeBase();
        SpecUpdate proposed = SpecUpdate.propose(policy, folder);
        assertThat(proposed.changes())
                .extracting(change ->
                        change.line() + " " + change.what() + ": " + change.before() + " -> " + change.after())
                .containsExactly("7 tier: 2 -> 1", "12 excludedBy: - LATE -> [COUNTY]");
        assertThat(proposed.texts())
                .containsExactly(Map.entry(
                        "spec/a.spec.yaml", SPEC.replace("tier: 2", "tier: 1").replace("- LATE", "[COUNTY]")));
        proposed.texts().forEach(files::write);
        assertThat(SpecRunner.run(policy, folder).failures()).isEmpty();
        assertThat(SpecUpdate.propose(policy, folder).changes()).isEmpty();
    }

    @Test
    void aFileWithoutExamplesIsToldUnlessItIsTheBase() {
        files.write("spec/b.spec.yaml", "base: {origin: GREENFIELD}\n");
        TestPolicy.only(SpecRunner.run(policy, folder).problems()).contains("b.spec.yaml: the file has no examples");
    }
}
