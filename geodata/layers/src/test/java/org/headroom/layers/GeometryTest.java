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
import java.util.List;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.headroom.model.LayerKind;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.GeometryRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void aPositionWhereThereIsNoLandIsNotedInEveryShape() throws IOException {
        geojson(
                "",
                point(0, 0),
                point(1e-9, -1e-9),
                "{\"type\":\"LineString\",\"coordinates\":[[0,0],[-99,35]]}",
                "{\"type\":\"MultiPoint\",\"coordinates\":[[-99,35],[0,0]]}",
                point(0, 35),
                "{\"type\":\"Polygon\",\"coordinates\":[[[-1,-1],[1,-1],[1,1],[-1,1],[-1,-1]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-99,35],[0,0],[-99,36],[-99,35]]]}");
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.counts().used()).isEqualTo(7);
        assertThat(loaded.issues()).extracting(DataIssue::record).containsExactly(1L, 2L, 3L, 4L, 7L);
        assertThat(loaded.issues()).allSatisfy(issue -> assertThat(issue.reason())
                .contains("0, 0, where sources put what they know no place of"));
        // In another datum 0, 0 is a place some 100 m off.
        geojson("EPSG:4277", point(0, 0), point(500, 0));
        assertThat(load(folder, YAML + "badRecords: {limitFraction: 1}\n").issues())
                .extracting(DataIssue::reason)
                .anyMatch(reason -> reason.startsWith("the place is 0, 0,"));
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

    private static final String BOW_TIE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,1],[2,3],[2,1],[0,3],[0,1]]]}";

    @Test
    void invalidPolygonsAreRepairedOrSkipped() throws IOException {
        geojson("", BOW_TIE, point(1, 1));
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(Effect.REPAIRED);
            assertThat(i.reason()).contains("Self-intersection");
            assertThat(i.longitude()).isBetween(0.0, 2.0);
        });
        assertThat(features(loaded).areas(r -> true).first(1.9, 2)).isZero();
        LoadedLayer skipped = load(folder, YAML + "geometry: {invalid: skip}\nbadRecords: {limitFraction: 0.5}\n");
        assertThat(skipped.counts()).isEqualTo(new LayerCounts(2, 1, 1, 0));
    }

    /** A territory of 10 by 10 with an enclave that the source draws as a part of its own, and an island outside. */
    private static final String ENCLAVE = "{\"type\":\"MultiPolygon\",\"coordinates\":["
            + "[[[0,-1],[10,-1],[10,10],[0,10],[0,-1]]],[[[4,4],[6,4],[6,6],[4,6],[4,4]]],[[[20,0],[21,0],[21,1],[20,1],[20,0]]]]}";

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

    private static final String LINE = "{\"type\":\"LineString\",\"coordinates\":[[0.2,0.2],[1,1],[2,0]]}";
    private static final String CLOUD = "{\"type\":\"MultiPoint\",\"coordinates\":[[8,8],[9,9]]}";
    private static final String OUTLINE = "{\"type\":\"Polygon\",\"coordinates\":[[[5,5],[6,5],[6,6],[5,6],[5,5]]]}";

    private static double km(DefaultFeatureLayer layer, int record, double longitude, double latitude) {
        double[] km = new double[1];
        layer.shapes(r -> r == record).nearest(new double[] {longitude}, new double[] {latitude}, 1, new int[1], km);
        return km[0];
    }

    @Test
    void linesCloudsAndOutlinesAreKeptWhole() throws IOException {
        geojson("", LINE, CLOUD, OUTLINE, point(3, 3));
        Path snapshot = Files.createDirectory(folder.resolve("s"));
        new LayerLoader(folder)
                .snapshot(Layers.descriptor(YAML), id -> null, snapshot, String.valueOf(snapshot.getFileName()));
        for (LoadedLayer loaded :
                List.of(load(folder, YAML), LayerSnapshot.read(snapshot, LayerKind.GRID_CAPACITY, 0))) {
            DefaultFeatureLayer layer = features(loaded);
            assertThat(loaded.issues()).isEmpty();
            assertThat(layer.isArea(0)).isFalse();
            assertThat(layer.longitude(0)).isEqualTo(1);
            assertThat(km(layer, 0, 0.5, 0.5)).isCloseTo(0, within(0.002));
            assertThat(km(layer, 1, 9, 9)).isCloseTo(0, within(1e-6));
            assertThat(layer.isArea(2)).isTrue();
            assertThat(km(layer, 2, 5.2, 5.2)).isZero();
            assertThat(km(layer, 3, 3, 3)).isZero();
            assertThat(layer.role()).isEmpty();
        }
    }

    @Test
    void theRoleOfShapesIsSayable() throws IOException {
        geojson("", OUTLINE);
        DefaultFeatureLayer nodes = features(load(folder, YAML + "geometry: {role: node}\n"));
        assertThat(nodes.isArea(0)).isFalse();
        assertThat(km(nodes, 0, 5.2, 5.2)).isZero();
        DefaultFeatureLayer areas = features(load(folder, YAML + "geometry: {role: area}\n"));
        assertThat(areas.isArea(0)).isTrue();
        assertThat(areas.role()).contains(GeometryRole.AREA);
    }

    @Test
    void whatCannotBeALineIsRefused() throws IOException {
        geojson("", LINE);
        assertThat(refused(folder, YAML.replace("grid-capacity", "boundary").replace("name:", "code:"))
                        .getMessage())
                .contains("a record of kind boundary must be an area; this one is a line");
    }

    @Test
    void aCloudWhereOnePlaceIsMeantIsNoted() throws IOException {
        geojson("", CLOUD, "{\"type\":\"MultiPoint\",\"coordinates\":[[8,8]]}");
        LoadedLayer loaded =
                load(folder, YAML.replace("grid-capacity", "candidate").replace("name:", "siteId:"));
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(Effect.NOTED);
            assertThat(i.record()).isEqualTo(1);
            assertThat(i.reason()).contains("has 2 points");
        });
    }

    /** Across the 180th meridian the short way, and beyond it; with a hole; the box of the whole world crosses nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[179,50],[-179,50],[-179,52],[179,52],[179,50]]]",
                "[[[179,50],[181,50],[181,52],[179,52],[179,50]]]",
                "[[[-181,50],[-179,50],[-179,52],[-181,52],[-181,50]]]",
                "[[[-179,50],[-179,52],[179,52],[179,50],[-179,50]],[[179.9,51.9],[-179.9,51.9],[-179.9,51.8],[179.9,51.8],[179.9,51.9]]]"
            })
    void areasAcrossThe180thMeridianAreCutThere(String rings) throws IOException {
        geojson("", "{\"type\":\"Polygon\",\"coordinates\":" + rings + "}");
        LoadedLayer loaded = load(folder, YAML);
        AreaIndex areas = features(loaded).areas(r -> true);
        assertThat(areas.first(179.5, 51)).isZero();
        assertThat(areas.first(-179.5, 51)).isZero();
        assertThat(areas.first(0, 51)).isEqualTo(-1);
        assertThat(areas.first(180, 51.85)).isEqualTo(rings.contains("51.85") || rings.contains("51.8]") ? -1 : 0);
        assertThat(loaded.issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .contains("180th meridian"));
    }

    @Test
    void theWorldAndThePoles() throws IOException {
        geojson(
                "",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-120,70],[0,70],[120,70],[-120,70]]]}");
        LoadedLayer loaded = load(folder, YAML + "badRecords: {limitFraction: 0.5}\n");
        assertThat(features(loaded).areas(r -> true).first(0, 51)).isZero();
        assertThat(loaded.issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .contains("goes round a pole"));
    }

    @Test
    void oddPlacesAreTold() throws IOException {
        geojson("EPSG:3857", point(-99, 35), point(-98, 36));
        assertThat(load(folder, YAML).issues()).singleElement().satisfies(i -> {
            assertThat(i.record()).isZero();
            assertThat(i.reason()).contains("as degrees do");
        });
        geojson("", point(0, 0), point(-98, 36));
        assertThat(load(folder, YAML).issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .contains("the place is 0, 0"));
        geojson("", point(500000, 4000000));
        assertThat(refused(folder, YAML).getMessage()).contains("give the reference system as \"crs\"");
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
                        .put(new byte[] {'G', 'P', 0, 0})
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
                source: {file: a.gpkg, format: geopackage, table: sub stations, publisher: T, asOf: 2026-01-01, evidence: REPORTED}
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
