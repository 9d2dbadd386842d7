package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.headroom.runs.DrawnRanks;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.file.Digests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sure the ranks of a night are, and what is worth asking first. */
class DecisionsTest {
    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void rank() {
        EarlierNight.lay(folder);
        run = Headroom.sample("rank", "--threads", "2", "--out", folder.toString())
                .ranked();
    }

    @Test
    void probabilitiesSumToTheLengthOfTheList() {
        DrawnRanks drawn = DrawnRanks.read(new PublishedRun(run).explanationFiles());
        List<Map<String, Object>> rows = List.copyOf(Ranked.read(run).bySiteId().values());
        assertThat(sum(rows, "topNProbability")).isCloseTo(drawn.topN(), within(1e-3 * rows.size()));
        assertThat(drawn.timesInTop()).isEqualTo((long) drawn.topN() * drawn.draws());
        double size = rows.size();
        assertThat(sum(rows, "expectedRank")).isCloseTo(size * (size + 1) / 2, within(0.1 * size));
        assertThat(drawn.largestStandardError()).isBetween(0.0001, 0.005);
        for (Map<String, Object> row : rows) {
            assertThat(number(row, "rankP05")).isLessThanOrEqualTo(number(row, "rankP95"));
        }
    }

    @Test
    void oneThreadGivesTheSameBytes() {
        EarlierNight.lay(folder.resolve("alone"));
        Path alone = Headroom.sample(
                        "rank",
                        "--threads",
                        "1",
                        "--out",
                        folder.resolve("alone").toString())
                .ranked();
        for (String file : List.of("ranks.columns", "drawn.json", "advice.json")) {
            String path = "explanations/decision/" + file;
            assertThat(Digests.ofFile(alone.resolve(path))).as(file).isEqualTo(Digests.ofFile(run.resolve(path)));
        }
    }

    @Test
    void whatIsWorthAskingNamesThePlaceAndTheProbability() {
        Headroom.Result advice =
                Headroom.with("advise", "--out", folder.toString()).done();
        assertThat(advice.out()).contains("GAIN", "ENTER", "LEAVE").containsPattern("\\d %.* the top 20");
        String site = Headroom.with("advise", "--json", "--lines", "1", "--out", folder.toString())
                .done()
                .out()
                .replaceAll("(?s).*\"siteId\":\"([^\"]+)\".*", "$1");
        assertThat(Headroom.with("advise", "--site", site, "--out", folder.toString())
                        .done()
                        .out())
                .contains(site);
        assertThat(Headroom.with("rules", "explain", "--site", site, "--out", folder.toString())
                        .done()
                        .out())
                .containsPattern("In the top 20 with [0-9.]+ %; rank \\d+ to \\d+");
        assertThat(Headroom.with("advise", "--top", "0", "--out", folder.toString())
                        .run()
                        .exit())
                .isEqualTo(2);
    }

    private static double sum(List<Map<String, Object>> rows, String column) {
        return rows.stream().mapToDouble(row -> number(row, column)).sum();
    }

    private static double number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }
}
