package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit of the policy that is refused: the night goes by the policy of the latest run, and says so. */
class RefusedPolicyTest {
    private static final String GATES = "rules/policy/drl/gates.drl";
    private static final String WEIGHTS = "rules/policy/criteria/energy-price.yaml";

    @TempDir
    private Path folder;

    private SampleProject project;
    private Path out;

    @BeforeEach
    void sample() {
        project = new SampleProject(folder.resolve("copy"));
        out = folder.resolve("runs");
    }

    private Path ranked(String... more) {
        return project.ranked(out, more);
    }

    private void breakGate() {
        project.edit(GATES, text -> text.replace("moratoriumGate ==", "moratoriumGat =="));
    }

    @Test
    void theNextNightGoesByTheLastGoodPolicyUntilTheEditIsMended() {
        Path first = ranked();
        Map<String, String> before = Trees.digests(first);
        breakGate();

        Headroom.Result next = project.rank(out, "--date", "2026-06-02");
        assertThat(next.exit()).isEqualTo(4);
        assertThat(next.err())
                .contains("drl/gates.drl:", "did you mean \"moratoriumGate\"?")
                .contains("the last good policy stays in force: us-ai-hosting", "of run 2026-06-01-1", "digest ");
        assertThat(next.err().lines().toList().get((int) next.err().lines().count() - 1))
                .contains("published 2026-06-02-1", "by the last good policy", "exit 4");
        Path second = Path.of(next.lastLine());
        assertThat(Trees.digests(second.resolve("explanations/policy")))
                .isEqualTo(Trees.digests(first.resolve("explanations/policy")));

        Map<String, String> all = Trees.everything(out, Set.of());
        Headroom.Result again = project.rank(out, "--date", "2026-06-02");
        assertThat(again.exit()).isEqualTo(4);
        assertThat(again.err()).contains("unchanged since 2026-06-02-1", "the last good policy stays in force");
        assertThat(Trees.everything(out, Set.of())).isEqualTo(all);

        project.edit(GATES, text -> text.replace("moratoriumGat ==", "moratoriumGate =="));
        project.edit(WEIGHTS, text -> text.replaceFirst(", 1\\.0\\]", ", 0.99]"));
        Path mended = ranked("--date", "2026-06-02");
        assertThat(mended.getFileName()).hasToString("2026-06-02-2");
        assertThat(Trees.digests(mended.resolve("explanations/policy")))
                .isNotEqualTo(Trees.digests(second.resolve("explanations/policy")));
        assertThat(Trees.digests(first)).isEqualTo(before);
    }

    @Test
    void strictNightsAndFirstNightsEndThere() {
        breakGate();
        Headroom.Result first = project.rank(out);
        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.err()).contains("did you mean \"moratoriumGate\"?");

        project.edit(GATES, text -> text.replace("moratoriumGat ==", "moratoriumGate =="));
        ranked();
        breakGate();
        Headroom.Result strict = project.rank(out, "--strict", "--date", "2026-06-02");
        assertThat(strict.exit()).isEqualTo(3);
        assertThat(out.resolve("2026-06-02-1")).doesNotExist();
    }

    @Test
    void aKeptPolicyIsCheckedLikeAnyOther() {
        Path first = ranked();
        breakGate();
        SampleProject.edit(
                first.resolve("explanations/policy/drl/gates.drl"), text -> text.replaceFirst("when", "wenn"));
        Headroom.Result next = project.rank(out, "--date", "2026-06-02");
        assertThat(next.exit()).isEqualTo(3);
        assertThat(next.err())
                .contains("did you mean \"moratoriumGate\"?")
                .contains("the policy of run 2026-06-01-1 cannot stand in for it");
    }
}
