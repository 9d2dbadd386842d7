package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that says what it publishes gets that, and measures nothing else but what the policy needs. */
class ChosenColumnsTest {
    private static final String PROJECT = "geodata/catalog/samples/headroom.yaml";

    @TempDir
    Path folder;

    private Headroom.Result rank(String publish, String out) {
        SampleProject project = new SampleProject(folder.resolve("copy " + out));
        if (!publish.isEmpty()) {
            project.project(text -> text + publish);
        }
        return project.command(folder.resolve(out)).run();
    }

    @Test
    void columnsComeInTheirOrderUnderTheirNamesWithTheirValues() throws IOException {
        Headroom.Result result = rank("""
                publish:
                  formats: [shapefile]
                  columns:
                    - {column: PLACE, of: rank, width: 6}
                    - {column: ID, of: siteId}
                    - {column: PTS, of: score, width: 12, decimals: 6, whenExcluded: 0}
                    - {column: STOP, of: moratoriumGate, values: {FAIL: 2, CONDITIONAL: 1}, otherwise: 0}
                    - {column: KIND, of: origin, values: {BROWNFIELD: old}, otherwise: new}
                    - {column: EXCL, of: exclusion}
                    - {column: KM, of: distanceToInterconnectionKm, decimals: 1}
                """, "chosen");
        assertThat(result.exit()).as(result.err()).isZero();
        Path run = Path.of(result.lastLine());
        assertThat(run.resolve("ranked.gpkg")).doesNotExist();
        assertThat(run.resolve("explanations/measurements/pue.column")).exists();
        // Neither a rule nor a weight nor a column asks for it.
        assertThat(run.resolve("explanations/measurements/withdrawnLoadMw.column"))
                .doesNotExist();
        List<List<String>> rows = dbf(run.resolve("ranked.dbf"));
        assertThat(rows.get(0)).containsExactly("PLACE", "ID", "PTS", "STOP", "KIND", "EXCL", "KM");

        Path all = Path.of(rank("", "all").lastLine());
        Map<String, Map<String, Object>> expected = Ranked.read(all).bySiteId();
        assertThat(rows).hasSize(expected.size() + 1);
        int number = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, Object> site = expected.get(row.get(1));
            number++;
            assertThat(row.get(0))
                    .isEqualTo(Integer.toString(number))
                    .isEqualTo(site.get("rank").toString());
            boolean excluded = site.get("exclusion") != null;
            assertThat(Double.parseDouble(row.get(2)))
                    .isCloseTo(excluded ? 0 : ((Number) site.get("score")).doubleValue(), within(5e-7));
            assertThat(row.get(3)).isEqualTo(stop(site.get("moratoriumGate")));
            assertThat(row.get(4)).isEqualTo("BROWNFIELD".equals(site.get("origin")) ? "old" : "new");
            assertThat(row.get(5)).isEqualTo(excluded ? site.get("exclusion") : "");
            Object km = site.get("distanceToInterconnectionKm");
            assertThat(row.get(6).isEmpty()).isEqualTo(km == null);
        }
    }

    private static String stop(Object gate) {
        return "FAIL".equals(gate) ? "2" : "CONDITIONAL".equals(gate) ? "1" : "0";
    }

    @Test
    void theTopIsPrintedAndASiteIsExplainedWhateverIsPublished() {
        Headroom.Result result = rank("""
                publish:
                  formats: [geopackage]
                  columns: [{column: WHO, of: siteId}]
                """, "little");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("MINE-05").contains("78.227");
        assertThat(Path.of(result.lastLine()).resolve("ranked.shp")).doesNotExist();
        Headroom.Result explained = Headroom.with(
                        "rules",
                        "explain",
                        "--site",
                        "MINE-05",
                        "--full",
                        "--out",
                        folder.resolve("little").toString())
                .done();
        assertThat(explained.out()).contains("distanceToInterconnectionKm");
    }

    @Test
    void aColumnOfWhatThereIsNotIsRefusedWithTheNearestNameBeforeAnythingIsRead() {
        Headroom.Result result = rank("""
                publish:
                  columns: [{column: KM, of: distanceToInterconectionKm}]
                """, "wrong");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err())
                .contains("headroom.yaml", "column KM", "did you mean \"distanceToInterconnectionKm\"?")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("wrong/.layers")).doesNotExist();
    }

    @Test
    void aWidthThatIsTooSmallIsRefusedByColumn() {
        Headroom.Result result = rank("""
                publish:
                  columns: [{column: PTS, of: score, width: 3, decimals: 3}]
                """, "narrow");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("score").doesNotContain("\tat ");
    }

    /** The names of the fields, then the rows. */
    private static List<List<String>> dbf(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int rows = bytes.getInt(4);
        int header = bytes.getShort(8);
        int record = bytes.getShort(10);
        List<String> names = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int at = 32; bytes.get(at) != 0x0D; at += 32) {
            names.add(new String(bytes.array(), at, 11, StandardCharsets.US_ASCII).replace("\0", ""));
            widths.add(bytes.get(at + 16) & 0xFF);
        }
        List<List<String>> all = new ArrayList<>(List.of(names));
        for (int row = 0; row < rows; row++) {
            int at = header + row * record + 1;
            List<String> values = new ArrayList<>();
            for (int width : widths) {
                values.add(new String(bytes.array(), at, width, StandardCharsets.UTF_8).strip());
                at += width;
            }
            all.add(values);
        }
        return all;
    }
}
