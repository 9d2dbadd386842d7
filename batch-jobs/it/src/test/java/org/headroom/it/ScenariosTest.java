package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios side by side: runs of their own beside those of the night, which stay as they are, and one table. */
class ScenariosTest {
    @TempDir
    Path folder;

    private SampleProject project;
    private Path out;

    @BeforeEach
    void copy() {
        project = new SampleProject(folder.resolve("copy"));
        out = folder.resolve("runs");
    }

    private Headroom.Result rank(String scenarios, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("what-if.yaml"), scenarios);
        return project.command(out, "--scenarios", file.toString()).and(more).run();
    }

    private static PublishedRun latest(Path runs) throws IOException {
        return new PublishedRun(runs.resolve("latest").toRealPath());
    }

    @Test
    void eachScenarioIsWhatTheProjectWouldBeAndTheNightsRunsStay() throws IOException {
        Path night = project.command(out).ranked();
        Headroom.Result result = rank("""
                scenarios:
                  - {name: load-20, loadMw: 20}
                  - {name: later, date: 2027-06-01}
                  - {name: careful, policy: %s}
                """.formatted(project.file("rules/policies/conservative")));
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(latest(out).folder()).isEqualTo(night.toRealPath());
        assertThat(Files.exists(out.resolve("scenarios/load-20/.layers"))).isFalse();

        Path alone = folder.resolve("alone");
        project.project(text -> text.replace("loadMw: 100", "loadMw: 20"));
        PublishedRun asked = latest(out.resolve("scenarios/load-20"));
        PublishedRun same = new PublishedRun(project.command(alone).ranked());
        for (String made : List.of("explanations/measurements", "explanations/scores")) {
            assertThat(Trees.digests(asked.folder().resolve(made)))
                    .isEqualTo(Trees.digests(same.folder().resolve(made)));
        }
        assertThat(asked.explanationFiles().order())
                .hasSameBinaryContentAs(same.explanationFiles().order());
        assertThat(latest(out.resolve("scenarios/later")).manifest().evaluationDate())
                .isEqualTo("2027-06-01");
        Manifest careful = latest(out.resolve("scenarios/careful")).manifest();
        assertThat(careful.inputs().policy())
                .isNotEqualTo(asked.manifest().inputs().policy());

        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0)).matches("SITE +NAME +STATE +load-20 +later +careful");
        assertThat(result.lastLine())
                .isEqualTo(out.resolve("scenarios/scenarios.csv").toString());
        List<String> table = Files.readAllLines(out.resolve("scenarios/scenarios.csv"));
        assertThat(table.get(0))
                .isEqualTo("siteId,name,stateCode,rank_load_20,rank_later,rank_careful,longitude,latitude");
        assertThat(table).hasSize((int) (1
                + asked.manifest().counts().ranked()
                + asked.manifest().counts().excluded()));
        assertThat(table.get(1)).startsWith(asked.head(1).get(0).siteId() + ",").contains(",1,");
    }

    @Test
    void oneThatFailsSaysSoAndTheOthersStandAndNothingIsDoneTwice() throws IOException {
        SampleProject.edit(
                project.file("rules/policies/conservative/policy.yaml"), text -> text.replace("rankBy:", "rnkBy:"));
        String scenarios = """
                scenarios:
                  - {name: broken, policy: %s}
                  - {name: whole, loadMw: 50}
                """.formatted(project.file("rules/policies/conservative"));
        Headroom.Result result = rank(scenarios, "--json");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("rnkBy", "headroom: scenario broken has no ranking");
        assertThat(result.out()).contains("\"failed\":[\"broken\"]", "\"name\":\"whole\"", "\"ranks\":{\"whole\":1}");
        PublishedRun first = latest(out.resolve("scenarios/whole"));
        rank(scenarios);
        assertThat(latest(out.resolve("scenarios/whole"))).isEqualTo(first);
    }

    @Test
    void aMistakeInTheFileIsToldBeforeAnythingRuns() throws IOException {
        Headroom.Result result = rank("scenarios:\n  - {name: a}\n  - {name: a}\n");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("what-if.yaml line 3: scenarios.1.name: there is another scenario \"a\"");
        assertThat(Files.exists(out)).isFalse();
    }
}
