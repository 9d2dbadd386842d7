package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.h2gis.functions.io.dbf.internal.DbaseFileHeader;
import org.h2gis.functions.io.shp.internal.SHPDriver;
import org.h2gis.functions.io.shp.internal.ShapeType;
import org.headroom.model.DataIssue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.WKTReader;

/** Shapefiles written by H2GIS, with text columns in the asked encoding; dates by hand, which H2GIS cannot write. */
final class ShapefileTest {
    private static final String PRJ =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @TempDir
    Path folder;

    private void write(String charset, ShapeType type, List<String> names, List<String> shapes) throws Exception {
        DbaseFileHeader header = new DbaseFileHeader();
        header.setEncoding(charset);
        header.addColumn("NAME", 'C', 40, 0);
        header.addColumn("MW", 'F', 20, 6);
        header.setNumRecords(names.size());
        SHPDriver driver = new SHPDriver();
        driver.setGeometryFieldIndex(0);
        driver.initDriver(folder.resolve("a.shp").toFile(), type, header);
        for (int i = 0; i < names.size(); i++) {
            driver.insertRow(new Object[] {new WKTReader().read(shapes.get(i)), names.get(i), i + 0.5});
        }
        driver.close();
        Files.writeString(folder.resolve("a.prj"), PRJ);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "UTF-8, 65001", "windows-1252, ANSI 1252", "ISO-8859-1, 88591"})
    void theCpgDecidesTheEncoding(String charset, String cpg) throws Exception {
        write(charset, ShapeType.POINT, List.of("Qu\u00e9bec"), List.of("POINT(-71.2 46.8)"));
        Files.writeString(folder.resolve("a.cpg"), cpg);
        DefaultFeatureLayer layer =
                features(load(folder, head("grid-capacity", "a.shp", "shapefile") + "fields: {name: NAME}\n"));
        assertThat(layer.texts("name")).containsExactly("Qu\u00e9bec");
        assertThat(layer.longitude(0)).isEqualTo(-71.2);
        assertThat(layer.latitude(0)).isEqualTo(46.8);
    }

    @Test
    void theDescriptorOverridesTheCpg() throws Exception {
        write(
                "UTF-8",
                ShapeType.POINT,
                List.of("\u5317\u4eac", "Qu\u00e9bec"),
                List.of("POINT(116.4 39.9)", "POINT(-71.2 46.8)"));
        Files.writeString(folder.resolve("a.cpg"), "1252");
        String yaml = """
                layer: t
                kind: grid-capacity
                source: {file: a.shp, format: shapefile, encoding: UTF-8, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
                fields: {name: NAME, transferCapacityMw: MW}
                """;
        DefaultFeatureLayer layer = features(load(folder, yaml));
        assertThat(layer.texts("name")).containsExactly("\u5317\u4eac", "Qu\u00e9bec");
        assertThat(layer.numbers("transferCapacityMw")).containsExactly(0.5, 1.5);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ISO-8859-1, Qu\u00e9bec, true",
        "UTF-8, 1252, Qu\u00e9bec, true",
        "UTF-8, 1251, Qu\u00e9bec, true",
        "UTF-8, 1252, Quebec, false",
        "windows-1252, 1252, Qu\u00e9bec, false"
    })
    void textsThatAreUtf8AndSaidToBeSomethingElseAreTold(String charset, String cpg, String name, boolean isTold)
            throws Exception {
        write(charset, ShapeType.POINT, List.of(name), List.of("POINT(-71.2 46.8)"));
        Files.writeString(folder.resolve("a.cpg"), cpg);
        LoadedLayer loaded = load(folder, head("grid-capacity", "a.shp", "shapefile") + "fields: {name: NAME}\n");
        assertThat(loaded.issues()).hasSize(isTold ? 1 : 0);
        assertThat(loaded.issues()).allSatisfy(i -> assertThat(i.reason())
                .contains("are UTF-8, but were read as", "for \"Qu\u00e9bec\"", "give source.encoding: UTF-8"));
    }

    @Test
    void textThatIsNotInTheEncodingIsListed() throws Exception {
        write("windows-1252", ShapeType.POINT, List.of("Qu\u00e9bec"), List.of("POINT(-71.2 46.8)"));
        Files.writeString(folder.resolve("a.cpg"), "UTF-8");
        LoadedLayer loaded = load(folder, head("grid-capacity", "a.shp", "shapefile") + "fields: {name: NAME}\n");
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(DataIssue.Effect.FIELD_UNKNOWN);
            assertThat(i.reason()).contains("encoding");
        });
    }

    @Test
    void polygonsKeepTheirHoles() throws Exception {
        write(
                "UTF-8",
                ShapeType.POLYGON,
                List.of("a"),
                List.of("MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3)))"));
        DefaultFeatureLayer layer =
                features(load(folder, head("grid-capacity", "a.shp", "shapefile") + "fields: {name: NAME}\n"));
        assertThat(layer.isArea(0)).isTrue();
        assertThat(layer.areas(r -> true).first(4, 4)).isEqualTo(-1);
        assertThat(layer.areas(r -> true).first(1, 4)).isZero();
        assertThat(layer.areas(r -> false).first(1, 4)).isEqualTo(-1);
        assertThat(layer.areas(r -> true).first(layer.longitude(0), layer.latitude(0)))
                .isZero();
    }

    @Test
    void withoutPrjTheDescriptorMustNameTheReferenceSystem() throws Exception {
        write("UTF-8", ShapeType.POINT, List.of("a"), List.of("POINT(1 2)"));
        Files.delete(folder.resolve("a.prj"));
        String yaml = head("grid-capacity", "a.shp", "shapefile");
        assertThat(refused(folder, yaml).getMessage())
                .contains("layer test (a.shp)")
                .contains("does not say its coordinate reference system");
        assertThat(load(folder, yaml + "crs: EPSG:4326\n").counts().used()).isEqualTo(1);
    }

    @Test
    void aFileCutShortIsRefused() throws Exception {
        write("UTF-8", ShapeType.POINT, List.of("a", "b"), List.of("POINT(1 2)", "POINT(3 4)"));
        byte[] whole = Files.readAllBytes(folder.resolve("a.shp"));
        Files.write(folder.resolve("a.shp"), Arrays.copyOf(whole, whole.length - 10));
        assertThat(refused(folder, head("grid-capacity", "a.shp", "shapefile")).getMessage())
                .contains("is cut off");
    }

    @Test
    void shapesLargerThanTheBufferAndAfterThem() throws Exception {
        StringBuilder ring = new StringBuilder("POLYGON((0 0");
        for (int i = 0; i < 30_000; i++) {
            ring.append(",").append(1 + i % 2 / 1e6).append(' ').append(i / 1e4);
        }
        ring.append(",0 3,0 0))");
        String square = "POLYGON((5 5,6 5,6 6,5 6,5 5))";
        write("UTF-8", ShapeType.POLYGON, List.of("a", "b", "c"), List.of(square, ring.toString(), square));
        DefaultFeatureLayer layer =
                features(load(folder, head("grid-capacity", "a.shp", "shapefile") + "fields: {name: NAME}\n"));
        assertThat(layer.size()).isEqualTo(3);
        assertThat(String.valueOf(layer.area(0))).isEqualTo(String.valueOf(layer.area(2)));
        assertThat(layer.areas(r -> r == 1).first(0.5, 1.5)).isEqualTo(1);
        assertThat(layer.texts("name")).containsExactly("a", "b", "c");
    }

    @Test
    void aShapeTooShortForItsTypeCostsItsRecordOnly() throws Exception {
        write("UTF-8", ShapeType.POINT, List.of("a", "b"), List.of("POINT(1 2)", "POINT(3 4)"));
        ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("a.shp")));
        // The first shape keeps its type and loses its coordinates.
        ByteBuffer cut = ByteBuffer.allocate(100 + 12 + 28);
        cut.put(0, whole, 0, 112).putInt(24, cut.capacity() / 2).putInt(104, 2).put(112, whole, 128, 28);
        Files.write(folder.resolve("a.shp"), cut.array());
        LoadedLayer loaded = load(
                folder,
                head("grid-capacity", "a.shp", "shapefile")
                        + "fields: {name: NAME}\nbadRecords: {limitFraction: 0.5}\n");
        assertThat(features(loaded).texts("name")).containsExactly("b");
        assertThat(features(loaded).longitude(0)).isEqualTo(3);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.record()).isEqualTo(1);
            assertThat(i.reason()).isEqualTo("the shape is damaged");
        });
    }

    @Test
    void datesLogicalsAndDeletedRowsOfADbf() throws Exception {
        write("UTF-8", ShapeType.POINT, List.of("a", "b", "c"), List.of("POINT(1 2)", "POINT(3 4)", "POINT(5 6)"));
        Files.write(folder.resolve("a.dbf"), dbf(" 20240229T", " 20230230?", "*20200101F"));
        LoadedLayer loaded = load(
                folder,
                head("grid-capacity", "a.shp", "shapefile")
                        + "fields: {headroomAsOf: DAY, name: OK}\nbadRecords: {limitFraction: 0.5}\n");
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.dates("headroomAsOf"))
                .containsExactly((int) LocalDate.of(2024, 2, 29).toEpochDay(), DefaultFeatureLayer.NO_DATE);
        assertThat(layer.texts("name")).containsExactly("true", null);
        assertThat(loaded.issues().stream().map(DataIssue::value)).containsExactly("20230230", "");
        assertThat(loaded.issues().get(1).reason()).contains("deleted");
    }

    private static byte[] dbf(String... rows) {
        ByteBuffer out = ByteBuffer.allocate(32 + 64 + 1 + 10 * rows.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, (byte) 3).putInt(4, rows.length).putShort(8, (short) 97).putShort(10, (short) 10);
        out.position(32)
                .put("DAY\0\0\0\0\0\0\0\0D".getBytes(StandardCharsets.US_ASCII))
                .put(48, (byte) 8);
        out.position(64)
                .put("OK\0\0\0\0\0\0\0\0\0L".getBytes(StandardCharsets.US_ASCII))
                .put(80, (byte) 1);
        out.position(96).put((byte) 0x0D);
        for (String row : rows) {
            out.put(row.getBytes(StandardCharsets.US_ASCII));
        }
        return out.array();
    }
}
