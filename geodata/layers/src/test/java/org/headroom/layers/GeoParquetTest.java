package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.GeometryType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.headroom.layers.describe.FileDescription;
import org.headroom.layers.format.LayerFormats;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.ReadOptions;
import org.headroom.layers.format.RecordFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by pyarrow 25: geoparquet/make.py. Four rows in row groups of three and one; the third has neither values nor a shape. */
final class GeoParquetTest {
    private static final String FILE = "a.parquet";
    private static final String YAML = head("grid-capacity", FILE, "geoparquet")
            + "fields: {name: name, nominalVoltageKv: {column: kv, unit: kV}, transferCapacityMw: mw}\n"
            + "badRecords: {limitFraction: 1}\n";

    @TempDir
    Path folder;

    private byte[] put(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                GeoParquetTest.class.getResourceAsStream("geoparquet/" + resource + ".parquet"))) {
            byte[] bytes = in.readAllBytes();
            Files.write(folder.resolve(FILE), bytes);
            return bytes;
        }
    }

    private RecordSource open() throws IOException {
        RecordFormat format = (RecordFormat) LayerFormats.find("geoparquet").orElseThrow();
        return format.open(
                new SourceAddress(FILE, folder::resolve), new ReadOptions(null, null, 1, 1, 0, ',', null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "lz4", "none", "deltas", "dictionary"})
    void valuesAndShapes(String resource) throws IOException {
        put(resource);
        List<List<Object>> rows = new ArrayList<>();
        List<String> shapes = new ArrayList<>();
        try (RecordSource source = open()) {
            assertThat(source.columns())
                    .containsExactly(
                            "name", "kv", "mw", "small", "flag", "day", "at", "local", "cost", "half", "big", "raw");
            assertThat(source.findCrs()).contains("OGC:CRS84");
            assertThat(source.notes()).containsExactly("columns with structures or lists in them are not read: list");
            for (RawRecord row = source.next(); row != null; row = source.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < source.columns().size(); i++) {
                    values.add(row.value(i));
                }
                rows.add(values);
                shapes.add(row.isPoint() ? row.x() + " " + row.y() : String.valueOf(row.geometry()));
                assertThat(row.damage()).isNull();
                assertThat(row.number()).isEqualTo(rows.size());
                // Asking twice must not go on to the next row.
                assertThat(row.decimal(1))
                        .isEqualTo(Double.valueOf(values.get(1) == null ? Double.NaN : (long) values.get(1)));
            }
        }
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .containsExactly(
                        "Qu\u00e9bec",
                        345L,
                        0.5,
                        0.1,
                        true,
                        LocalDate.of(2026, 1, 31),
                        "2026-01-31T12:30Z",
                        "2026-01-31T12:30:01.000500",
                        12.5,
                        0.25,
                        "18446744073709551615",
                        "\uFFFD (2 bytes that are no text)");
        assertThat(rows.get(1))
                .containsExactly(null, 138L, null, -2.5, false, null, null, null, null, -5.9604645E-8, 7L, "text");
        assertThat(rows.get(2)).containsOnly((Object) null, "c", LocalDate.of(1969, 12, 31));
        assertThat(rows.get(3))
                .containsExactly(
                        null, 69L, 1e300, 3.0, true, LocalDate.of(2000, 2, 29), null, null, null, 65504.0, 0L, null);
        assertThat(shapes)
                .containsExactly(
                        "-97.5 35.25",
                        "POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 1))",
                        "null",
                        "10.0 20.0");
    }

    @Test
    void aLayer() throws IOException {
        put("snappy");
        LoadedLayer loaded = load(folder, YAML);
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.texts("name")).containsExactly("Qu\u00e9bec", null, null);
        assertThat(layer.numbers("nominalVoltageKv")).containsExactly(345, 138, 69);
        assertThat(layer.areas(r -> true).first(3, 3)).isEqualTo(1);
        assertThat(loaded.issues().toString()).contains("columns with structures or lists in them are not read: list");
    }

    /** As Spark writes a table: parts, their check sums, and an empty file that says that all are there. */
    private Path folderOf(String... resources) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("parts"));
        for (int i = 0; i < resources.length; i++) {
            put(resources[i]);
            Files.move(folder.resolve(FILE), parts.resolve("part-0000" + i + ".snappy.parquet"));
        }
        Files.createFile(parts.resolve("_SUCCESS"));
        Files.write(parts.resolve(".part-00000.snappy.parquet.crc"), new byte[] {1});
        return parts;
    }

    private static final String OF_PARTS = YAML.replace("'" + FILE + "'", "parts");

    @Test
    void aFolderOfPartsIsOneLayer() throws IOException {
        Path parts = folderOf("snappy", "zstd");
        Files.move(parts.resolve("part-00001.snappy.parquet"), parts.resolve("part-00001.snappy.PARQUET"));
        Files.writeString(parts.resolve("notes.txt"), "x");
        LoadedLayer loaded = load(folder, OF_PARTS);
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.texts("name")).containsExactly("Qu\u00e9bec", null, null, "Qu\u00e9bec", null, null);
        assertThat(layer.recordNumber(3)).isEqualTo(5);
        assertThat(loaded.counts().read()).isEqualTo(8);
        assertThat(loaded.issues().toString())
                .contains("in its folder these are not read: notes.txt")
                .contains("record=7,");
        LayerLoader loader = new LayerLoader(folder);
        String before = loader.digest(Layers.descriptor(OF_PARTS));
        Files.delete(parts.resolve("part-00001.snappy.PARQUET"));
        assertThat(loader.digest(Layers.descriptor(OF_PARTS))).isNotEqualTo(before);
        FileDescription described = FileDescription.of(parts);
        assertThat(described.format().id()).isEqualTo("geoparquet");
        assertThat(described.records()).isEqualTo(4);
    }

    @Test
    void aFolderThatIsNoWholeTableIsRefused() throws IOException {
        Path parts = folderOf("snappy", "table");
        assertThat(refused(folder, OF_PARTS))
                .hasMessageContaining(
                        "part-00001.snappy.parquet has another reference system than part-00000.snappy.parquet");
        Files.write(parts.resolve("part-00001.snappy.parquet"), new byte[] {1, 2, 3});
        assertThat(refused(folder, OF_PARTS)).hasMessageContaining("part-00001.snappy.parquet");
        Files.createDirectory(parts.resolve("state=TX"));
        assertThat(refused(folder, OF_PARTS)).hasMessageContaining("is a folder divided by a column (state=TX)");
        // Most often nothing lies beside the folders.
        Files.createDirectories(folder.resolve("divided/state=TX"));
        assertThat(refused(folder, OF_PARTS.replace("parts", "divided")))
                .hasMessageContaining("divided is a folder divided by a column (state=TX)");
        Files.createDirectories(folder.resolve("empty/2026"));
        assertThat(refused(folder, OF_PARTS.replace("parts", "empty")))
                .hasMessageContaining("empty is a folder without a file that ends with")
                .hasMessageContaining("it has: 2026");
        assertThat(refused(folder, OF_PARTS.replace("geoparquet", "geojson")))
                .hasMessageContaining("is a folder, not a file");
    }

    /** Any program writes one; nothing is lost without it. */
    @Test
    void aColumnOfBoxesRoundTheShapesIsPassedOver() throws IOException {
        put("bbox");
        try (RecordSource source = open()) {
            assertThat(source.columns()).doesNotContain("bbox");
            assertThat(source.notes()).singleElement().asString().endsWith(": list");
        }
    }

    @Test
    void theReferenceSystemIsHeeded() throws IOException {
        put("mercator");
        assertThat(features(load(folder, YAML)).area(1).getEnvelopeInternal().getMaxX())
                .isCloseTo(4 / 111_319.49, within(1e-8));
        // Before version 0.4 it was a text.
        Files.write(
                folder.resolve(FILE),
                withFooter(
                        put("mercator"),
                        footer -> footer.key_value_metadata
                                .get(0)
                                .setValue(
                                        "{\"primary_column\":\"geometry\",\"columns\":{\"geometry\":{\"encoding\":\"WKB\",\"crs\":\"EPSG:3857\"}}}")));
        assertThat(features(load(folder, YAML)).area(1).getEnvelopeInternal().getMaxX())
                .isCloseTo(4 / 111_319.49, within(1e-8));
        put("unknown-crs");
        assertThat(refused(folder, YAML)).hasMessageContaining("does not say its coordinate reference system");
    }

    /** Bytes as PostGIS gives them, a ring of nine points in place of one of five and one of four, so that their number stays. */
    @Test
    void aShapeThatNamesAnotherSystemThanTheFileIsCounted() throws IOException {
        byte[] bytes = put("none");
        byte[] polygon = {1, 3, 0, 0, 0, 2, 0, 0, 0};
        int at = 0;
        while (!Arrays.equals(bytes, at, at + polygon.length, polygon, 0, polygon.length)) {
            at++;
        }
        ByteBuffer ring = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at + 1);
        ring.putInt(0x20000003).putInt(4326).putInt(1).putInt(9);
        for (int i = 0; i < 9; i++) {
            ring.putDouble(i % 8 == 0 ? 0 : 4).putDouble(i % 8 / 8.0);
        }
        Files.write(folder.resolve(FILE), bytes);
        assertThat(load(folder, YAML).issues().toString()).doesNotContain("another reference system");
        ring.putInt(at + 5, 26914);
        Files.write(folder.resolve(FILE), bytes);
        assertThat(features(load(folder, YAML)).isArea(1)).isTrue();
        assertThat(load(folder, YAML).issues())
                .extracting(DataIssue::reason)
                .contains(
                        "1 shape names another reference system than the file, which says OGC:CRS84 (first record 2 with the"
                                + " number 26914); all were read by that of the file, or by crs of the descriptor where it gives one,"
                                + " so look at where they lie, and write crs: EPSG:26914 if that is right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brotli | is packed by BROTLI in column \"name\"; read are Snappy, Zstandard, gzip",
                "native | has its shapes in column \"geometry\" in the encoding \"point\"; only WKB is read",
            })
    void whatIsNotReadIsNamed(String resource, String words) throws IOException {
        put(resource);
        assertThat(refused(folder, YAML)).hasMessageContaining(words);
    }

    @Test
    void aColumnThatIsNotReadIsNamedWhereItIsWanted() throws IOException {
        put("snappy");
        assertThat(refused(folder, YAML.replace("name: name", "name: list")).advice())
                .contains("columns with structures or lists in them are not read: list");
    }

    @Test
    void twoColumnsOfOneNameAreNoShapes() throws IOException {
        Files.write(folder.resolve(FILE), withFooter(put("snappy"), footer -> {
            footer.schema.get(1).name = "geometry";
            footer.row_groups.forEach(group -> group.columns.get(0).meta_data.path_in_schema = List.of("geometry"));
        }));
        assertThat(refused(folder, YAML)).hasMessageContaining("its schema, which has two columns \"geometry\"");
    }

    /** A key of two numbers, say. */
    @Test
    void bytesWithAZeroAmongThemAreNoText() throws IOException {
        replace(put("none"), new byte[] {'t', 'e', 'x', 't'}, 0, 0);
        try (RecordSource source = open()) {
            source.next();
            assertThat(Objects.requireNonNull(source.next())
                            .value(source.columns().indexOf("raw")))
                    .isEqualTo("\uFFFD (4 bytes that are no text)");
        }
    }

    @Test
    void aFileWithoutShapesIsATable() throws IOException {
        put("table");
        String places = "geometry: {point: {longitude: -97, latitude: 35}}\n";
        assertThat(features(load(folder, YAML + places)).size()).isEqualTo(4);
        assertThat(load(folder, YAML + places).issues().toString()).contains("is read as a table without");
    }

    /** As doubles the two would be the same record. */
    @Test
    void wholeNumbersKeepAllTheirDigits() throws IOException {
        put("ids");
        try (RecordSource source = open()) {
            for (String id : new String[] {"12345678901234567890", "12345678901234567891"}) {
                assertThat(Objects.requireNonNull(source.next()).text(0)).isEqualTo(id);
            }
            assertThat(Objects.requireNonNull(source.next()).text(0)).isNull();
        }
    }

    /** What Parquet itself has for shapes since format 2.11. */
    @Test
    void aColumnOfTypeGeometry() throws IOException {
        byte[] bytes = put("snappy");
        Files.write(folder.resolve(FILE), withFooter(bytes, footer -> {
            footer.key_value_metadata.clear();
            footer.schema.get(3).logicalType = LogicalType.GEOMETRY(new GeometryType().setCrs("EPSG:3857"));
        }));
        assertThat(features(load(folder, YAML)).area(1).getEnvelopeInternal().getMaxX())
                .isCloseTo(4 / 111_319.49, within(1e-8));
    }

    @Test
    void aShapeThatLiesCostsItsRecord() throws IOException {
        byte[] bytes = put("none");
        replace(bytes, new byte[] {1, 3, 0, 0, 0, 2, 0, 0, 0}, 8, 0x7F);
        LoadedLayer loaded = load(folder, YAML);
        assertThat(features(loaded).size()).isEqualTo(2);
        assertThat(loaded.issues().toString()).contains("the geometry is cut off, or its counts are wrong");
    }

    /** Three values need two bits each, so there is a fourth number that leads nowhere. */
    @Test
    void aValueThatTheDictionaryDoesNotHave() throws IOException {
        byte[] bytes = put("dictionary");
        replace(bytes, new byte[] {2, 3, 0x24, 0}, 2, 0xFF);
        assertThat(refused(folder, YAML)).hasMessageContaining("is cut off or damaged within record 1");
    }

    /** Writes the file with one byte changed of the first place that looks so. */
    private void replace(byte[] bytes, byte[] looks, int at, int with) throws IOException {
        int i = 0;
        while (!Arrays.equals(bytes, i, i + looks.length, looks, 0, looks.length)) {
            i++;
        }
        bytes[i + at] = (byte) with;
        Files.write(folder.resolve(FILE), bytes);
    }

    /** A page that says it unpacks to 2 GiB costs one message, and no memory. */
    @Test
    void aPageThatClaimsGigabytes() throws IOException {
        byte[] bytes = put("table");
        ColumnMetaData chunk = footer(bytes).row_groups.get(0).columns.get(1).meta_data;
        int at = (int) (chunk.dictionary_page_offset > 0 ? chunk.dictionary_page_offset : chunk.data_page_offset);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, at, (int) chunk.total_compressed_size);
        PageHeader header = Util.readPageHeader(in);
        byte[] rest = in.readAllBytes();
        header.uncompressed_page_size = Integer.MAX_VALUE;
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        Util.writePageHeader(header, page);
        page.write(rest);
        // The column lies behind all others now.
        int end = bytes.length - 8 - footerLength(bytes);
        byte[] longer =
                concat(Arrays.copyOf(bytes, end), page.toByteArray(), Arrays.copyOfRange(bytes, end, bytes.length));
        Files.write(folder.resolve(FILE), withFooter(longer, footer -> {
            ColumnMetaData moved = footer.row_groups.get(0).columns.get(1).meta_data;
            moved.total_compressed_size = page.size();
            moved.dictionary_page_offset = end;
            moved.data_page_offset = end + 1;
        }));
        HeadroomException refused = refused(folder, YAML + "geometry: {point: {longitude: -97, latitude: 35}}\n");
        assertThat(refused).hasMessageContaining("has pages that unpack to 2048 MiB, more than the 3");
        assertThat(refused.advice()).contains("HEADROOM_OPTS=-Xmx");
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        byte[] whole = put("snappy");
        for (int length = 1; length < whole.length; length += 97) {
            Files.write(folder.resolve(FILE), Arrays.copyOf(whole, length));
            assertThat(refused(folder, YAML)).as("%s", length).hasMessageContaining(FILE);
        }
    }

    @Test
    void aRowTooFewIsNoticed() throws IOException {
        byte[] bytes = put("snappy");
        Files.write(folder.resolve(FILE), withFooter(bytes, footer -> footer.row_groups.remove(1)));
        assertThat(refused(folder, YAML)).hasMessageContaining("it has 3 rows, but says that it has 4");
    }

    private static int footerLength(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    }

    private static FileMetaData footer(byte[] bytes) throws IOException {
        int length = footerLength(bytes);
        return Util.readFileMetaData(new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
    }

    private static byte[] withFooter(byte[] bytes, Consumer<FileMetaData> change) throws IOException {
        FileMetaData footer = footer(bytes);
        change.accept(footer);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, written);
        byte[] tail = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(written.size())
                .put(new byte[] {'P', 'A', 'R', '1'})
                .array();
        return concat(Arrays.copyOf(bytes, bytes.length - 8 - footerLength(bytes)), written.toByteArray(), tail);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
