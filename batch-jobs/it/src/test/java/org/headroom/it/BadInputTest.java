package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who gives a wrong input: one clear message, the right exit code, never a stack trace, nothing published. */
class BadInputTest {
    private static final String SAMPLE = "geodata/catalog/samples/";

    @TempDir
    Path folder;

    @Test
    void anUnknownOption() {
        Headroom.Result result = Headroom.with("rank", "--thread", "2").run();
        assertThat(result.exit()).isEqualTo(2);
        assertSpeaksToPeople(result, "--thread", "--threads");
    }

    @Test
    void aDateThatIsNone() {
        Headroom.Result result = Headroom.with("rank", "--date", "2026-02-30").run();
        assertThat(result.exit()).isEqualTo(2);
        assertSpeaksToPeople(result, "2026-02-30");
    }

    @Test
    void aProjectFileThatIsNotThere() {
        Headroom.Result result = Headroom.with(
                        "rank", "--project", folder.resolve("no.yaml").toString())
                .and("--out", folder.resolve("out").toString())
                .run();
        assertThat(result.exit()).isEqualTo(3);
        assertSpeaksToPeople(result, "no.yaml");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anUnknownKeyInTheProject() {
        refused(
                project().project(text -> text.replace("jurisdictions:", "jurisdiction:")),
                "headroom.yaml line 8",
                "jurisdiction",
                "did you mean \"jurisdictions\"");
    }

    @Test
    void aWrongFieldName() {
        refused(
                project()
                        .edit(
                                SAMPLE + "layers/counties.layer.yaml",
                                text -> text.replaceFirst("(?m)^  code:", "  cod:")),
                "counties.layer.yaml",
                "cod",
                "did you mean \"code\"");
    }

    @Test
    void aColumnThatTheFileLacks() {
        refused(
                project()
                        .edit(
                                SAMPLE + "layers/moratoria-counties.layer.yaml",
                                text -> text.replaceFirst("instrumentId: \\S+", "instrumentId: instrumnt")),
                "moratoria_counties.csv",
                "instrumnt");
    }

    @Test
    void anUnknownCrs() {
        refused(
                project().edit(SAMPLE + "layers/substations.layer.yaml", text -> text + "crs: EPSG:999999\n"),
                "substations",
                "EPSG:999999");
    }

    @Test
    void aFileThatIsNotThere() {
        refused(
                project()
                        .edit(
                                SAMPLE + "layers/mines.layer.yaml",
                                text -> text.replace("mines.geojson", "mine.geojson")),
                "mine.geojson");
    }

    @Test
    void aPathThatLeavesTheDataFolder() {
        refused(
                project()
                        .edit(
                                SAMPLE + "layers/mines.layer.yaml",
                                text -> text.replace("mines.geojson", "../../../../../../etc/passwd")),
                "mines",
                "etc/passwd");
    }

    @Test
    void aMisspeltCriterionInARule() {
        SampleProject project =
                project().edit("rules/policy/drl/gates.drl", text -> text.replace("moratoriumGate", "moratoriumGat"));
        refused(project, "gates.drl", "line", "moratoriumGat", "moratoriumGate");
        Headroom.Result check = Headroom.with(
                        "rules",
                        "check",
                        "--policy",
                        project.file("rules/policy").toString())
                .run();
        assertThat(check.exit()).isEqualTo(3);
        assertThat(check.out()).contains("drl/gates.drl:", "moratoriumGat", "moratoriumGate");
    }

    @Test
    void aRuleThatIsNotARule() {
        refused(project().edit("rules/policy/drl/gates.drl", text -> text.replaceFirst("when", "wenn")), "gates.drl");
    }

    @Test
    void aRuleThatWouldDoHarm() {
        refused(
                project()
                        .edit(
                                "rules/policy/drl/gates.drl",
                                text -> text.replaceFirst("\\$s\\.exclude\\(", "System.exit(0); \\$s.exclude(")),
                "gates.drl");
    }

    @Test
    void weightsThatDoNotSumToOne() {
        refused(
                project()
                        .edit(
                                "rules/policy/criteria/energy-price.yaml",
                                text -> text.replaceFirst("weight: [0-9.]+", "weight: 0.99")),
                "sum");
    }

    private SampleProject project() {
        return new SampleProject(folder.resolve("copy"));
    }

    private void refused(SampleProject project, String... words) {
        Path out = folder.resolve("out");
        Headroom.Result result = project.rank(out);
        assertThat(result.exit()).as(result.err()).isEqualTo(3);
        assertSpeaksToPeople(result, words);
        assertThat(out.resolve("2026-06-01-1")).doesNotExist();
    }

    private static void assertSpeaksToPeople(Headroom.Result result, String... words) {
        assertThat(result.err()).contains(words);
        assertThat(result.err()).doesNotContain("Exception").doesNotContainPattern("(?m)^\\s+at [a-z]+\\.");
        assertThat(result.out()).isEmpty();
    }
}
