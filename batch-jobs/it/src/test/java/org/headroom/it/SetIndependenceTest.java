package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's score never depends on which other sites are in the list. */
class SetIndependenceTest {
    @TempDir
    Path folder;

    @Test
    void withoutTheGridTheOthersKeepTheirBits() {
        SampleProject whole = new SampleProject(folder.resolve("whole"));
        SampleProject fewer = new SampleProject(folder.resolve("fewer"))
                .project(text -> text.replaceAll("(?m)^ *- \\{grid:.*\\R", ""));
        Map<String, Map<String, Object>> all = rank(whole, "a");
        Map<String, Map<String, Object>> some = rank(fewer, "b");
        assertThat(some).hasSizeLessThan(all.size() - 50).hasSizeGreaterThan(50);
        assertThat(some).allSatisfy((id, row) -> {
            Map<String, Object> before = all.get(id);
            assertThat(without(row)).isEqualTo(without(before));
        });
    }

    private Map<String, Map<String, Object>> rank(SampleProject project, String out) {
        return Ranked.read(project.ranked(folder.resolve(out))).bySiteId();
    }

    /** All but what the list as a whole decides. */
    private static Map<String, Object> without(Map<String, Object> row) {
        Map<String, Object> rest = new LinkedHashMap<>(row);
        rest.keySet()
                .removeAll(Set.of(
                        "fid",
                        "geom",
                        "rank",
                        "runId",
                        "topNProbability",
                        "topNStandardError",
                        "expectedRank",
                        "rankP05",
                        "rankP95"));
        return rest;
    }
}
