package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the preview of an edited policy shows is what the next night with it publishes, site by site and bit by bit. Any edit, and what a
 * comparison counts, is tested beside the preview.
 */
class PreviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CRITERIA = "rules/policy/criteria/";
    private static final String DRL = "rules/policy/drl/";
    private static final String PARAMETERS = "rules/policy/parameters/";
    private static final int TOP = 7;

    @TempDir
    static Path shared;

    private static Path runs;
    private static Path firstRun;

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeAll
    static void publish() {
        runs = shared.resolve("runs");
        Headroom.Result result = new SampleProject(shared.resolve("copy")).rank(runs);
        assertThat(result.exit()).as(result.err()).isZero();
        firstRun = Path.of(result.lastLine());
    }

    private SampleProject project() {
        project = new SampleProject(folder.resolve("copy"));
        return project;
    }

    private Headroom.Result rules(String command, String... more) {
        return Headroom.with("rules", command, "--out", runs.toString())
                .and(more)
                .run();
    }

    private Headroom.Result preview(String... more) {
        return Headroom.with("rules", "preview", "--out", runs.toString())
                .and("--policy", project.file("rules/policy").toString())
                .and(more)
                .run();
    }

    @Test
    void aWeightAGateAValueFunctionABonusAndATier() {
        project()
                .edit(CRITERIA + "energy-price.yaml", text -> text.replace("weight: 0.16", "weight: 0.06"))
                .edit(CRITERIA + "mining-conversion.yaml", text -> text.replace("weight: 0.06", "weight: 0.16")
                        .replace("[20, 0.3], [100, 0.8]", "[30, 0.2], [90, 0.9]"))
                .edit(DRL + "gates.drl", text -> text.replace("nominalVoltageKv < 69", "nominalVoltageKv < 139")
                        .replace("importRightMw < 5", "importRightMw < 30"))
                .edit(DRL + "adjustments.drl", text -> text.replace("bonus(5,", "bonus(1.25,"))
                .edit(
                        DRL + "tiers.drl",
                        text -> text.replace("distanceToInterconnectionKm > 40", "bulkSubstationCount < 2"));
        assertPreviewIsNextRun();
    }

    private void assertPreviewIsNextRun() {
        Path layer = folder.resolve("changes.gpkg");
        Path csv = folder.resolve("changes.csv");
        Map<String, String> before = Trees.digests(firstRun);
        Headroom.Result shown =
                preview("--top", "" + TOP, "--json", "--gpkg", layer.toString(), "--csv", csv.toString());
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(Trees.digests(firstRun)).isEqualTo(before);

        Path ranked = project.ranked(folder.resolve("next"));
        Map<String, Map<String, Object>> then = Ranked.read(firstRun).bySiteId();
        Map<String, Map<String, Object>> now = Ranked.read(ranked).bySiteId();
        List<Map<String, Object>> changes = changes(layer);
        assertThat(changes).hasSize(now.size());
        for (Map<String, Object> change : changes) {
            Object id = change.get("siteId");
            assertThat(standing(change, "Before")).as(id.toString()).isEqualTo(standing(then.get(id), ""));
            assertThat(standing(change, "After")).as(id.toString()).isEqualTo(standing(now.get(id), ""));
            assertThat(
                            change.get("reasonAfter") == null || !"FAIL".equals(change.get("gateAfter"))
                                    ? null
                                    : change.get("reasonAfter"))
                    .isEqualTo(now.get(id).get("exclusion"));
        }
        assertThat(lines(csv)).hasSize(now.size() + 1);
        assertLists(shown, then, now);
    }

    /** Rank, score, gate and tier, with all digits. */
    private static List<Object> standing(Map<String, Object> row, String when) {
        return List.of(row.get("rank" + when), row.get("score" + when), row.get("gate" + when), row.get("tier" + when));
    }

    private static void assertLists(
            Headroom.Result shown, Map<String, Map<String, Object>> then, Map<String, Map<String, Object>> now) {
        List<JsonNode> objects = shown.out().lines().map(PreviewTest::json).toList();
        JsonNode summary = objects.get(0);
        assertThat(summary.path("kind").asText()).isEqualTo("summary");
        Set<String> flips = new TreeSet<>();
        Set<String> enters = new TreeSet<>();
        Set<String> leaves = new TreeSet<>();
        for (String id : now.keySet()) {
            String gateThen = (String) then.get(id).get("gate");
            String gateNow = (String) now.get(id).get("gate");
            if (!gateThen.equals(gateNow)) {
                flips.add(id);
            }
            boolean wasTop = isTop(then.get(id));
            boolean isTop = isTop(now.get(id));
            if (isTop && !wasTop) {
                enters.add(id);
            }
            if (wasTop && !isTop) {
                leaves.add(id);
            }
        }
        assertThat(ids(objects, "gate")).isEqualTo(flips);
        assertThat(ids(objects, "entersTop")).isEqualTo(enters);
        assertThat(ids(objects, "leavesTop")).isEqualTo(leaves);
        assertThat(summary.at("/counts/gates").asInt()).isEqualTo(flips.size());
        JsonNode all = summary.at("/mw/0");
        assertThat(all.path("scope").asText() + all.path("by").asText()).isEqualTo("ELIGIBLEALL");
        assertThat(all.path("gainedSites").asInt() - all.path("lostSites").asInt())
                .isEqualTo(eligible(now) - eligible(then));
    }

    private static boolean isTop(Map<String, Object> row) {
        return ((Number) row.get("rank")).intValue() <= TOP && !"FAIL".equals(row.get("gate"));
    }

    private static int eligible(Map<String, Map<String, Object>> rows) {
        return (int) rows.values().stream()
                .filter(row -> !"FAIL".equals(row.get("gate")))
                .count();
    }

    private static Set<String> ids(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .map(object -> object.path("siteId").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Map<String, Object>> changes(Path layer) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + layer);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM changes ORDER BY rankAfter")) {
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    @Test
    void thePolicyOfTheRunChangesNothing() {
        project();
        Headroom.Result shown = preview();
        assertThat(shown.exit()).isZero();
        assertThat(shown.err()).contains("this is the policy of the run, unchanged");
        assertThat(shown.out())
                .contains("0 with another gate answer, 0 in another tier, 0 with another score, 0 at another rank");
        Headroom.Result compared = rules("compare", firstRun.getFileName().toString(), "us-ai-hosting", "--json");
        assertThat(json(compared.out().lines().findFirst().orElse(""))
                        .path("kendallTauB")
                        .asDouble())
                .as(compared.err())
                .isEqualTo(1);
    }

    @Test
    void otherParametersOfMeasuringAreRefusedBeforeAnythingIsWritten() {
        project()
                .edit(
                        PARAMETERS + "energy-price.yaml",
                        text -> text.replace("value: 20, unit: km", "value: 35, unit: km"));
        Path csv = folder.resolve("no.csv");
        refused(
                preview("--csv", csv.toString()),
                "energy-price nodeReachKm is 35 km, in the run 20 km",
                "headroom rank");
        assertThat(csv).doesNotExist();
    }

    @Test
    void otherParametersAreMeasuredWhereTheProjectIsNamed() throws IOException {
        project()
                .edit(
                        PARAMETERS + "energy-price.yaml",
                        text -> text.replace("value: 20, unit: km", "value: 35, unit: km"));
        Headroom.Result shown = preview(
                "--project",
                project.file("geodata/catalog/samples/headroom.yaml").toString());
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.err()).contains("energy-price nodeReachKm is 35 km, in the run 20 km");
        assertThat(shown.out()).contains("measured again: energy-price nodeReachKm");
        try (Stream<Path> left = Files.list(runs.resolve("what-if"))) {
            // Its compiled rules stay for the next one.
            assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(".rules", ".seals");
        }
    }

    @Test
    void wrongInputIsToldInOneMessage() {
        project();
        refused(
                preview("--against", "2026-06-01-7"),
                "there is no run \"2026-06-01-7\"",
                "did you mean \"2026-06-01-1\"");
        refused(preview("--gpkg", folder.resolve("no/where.gpkg").toString()), "there is no folder");
        refused(rules("diff", "2026-06-01-1", "us-ai"), "\"us-ai\" is neither", "2026-06-01-1");
        project.edit(DRL + "gates.drl", text -> text.replace("nominalVoltageKv", "nominalVoltagKv"));
        refused(preview(), "gates.drl:", "did you mean \"nominalVoltageKv\"");
        assertThat(preview("--top", "0").exit()).isEqualTo(2);
    }

    @Test
    void codeThatHasChangedSinceTheRunIsNamed() throws IOException {
        project();
        Path copy = copyOfTheRun();
        Path manifest = copy.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("(\"cooling\" ?: ?\")", "$1older "));
        Headroom.Result shown = preview("--against", copy.toString());
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.err()).contains("changed since run 2026-06-01-1: module cooling;");
    }

    @Test
    void whatWasEditedSinceTheRun() {
        project()
                .edit(CRITERIA + "energy-price.yaml", text -> text.replace("weight: 0.16", "weight: 0.06"))
                .edit(CRITERIA + "mining-conversion.yaml", text -> text.replace("weight: 0.06", "weight: 0.16"))
                .edit(
                        DRL + "gates.drl",
                        text -> text.replace("energyPriceUsdPerMwh > 250", "energyPriceUsdPerMwh>200"));
        Headroom.Result result =
                rules("diff", firstRun.toString(), project.file("rules/policy").toString());
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("criterion energyPriceUsdPerMwh\n  weight: 0.16 -> 0.06\n")
                .contains(
                        "rule energy beyond any rent\n  condition: energyPriceUsdPerMwh > 250 -> energyPriceUsdPerMwh > 200\n");
    }

    private Path copyOfTheRun() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("other")).resolve(firstRun.getFileName());
        Trees.copy(firstRun, copy);
        return copy;
    }

    private static void refused(Headroom.Result result, String... words) {
        assertThat(result.exit()).as(result.err()).isEqualTo(3);
        assertThat(result.err()).contains(words);
        assertThat(result.err()).doesNotContain("Exception").doesNotContainPattern("(?m)^\\s+at [a-z]+\\.");
        assertThat(result.out()).isEmpty();
    }
}
