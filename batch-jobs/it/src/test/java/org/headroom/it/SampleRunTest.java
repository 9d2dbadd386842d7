package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.headroom.runs.file.Digests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded sample, ranked as a newcomer ranks it: what the run folder must hold. */
class SampleRunTest {
    @TempDir
    static Path out;

    private static Headroom.Result result;
    private static Path run;
    private static Ranked ranked;
    private static JsonNode manifest;

    @BeforeAll
    static void rank() throws IOException {
        result = Headroom.sample("rank", "--out", out.toString()).inAProcess().done();
        run = Path.of(result.lastLine());
        ranked = Ranked.read(run);
        manifest = new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
    }

    @Test
    void theTopTenArePrintedAndTheLastLineIsTheRunFolder() {
        assertThat(run).isDirectory().hasParentRaw(out);
        assertThat(run.getFileName().toString()).isEqualTo("2026-06-01-1");
        for (Map<String, Object> row : ranked.rows().subList(0, 10)) {
            assertThat(result.out()).contains((String) row.get("siteId"));
        }
        assertThat(result.out()).doesNotContain((String) ranked.rows().get(10).get("siteId") + " ");
    }

    @Test
    void theWorkIsTidiedAway() throws IOException {
        try (var files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(n -> n.endsWith(".work") || n.endsWith(".publishing")))
                    .isEmpty();
        }
    }

    @Test
    void everyFileIsThereAndItsDigestIsRight() {
        assertThat(Set.of(
                        "ranked.shp",
                        "ranked.shx",
                        "ranked.dbf",
                        "ranked.prj",
                        "ranked.cpg",
                        "ranked.qml",
                        "ranked.sld",
                        "ranked.shp.xml",
                        "ranked.fields.csv",
                        "ranked.gpkg",
                        "ranked.qgz",
                        "calendar.json",
                        "curve.csv",
                        "issues.csv"))
                .allSatisfy(file -> assertThat(run.resolve(file)).isNotEmptyFile());
        Set<String> listed = new TreeSet<>(Set.of("manifest.json", "manifest.sha256"));
        for (JsonNode file : manifest.path("files")) {
            Path path = run.resolve(file.path("file").asText());
            assertThat(path).hasSize(file.path("bytes").asLong());
            assertThat(Digests.ofFile(path)).isEqualTo(file.path("sha256").asText());
            listed.add(file.path("file").asText());
        }
        assertThat(Trees.digests(run).keySet()).isEqualTo(listed);
    }

    @Test
    void ranksAreOneToNWithoutGapsAndExcludedSitesAreBehind() {
        assertThat(ranked.rows()).hasSizeGreaterThan(200);
        assertThat(ranked.rows().stream().map(r -> ((Number) r.get("rank")).intValue()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ranked.rows().size()).boxed().toList());
        List<Boolean> excluded =
                ranked.rows().stream().map(r -> "FAIL".equals(r.get("gate"))).toList();
        assertThat(excluded.lastIndexOf(false)).isLessThan(excluded.indexOf(true));
        assertThat(ranked.rows()).filteredOn(r -> "FAIL".equals(r.get("gate"))).allSatisfy(r -> assertThat(r)
                .containsKeys("exclusion", "why"));
        assertThat(ranked.rows()).filteredOn(r -> !"FAIL".equals(r.get("gate"))).allSatisfy(r -> assertThat(r)
                .doesNotContainKey("exclusion"));
    }

    @Test
    void withinATierTheHigherScoreIsFirst() {
        for (int i = 1; i < ranked.rows().size(); i++) {
            Map<String, Object> before = ranked.rows().get(i - 1);
            Map<String, Object> row = ranked.rows().get(i);
            int tierBefore = ((Number) before.get("tier")).intValue();
            int tier = ((Number) row.get("tier")).intValue();
            assertThat(tier).isGreaterThanOrEqualTo(tierBefore);
            if (tier == tierBefore && !"FAIL".equals(row.get("gate"))) {
                assertThat((Double) row.get("score")).isLessThanOrEqualTo((Double) before.get("score"));
            }
        }
    }

    @Test
    void everyGateAnswerIsThereAndAMineThatCanConvert() {
        assertThat(ranked.rows().stream().map(r -> r.get("gate"))).contains("PASS", "CONDITIONAL", "UNKNOWN", "FAIL");
        assertThat(ranked.rows()).anySatisfy(r -> {
            assertThat(r.get("origin")).isEqualTo("BROWNFIELD");
            assertThat(r.get("gate")).isEqualTo("PASS");
            assertThat((Double) r.get("convertibleMw")).isGreaterThanOrEqualTo(80);
            assertThat((Double) r.get("waitAvoidedYears")).isPositive();
        });
        assertThat(ranked.rows()).anySatisfy(r -> assertThat(r.get("origin")).isEqualTo("GREENFIELD"));
        // It is announced, with a contract: never ranked as one that runs.
        assertThat(ranked.site("MINE-14")).containsEntry("exclusion", "FACILITY_PROPOSED");
    }

    @Test
    void everyKindOfLayerIsInTheSample() {
        Set<String> kinds = new TreeSet<>();
        manifest.path("layers").forEach(layer -> kinds.add(layer.path("kind").asText()));
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "boundary",
                        "candidate",
                        "climate",
                        "energy-price",
                        "facility",
                        "grid-capacity",
                        "interconnection-queue",
                        "moratorium");
    }

    @Test
    void theCountsAddUp() throws IOException {
        JsonNode counts = manifest.path("counts");
        assertThat(counts.path("read").asLong())
                .isEqualTo(counts.path("ranked").asLong()
                        + counts.path("excluded").asLong()
                        + counts.path("skipped").asLong());
        assertThat(counts.path("ranked").asLong() + counts.path("excluded").asLong())
                .isEqualTo(ranked.rows().size());
        long read = 0;
        for (JsonNode source : manifest.path("candidates")) {
            assertThat(source.path("read").asLong())
                    .isEqualTo(source.path("sites").asLong()
                            + source.path("skipped").asLong());
            read += source.path("read").asLong();
        }
        assertThat(counts.path("read").asLong()).isEqualTo(read);
        for (JsonNode layer : manifest.path("layers")) {
            assertThat(layer.path("read").asLong())
                    .isEqualTo(
                            layer.path("used").asLong() + layer.path("skipped").asLong());
        }
        JsonNode gates = manifest.path("gates");
        assertThat(gates.path("fail").asLong())
                .isEqualTo(counts.path("excluded").asLong());
        long lines = Files.readAllLines(run.resolve("issues.csv")).size() - 1L;
        assertThat(lines).isEqualTo(manifest.path("issues").asLong()).isPositive();
        assertThat(Ranked.query(
                                run,
                                "SELECT (SELECT count(*) FROM issues) + (SELECT count(*) FROM issues_unplaced) AS n")
                        .get(0)
                        .get("n"))
                .isEqualTo(Math.toIntExact(lines));
    }

    @Test
    void skippedRecordsAreListedWithTheirReason() throws IOException {
        List<String> issues = Files.readAllLines(run.resolve("issues.csv"));
        long skipped = 0;
        for (JsonNode layer : manifest.path("layers")) {
            skipped += layer.path("skipped").asLong();
        }
        assertThat(issues.stream().filter(line -> line.startsWith("SKIPPED,"))).hasSize(Math.toIntExact(skipped));
        assertThat(issues)
                .as("a record that a module leaves out")
                .anyMatch(line -> line.startsWith("NOTED,utility-sales,utility_sales.csv,6,")
                        && line.contains("High Plains Retail Energy, SX: a sale by choice of the seller"));
    }

    @Test
    void everySiteCanBeExplained() {
        String first = (String) ranked.rows().get(0).get("siteId");
        Headroom.Result explained = Headroom.with(
                        "rules", "explain", "--site", first, "--full", "--out", out.toString())
                .done();
        assertThat(explained.out()).contains(first, "moratorium", "source");
        Headroom.Result wrong = Headroom.with("rules", "explain", "--site", first + "x", "--out", out.toString())
                .run();
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("did you mean \"" + first + "\"").doesNotContain("Exception");
    }
}
