package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.headroom.model.DataIssue.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** GeoJSON and GeoPackage geometry, reference systems and repairs. */
final class GeometryTest {
    @TempDir
    Path folder;

    private static final String YAML = head("grid-capacity", "a.geojson", "geojson") + "fields: {name: n}\n";

    private void geojson(String crs, String... geometries) throws IOException {
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",");
        if (!crs.isEmpty()) {
            out.append("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"")
                    .append(crs)
                    .append("\"}},");
        }
        out.append("\"features\":[");
        for (int i = 0; i < geometries.length; i++) {
            out.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"n\":\"r")
                    .append(i)
                    .append("\"},\"geometry\":")
                    .append(geometries[i])
                    .append("}");
        }
        Files.writeString(folder.resolve("a.geojson"), out.append("]}"));
    }

    private static String point(double x, double y) {
        return "{\"type\":\"Point\",\"coordinates\":[" + x + "," + y + "]}";
    }

    /** Denver, 105 W 40 N; expected x and y from gdaltransform (PROJ 9). The longitude or x always comes first. */
    @ParameterizedTest
    @CsvSource({
        "'', -105, 40",
        "EPSG:4326, -105, 40",
        "urn:ogc:def:crs:EPSG::4326, -105, 40",
        "urn:ogc:def:crs:OGC:1.3:CRS84, -105, 40",
        "EPSG:4269, -105, 40",
        "EPSG:3857, -11688546.533293, 4865942.279503",
        "EPSG:5070, -760465.745425, 1923013.979751"
    })
    void axisOrder(String crs, double x, double y) throws IOException {
        geojson(crs, point(x, y));
        DefaultFeatureLayer layer = features(load(folder, YAML));
        assertThat(layer.longitude(0)).isCloseTo(-105, within(5e-5));
        assertThat(layer.latitude(0)).isCloseTo(40, within(5e-5));
    }

    @Test
    void theDescriptorsReferenceSystemWins() throws IOException {
        geojson("EPSG:4326", point(-11688546.533293, 4865942.279503));
        assertThat(refused(folder, YAML).getMessage())
                .contains("1 of 1 records are bad")
                .contains("not within -180 to 180");
        assertThat(features(load(folder, YAML + "crs: EPSG:3857\n")).longitude(0))
                .isCloseTo(-105, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"EPSG:999999", "EPSG:four", "Lambert", "'PROJCS[oops'"})
    void anUnknownReferenceSystemIsNamed(String crs) throws IOException {
        geojson("", point(1, 1));
        assertThat(refused(folder, YAML + "crs: '" + crs + "'\n").getMessage())
                .contains("unknown coordinate reference system \"" + crs);
    }

    private static final String BOW_TIE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}";

    @Test
    void invalidPolygonsAreRepairedOrSkipped() throws IOException {
        geojson("", BOW_TIE, point(1, 1));
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(Effect.REPAIRED);
            assertThat(i.reason()).contains("Self-intersection");
            assertThat(i.longitude()).isBetween(0.0, 2.0);
        });
        assertThat(features(loaded).areas(r -> true).first(1.9, 1)).isZero();
        LoadedLayer skipped = load(folder, YAML + "geometry: {invalid: skip}\nbadRecords: {limitFraction: 0.5}\n");
        assertThat(skipped.counts()).isEqualTo(new LayerCounts(2, 1, 1, 0));
    }

    /** A territory of 10 by 10 with an enclave that the source draws as a part of its own, and an island outside. */
    private static final String ENCLAVE = "{\"type\":\"MultiPolygon\",\"coordinates\":["
            + "[[[0,0],[10,0],[10,10],[0,10],[0,0]]],[[[4,4],[6,4],[6,6],[4,6],[4,4]]],[[[20,0],[21,0],[21,1],[20,1],[20,0]]]]}";

    @Test
    void aPartInsideAnotherPartIsAHoleInIt() throws IOException {
        geojson("", ENCLAVE);
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.issues()).singleElement().satisfies(i -> assertThat(i.effect())
                .isEqualTo(Effect.REPAIRED));
        assertThat(features(loaded).areas(r -> true).first(2, 2)).isZero();
        assertThat(features(loaded).areas(r -> true).first(20.5, 0.5)).isZero();
        assertThat(features(loaded).areas(r -> true).first(5, 5)).isEqualTo(-1);
    }

    @Test
    void missingAndBrokenGeometry() throws IOException {
        geojson(
                "",
                "null",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygn\",\"coordinates\":[[[0,0]]]}",
                point(1, 1));
        LoadedLayer loaded = load(folder, YAML + "badRecords: {limitFraction: 0.8}\n");
        assertThat(loaded.counts()).isEqualTo(new LayerCounts(4, 1, 3, 0));
        assertThat(loaded.issues())
                .extracting(i -> i.reason())
                .containsExactly(
                        "the record has no geometry",
                        "the record has no geometry",
                        "the geometry is not valid GeoJSON: \"Polygn\" is no type of geometry");
    }

    @Test
    void linesAreAPointOnThem() throws IOException {
        geojson("", "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1],[2,0]]}");
        DefaultFeatureLayer layer = features(load(folder, YAML));
        assertThat(layer.isArea(0)).isFalse();
        assertThat(layer.longitude(0)).isEqualTo(1);
    }

    @Test
    void aFeatureAloneAndJsonThatIsNeither() throws IOException {
        Files.writeString(
                folder.resolve("a.geojson"),
                "{\"geometry\":" + point(3, 4) + ",\"properties\":{\"n\":\"x\"},\"type\":\"Feature\"}");
        assertThat(features(load(folder, YAML)).latitude(0)).isEqualTo(4);
        Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"Topology\"}");
        assertThat(refused(folder, YAML).getMessage()).contains("is not a GeoJSON FeatureCollection or Feature");
        Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{");
        assertThat(refused(folder, YAML).getMessage()).contains("is not valid JSON at line 1");
    }

    @Test
    void geoPackageInAProjectedSystem() throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.gpkg"));
                Statement sql = db.createStatement()) {
            sql.executeUpdate(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)");
            sql.executeUpdate("INSERT INTO gpkg_spatial_ref_sys VALUES (7, 'epsg', 3857, '')");
            sql.executeUpdate("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            sql.executeUpdate("INSERT INTO gpkg_contents VALUES ('sub stations', 'features'), ('other', 'features')");
            sql.executeUpdate("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            sql.executeUpdate("INSERT INTO gpkg_geometry_columns VALUES ('sub stations', 'geom', 7)");
            sql.executeUpdate("CREATE TABLE \"sub stations\" (fid INTEGER PRIMARY KEY, geom BLOB, n TEXT, kv REAL)");
            try (PreparedStatement insert = db.prepareStatement("INSERT INTO \"sub stations\" VALUES (?, ?, ?, ?)")) {
                byte[] wkb = new WKBWriter()
                        .write(new GeometryFactory().createPoint(new Coordinate(-11688546.533293, 4865942.279503)));
                ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length)
                        .put(new byte[] {'G', 'P', 0, 1})
                        .putInt(7)
                        .put(wkb);
                Object[][] rows = {
                    {2, null, "second", 0.5}, {1, blob.array(), "first", 230}, {3, new byte[] {1, 2}, "third", null}
                };
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.executeUpdate();
                }
            }
        }
        String yaml = """
                layer: g
                kind: grid-capacity
                source: {file: a.gpkg, format: geopackage, table: sub stations, publisher: T, evidence: REPORTED}
                geometry: {required: false}
                id: fid
                fields: {name: n, nominalVoltageKv: {column: kv, unit: kV}}
                badRecords: {limitFraction: 0.5}
                """;
        LoadedLayer loaded = load(folder, yaml);
        assertThat(features(loaded).texts("name")).containsExactly("first", "second");
        assertThat(features(loaded).longitude(0)).isCloseTo(-105, within(1e-6));
        assertThat(features(loaded).latitude(0)).isCloseTo(40, within(1e-6));
        assertThat(features(loaded).recordId(1)).isEqualTo("2");
        assertThat(loaded.issues()).extracting(i -> i.effect()).containsExactly(Effect.NOT_LOCATED, Effect.SKIPPED);
        assertThat(refused(folder, yaml.replace("sub stations", "substations")).getMessage())
                .contains("has no table \"substations\"; did you mean \"sub stations\"?");
        assertThat(refused(folder, yaml.replace("table: sub stations, ", "")).getMessage())
                .contains("has 2 feature tables");
    }
}
