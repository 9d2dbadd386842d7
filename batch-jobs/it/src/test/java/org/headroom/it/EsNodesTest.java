package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes of the Spanish transmission grid, from a clone alone. */
class EsNodesTest {
    private static final Path PROJECT = Headroom.HOME.resolve("geodata/catalog/es-nodes");

    @TempDir
    static Path out;

    private static Path run;
    private static Map<String, Map<String, Object>> sites;

    @BeforeAll
    static void rank() {
        run = Headroom.with(
                        "rank", "--project", PROJECT.resolve("headroom.yaml").toString())
                .and("--out", out.toString())
                .ranked();
        sites = Ranked.read(run).bySiteId();
    }

    private static String explained(String node) {
        return Headroom.with("rules", "explain", "--site", node, "--full", "--out", out.toString())
                .done()
                .out();
    }

    @Test
    void placedNodesAreRankedAndTheOthersListed() throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(run.resolve("manifest.json").toFile())
                        .path("candidates"))
                .hasToString("[{\"source\":\"sites-osm\",\"read\":262,\"sites\":262,\"skipped\":0},"
                        + "{\"source\":\"sites-geonames\",\"read\":270,\"sites\":270,\"skipped\":0},"
                        + "{\"source\":\"sites-unplaced\",\"read\":405,\"sites\":0,\"skipped\":405}]");
        assertThat(Files.readAllLines(run.resolve("issues.csv")).stream()
                        .filter(line -> line.startsWith("SKIPPED,sites-unplaced,")))
                .hasSize(405);
    }

    @Test
    void aZeroHasThreeMeanings() {
        assertThat(sites.get("CARTAMA 400"))
                .containsEntry("publishedHeadroomMw", 488.0)
                .containsEntry("publishedHeadroomStanding", "GRANTABLE")
                .containsEntry("gate", "PASS");
        assertThat(sites.get("ABADES 400"))
                .containsEntry("publishedHeadroomMw", 0.0)
                .containsEntry("publishedHeadroomStanding", "NONE_LEFT")
                .containsEntry("gate", "FAIL");
        assertThat(sites.get("ALCIRA 220"))
                .containsEntry("publishedHeadroomMw", 0.0)
                .containsEntry("publishedHeadroomStanding", "NOT_AGREED")
                .containsEntry("gate", "CONDITIONAL")
                .containsEntry("publishedHeadroomMw_headroomZoneId", "E240_SEPE")
                .doesNotContainKey("publishedHeadroomMw_headroomBinding");
        assertThat(sites.get("ARCHIDONA 400"))
                .containsEntry("publishedHeadroomMw", 0.0)
                .containsEntry("publishedHeadroomStanding", "TENDER_ONLY")
                .containsEntry("gate", "CONDITIONAL")
                .containsEntry("publishedHeadroomMw_headroomZeroReason", "Nudo de concurso.");
    }

    @Test
    void nodesOfOneSubstationAreToldApart() {
        assertThat(sites.get("SS.REYES 400")).containsEntry("nominalVoltageKv", 400.0);
        assertThat(sites.get("SS.REYES 220")).containsEntry("nominalVoltageKv", 220.0);
    }

    @Test
    void theExplanationTellsWhatTheNodeSays() {
        assertThat(explained("ALCIRA 220"))
                .contains(
                        "REFERENCE_NOT_AGREED",
                        "nodes-osm, record ALCIRA 220",
                        "headroomZoneId: E240_SEPE",
                        "headroomZeroReason: Valor de referencia no acordado.",
                        "headroomCondition: RIDE_THROUGH");
        assertThat(explained("CARTAMA 400")).contains("headroomBinding: STATIC_NODE");
    }

    @Test
    void itsPolicyHolds() {
        for (String command : new String[] {"check", "test"}) {
            assertThat(Headroom.with(
                                    "rules",
                                    command,
                                    "--policy",
                                    PROJECT.resolve("policy").toString())
                            .done()
                            .err())
                    .doesNotContain("warning");
        }
    }
}
