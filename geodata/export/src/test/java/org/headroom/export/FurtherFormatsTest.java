package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats that a project names, read by GDAL. */
class FurtherFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://example.org\")",
            "</Data></Placemark>]]><script>alert(1)</script> & $[rank]",
            "two\r\nlines\t\"quoted\", comma; '",
            "\u0001\u0000 bell \u0007",
            "\uD834\uDD1E \u202E ltr " + "長".repeat(400),
            "-1+2");

    @TempDir
    Path folder;

    private Path write(String format, RankedTable table) {
        ExportFormat found = ExportFormat.all().stream()
                .filter(one -> one.id().equals(format))
                .findFirst()
                .orElseThrow();
        ExportResult result = found.write(new Publication(table, List.of(), Samples.DATE, folder, "ranked", 1));
        return result.files().get(0).file();
    }

    private static RankedTable hostile() {
        return Samples.told(
                HOSTILE.size(),
                row -> -100 + row,
                row -> 40,
                List.of(
                        ExportColumn.integer("rank", "1", "Place", row -> row + 1L),
                        ExportColumn.text("name", "1", "Name", HOSTILE::get),
                        ExportColumn.text("exclusion", "1", "Code", row -> row == 1 ? HOSTILE.get(1) : null)));
    }

    /** Features by their rank. */
    private static Map<Long, JsonNode> features(String geoJson) throws IOException {
        Map<Long, JsonNode> features = new TreeMap<>();
        for (JsonNode feature : JSON.readTree(geoJson).path("features")) {
            features.put(feature.at("/properties/rank").asLong(), feature);
        }
        return features;
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "flatgeobuf"})
    void everyValueComesBack(String format) throws IOException, InterruptedException {
        int rows = 333;
        Path file = write(format, WindowedTables.once(Samples.ranking(rows), 50));
        Map<Long, JsonNode> features = features(Ogr.geoJson(file));
        assertThat(features).hasSize(rows);
        RankedTable table = Samples.ranking(rows);
        for (int row = 0; row < rows; row++) {
            JsonNode feature = features.get(row + 1L);
            assertThat(feature.at("/geometry/coordinates/0").asDouble())
                    .isCloseTo(table.longitude().applyAsDouble(row), within(1e-7));
            assertThat(feature.at("/geometry/coordinates/1").asDouble())
                    .isCloseTo(table.latitude().applyAsDouble(row), within(1e-7));
            JsonNode properties = feature.path("properties");
            assertThat(properties.path("name").textValue()).isEqualTo(Samples.name(row));
            assertThat(properties.path("exclusion").textValue()).isEqualTo(row % 5 == 4 ? "MORATORIUM" : null);
            // GDAL writes what it read from GeoJSON with 15 digits.
            assertThat(number(properties, "score")).isEqualTo(rounded(Samples.score(row)));
            assertThat(number(properties, "dryBulbP99C")).isEqualTo(rounded(Samples.dryBulb(row)));
            JsonNode cost = properties.path("upgradeCostUsd");
            assertThat(cost.isNumber() ? cost.longValue() : ExportColumn.MISSING)
                    .isEqualTo(Samples.cost(row));
            String day = properties.path("dataVintage").textValue();
            assertThat(day == null ? null : day.replace('/', '-').substring(0, 10))
                    .isEqualTo(
                            Samples.vintage(row) == ExportColumn.MISSING
                                    ? null
                                    : LocalDate.ofEpochDay(Samples.vintage(row)).toString());
        }
    }

    private static Double number(JsonNode properties, String name) {
        return properties.path(name).isNumber()
                ? rounded(properties.path(name).doubleValue())
                : Double.valueOf(Double.NaN);
    }

    private static Double rounded(double value) {
        return Double.isNaN(value) ? value : Math.rint(value * 1e9) / 1e9;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 17, 300})
    void theIndexOfFlatGeobufFindsWhatLiesInABox(int rows) throws IOException, InterruptedException {
        RankedTable table = Samples.ranking(rows);
        Path file = write("flatgeobuf", table);
        long inside = 0;
        for (int row = 0; row < rows; row++) {
            double x = table.longitude().applyAsDouble(row);
            double y = table.latitude().applyAsDouble(row);
            inside += x >= -120 && x <= -100 && y >= 30 && y <= 40 ? 1 : 0;
        }
        assertThat(features(Ogr.geoJson(file))).hasSize(rows);
        assertThat(features(Ogr.geoJson(file, "-spat", "-120", "30", "-100", "40")))
                .hasSize((int) inside);
        if (rows > 0) {
            assertThat(Ogr.info("-so", "-al", file.toString())).contains("Feature Count: " + rows, "EPSG\",4326");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "flatgeobuf", "csv"})
    void hostileTextsComeBackAsTheyWere(String format) throws IOException, InterruptedException {
        Path file = write(format, hostile());
        Map<Long, JsonNode> features = features(Ogr.geoJson(file));
        for (int row = 0; row < HOSTILE.size(); row++) {
            String text = HOSTILE.get(row);
            boolean isFormula = format.equals("csv") && "=-".indexOf(text.charAt(0)) >= 0;
            String shown = features.get(row + 1L).at("/properties/name").textValue();
            // GDAL ends a text at a zero byte.
            assertThat(shown)
                    .isIn(
                            text,
                            text.replaceFirst("(?s)\u0000.*", ""),
                            text.replace("\r\n", "\n"),
                            isFormula ? "'" + text : text);
            assertThat(isFormula).isEqualTo(shown.startsWith("'"));
        }
    }

    @Test
    void geoJsonHasAFeatureALineAndExplainsItself() throws IOException {
        List<String> lines = Files.readAllLines(write("geojson", Samples.ranking(3)), StandardCharsets.UTF_8);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("{\"type\":\"Feature\",\"id\":1,");
        JsonNode whole = JSON.readTree(String.join("", lines));
        assertThat(whole.at("/headroom/fields/5/unit").asText()).isEqualTo("degC");
        assertThat(whole.path("bbox")).hasSize(4);
        assertThat(whole.has("crs")).isFalse();
    }

    @Test
    void csvIsWhatExcelReads() throws IOException {
        byte[] bytes = Files.readAllBytes(write("csv", hostile()));
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFrank,name,exclusion,longitude,latitude\r\n");
        assertThat(text).contains("\r\n6,'-1+2,,-95.0000000,40.0000000\r\n");
        assertThat(Files.readString(folder.resolve("ranked-fields.csv")))
                .contains("rank,1,Place,,\r\n", "latitude,degrees,");
    }

    @Test
    void kmlHasAFolderATierAndEscapesWhatItShows() throws IOException, InterruptedException {
        RankedTable table = Samples.told(
                4,
                row -> -100 + row,
                row -> 40,
                List.of(
                        ExportColumn.integer("tier", "1", "Tier", row -> row == 3 ? 127 : row),
                        ExportColumn.text("name", "1", "Name", HOSTILE::get),
                        ExportColumn.text("why", "1", "Why", HOSTILE::get),
                        ExportColumn.text("exclusion", "1", "Code", row -> row == 3 ? "MORATORIUM" : null),
                        ExportColumn.number("score", "1", "Score", 1, row -> row == 0 ? Double.NaN : 50)));
        Path file = write("kml", table);
        String info = Ogr.info(file.toString());
        assertThat(info).contains("tier 0", "tier 1", "tier 2", "excluded: MORATORIUM");
        String text = Files.readString(file);
        assertThat(text).doesNotContain("<script>", "\u0001").contains("&amp;lt;script&amp;gt;", "&amp;#36;[rank]");
        assertThat(Ogr.info("-al", file.toString())).contains("tier (String) = 127");
    }

    @Test
    void kmlSaysWhatItLeavesOut() throws IOException {
        int rows = 20_001;
        Path file = write("kml", WindowedTables.once(Samples.ranking(rows), 5_000));
        String text = Files.readString(file);
        assertThat(text).contains("Only the first 20000 of 20001 sites");
        assertThat(text.split("<Placemark>", -1)).hasSize(20_001);
    }

    private static Stream<String> ids() {
        return ExportFormat.all().stream().map(ExportFormat::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void twoWritesGiveTheSameBytesAndLeaveNothingElse(String format) throws IOException {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            Map<String, byte[]> first = all(format, 1);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Map<String, byte[]> second = all(format, 2);
            assertThat(second.keySet()).isEqualTo(first.keySet());
            first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
        } finally {
            Locale.setDefault(locale);
        }
    }

    private Map<String, byte[]> all(String format, int number) throws IOException {
        Path own = Files.createDirectory(folder.resolve(format + number));
        ExportFormat.all().stream()
                .filter(one -> one.id().equals(format))
                .forEach(one -> one.write(
                        new Publication(Samples.ranking(700), Samples.issues(), Samples.DATE, own, "ranked", number)));
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> list = Files.walk(own)) {
            for (Path file : list.filter(Files::isRegularFile).toList()) {
                String name = own.relativize(file).toString();
                assertThat(name).startsWith("ranked");
                files.put(name, Files.readAllBytes(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "flatgeobuf", "geoparquet", "kml"})
    void aRowWithoutAPlaceIsNamedAndNoFileIsLeft(String format) throws IOException {
        RankedTable table = RankedTable.inMemory(
                3,
                row -> row == 1 ? 400 : 1,
                row -> 2,
                List.of(ExportColumn.integer("rank", "1", "Place", row -> row + 1L)));
        assertThatThrownBy(() -> write(format, table))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("row 2 of the ranking has no place on the earth");
        List<Path> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(left::add);
        }
        assertThat(left).isEmpty();
    }
}
