package org.headroom.export.geoparquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.headroom.export.ExportColumn;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.Samples;
import org.headroom.export.WindowedTables;
import org.headroom.export.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GeoParquet as DuckDB reads it. */
class GeoParquetExportTest {
    @TempDir
    Path folder;

    private Path write(RankedTable table, int groupRows) {
        return GeoParquetExport.write(new Publication(table, List.of(), Samples.DATE, folder, "ranked", 1), groupRows)
                .files()
                .get(0)
                .file();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 300})
    void everyValueComesBack(int rows) throws SQLException {
        Path file = write(WindowedTables.once(Samples.ranking(rows), 70), 32);
        RankedTable table = Samples.ranking(rows);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET enable_geoparquet_conversion = false");
            ResultSet found =
                    statement.executeQuery("SELECT *, bbox.xmin AS west, bbox.ymax AS north FROM '" + file + "'");
            int row = 0;
            for (; found.next(); row++) {
                assertThat(found.getLong("rank")).isEqualTo(row + 1L);
                assertThat(found.getString("siteId")).isEqualTo("S-" + row);
                assertThat(found.getString("name")).isEqualTo(Samples.name(row));
                double score = found.getDouble("score");
                assertThat(Double.valueOf(found.wasNull() ? Double.NaN : score))
                        .isEqualTo(Double.valueOf(Samples.score(row)));
                long cost = found.getLong("upgradeCostUsd");
                assertThat(found.wasNull() ? ExportColumn.MISSING : cost).isEqualTo(Samples.cost(row));
                LocalDate day = found.getObject("dataVintage", LocalDate.class);
                assertThat(day == null ? ExportColumn.MISSING : day.toEpochDay())
                        .isEqualTo(Samples.vintage(row));
                Blob wkb = found.getBlob("geometry");
                ByteBuffer point =
                        ByteBuffer.wrap(wkb.getBytes(1, (int) wkb.length())).order(ByteOrder.LITTLE_ENDIAN);
                assertThat(point.getDouble(5)).isEqualTo(table.longitude().applyAsDouble(row));
                assertThat(point.getDouble(13)).isEqualTo(table.latitude().applyAsDouble(row));
                assertThat(found.getDouble("west")).isEqualTo(table.longitude().applyAsDouble(row));
                assertThat(found.getDouble("north")).isEqualTo(table.latitude().applyAsDouble(row));
            }
            assertThat(row).isEqualTo(rows);
        }
    }

    @Test
    void theFooterSaysWhereThePointsAreAndWhatColumnsMean() throws Exception {
        Path file = write(Samples.ranking(100), 32);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            JsonNode geo = key(statement, file, "geo");
            assertThat(geo.path("version").asText()).isEqualTo("1.1.0");
            assertThat(geo.at("/columns/geometry/encoding").asText()).isEqualTo("WKB");
            assertThat(geo.at("/columns/geometry/bbox")).hasSize(4);
            assertThat(geo.at("/columns/geometry/covering/bbox/xmin/1").asText())
                    .isEqualTo("xmin");
            assertThat(key(statement, file, "headroom").at("/fields/5/unit").asText())
                    .isEqualTo("degC");
            // Row groups whose box does not reach a place are passed over by these.
            ResultSet statistics = statement.executeQuery(
                    "SELECT count(*), count(stats_min_value), min(compression) FROM parquet_metadata('" + file
                            + "') WHERE path_in_schema = 'bbox, xmin'");
            statistics.next();
            assertThat(statistics.getInt(1)).isEqualTo(4);
            assertThat(statistics.getInt(2)).isEqualTo(4);
            assertThat(statistics.getString(3)).isEqualTo("ZSTD");
            ResultSet filtered = statement.executeQuery("SELECT count(*) FROM '" + file + "' WHERE bbox.xmin < -120");
            filtered.next();
            long west = IntStream.range(0, 100)
                    .filter(row -> Samples.ranking(100).longitude().applyAsDouble(row) < -120)
                    .count();
            assertThat(filtered.getLong(1)).isEqualTo(west);
        }
    }

    @Test
    void partsAreReadAsOneTable() throws Exception {
        List<Path> parts = parts(300);
        assertThat(parts).hasSize(5).first().asString().endsWith("ranked-parts/part-00000.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            ResultSet ranks = statement.executeQuery("SELECT count(*), count(DISTINCT rank), max(rank), "
                    + "max(rank) FILTER (WHERE filename LIKE '%part-00000.parquet') FROM read_parquet('" + folder
                    + "/ranked-parts/*.parquet', filename = true)");
            ranks.next();
            assertThat(List.of(ranks.getInt(1), ranks.getInt(2), ranks.getInt(3), ranks.getInt(4)))
                    .containsExactly(300, 300, 300, 70);
            for (Path part : parts) {
                ResultSet box = statement.executeQuery("SELECT min(bbox.xmin), max(bbox.ymax) FROM '" + part + "'");
                box.next();
                double west = box.getDouble(1);
                double north = box.getDouble(2);
                JsonNode told = key(statement, part, "geo").at("/columns/geometry/bbox");
                assertThat(told.get(0).asDouble()).isEqualTo(west);
                assertThat(told.get(3).asDouble()).isEqualTo(north);
            }
        }
        // A shorter ranking leaves nothing of a longer one.
        assertThat(parts(0)).hasSize(1);
        try (Stream<Path> left = Files.list(folder.resolve("ranked-parts"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("part-00000.parquet");
        }
    }

    private List<Path> parts(int rows) {
        RankedTable table = WindowedTables.once(Samples.ranking(rows), 100);
        return GeoParquetPartsExport.write(new Publication(table, List.of(), Samples.DATE, folder, "ranked", 1), 32, 70)
                .files()
                .stream()
                .map(WrittenFile::file)
                .toList();
    }

    private static JsonNode key(Statement statement, Path file, String key) throws Exception {
        ResultSet value = statement.executeQuery(
                "SELECT decode(value) FROM parquet_kv_metadata('" + file + "') WHERE decode(key) = '" + key + "'");
        value.next();
        return new ObjectMapper().readTree(value.getString(1).getBytes(StandardCharsets.UTF_8));
    }
}
