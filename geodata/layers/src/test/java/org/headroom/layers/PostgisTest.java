package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.DatabaseLayers.run;
import static org.headroom.layers.DatabaseLayers.yaml;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.nio.file.Path;
import java.sql.SQLException;
import org.headroom.model.DataIssue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a server with PostGIS. */
final class PostgisTest {
    private static final Path NOWHERE = Path.of("/nonexistent");

    @TempDir
    static Path folder;

    private static PostgisServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PostgisServer.start(folder);
        // As administrators put it, so that its functions are not found without their schema.
        run(server.url(), "CREATE SCHEMA gis", "CREATE EXTENSION postgis SCHEMA gis");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static LoadedLayer table(String table) {
        return load(NOWHERE, yaml(server.url(), table, "fields: {name: n}\n"));
    }

    @Test
    void shapesInTheSystemOfTheirColumn() throws SQLException {
        run(
                server.url(),
                "CREATE TABLE lots (id int PRIMARY KEY, n text, geom gis.geometry(Geometry, 26914))",
                "INSERT INTO lots SELECT 1, 'area', gis.ST_Transform('SRID=4326;POLYGON((-100 40,-99 40,-99 41,-100 41,-100 40),"
                        + "(-99.6 40.4,-99.4 40.4,-99.4 40.6,-99.6 40.6,-99.6 40.4))'::gis.geometry, 26914)",
                "INSERT INTO lots SELECT 2, 'point', gis.ST_Transform('SRID=4326;POINT(-98.5 39.25)'::gis.geometry, 26914)",
                "INSERT INTO lots VALUES (3, 'empty', 'SRID=26914;POINT EMPTY'), (4, 'none', NULL)",
                "INSERT INTO lots VALUES (5, 'faces', 'SRID=26914;TIN(((0 0,0 1,1 0,0 0)))')");
        LoadedLayer loaded = table("public.lots");
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.texts("name")).containsExactly("area", "point");
        assertThat(layer.area(0).getArea()).isCloseTo(1 - 0.04, within(1e-3));
        assertThat(layer.longitude(1)).isCloseTo(-98.5, within(1e-6));
        assertThat(layer.latitude(1)).isCloseTo(39.25, within(1e-6));
        assertThat(loaded.issues()).extracting(DataIssue::record).containsExactly(3L, 4L, 5L);
        assertThat(loaded.issues().get(2).reason()).contains("surface of triangles or faces");
    }

    @Test
    void aGeographyAndAViewThatDeclaresNoSystem() throws SQLException {
        run(
                server.url(),
                "CREATE TABLE places (n text, at gis.geography(Point))",
                "INSERT INTO places VALUES ('a', 'POINT(-98.5 39.25)')",
                "CREATE VIEW moved AS SELECT n, gis.ST_Transform(at::gis.geometry, 3857) AS at FROM places",
                "CREATE TABLE nothing (n text, geom gis.geometry)",
                "INSERT INTO nothing VALUES ('a', 'POINT(1 2)')");
        for (String table : new String[] {"places", "moved"}) {
            assertThat(features(table(table)).longitude(0)).as(table).isCloseTo(-98.5, within(1e-9));
        }
        assertThat(refused(NOWHERE, yaml(server.url(), "nothing", "fields: {name: n}\n"))
                        .getMessage())
                .contains("does not say its coordinate reference system");
    }

    @Test
    void aSystemOfTheDatabasesOwn() throws SQLException {
        run(
                server.url(),
                "INSERT INTO gis.spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text) SELECT 990001, 'own', 1, srtext, proj4text FROM"
                        + " gis.spatial_ref_sys WHERE srid = 5070",
                "CREATE TABLE albers (n text, geom gis.geometry(Point, 990001))",
                "INSERT INTO albers SELECT 'a', gis.ST_Transform('SRID=4326;POINT(-98.5 39.25)'::gis.geometry, 990001)");
        LoadedLayer loaded = table("albers");
        assertThat(features(loaded).longitude(0)).isCloseTo(-98.5, within(1e-5));
    }

    @Test
    void aDomainIsReadAsWhatItIsMadeOf() throws SQLException {
        run(
                server.url(),
                "CREATE DOMAIN place AS gis.geometry(Point, 26914)",
                "CREATE DOMAIN checked_place AS place CHECK (value IS NOT NULL)",
                "CREATE DOMAIN code AS numeric",
                "CREATE TABLE domains (n code, geom checked_place)",
                "INSERT INTO domains SELECT 7.0, gis.ST_Transform('SRID=4326;POINT(-98.5 39.25)'::gis.geometry, 26914)");
        DefaultFeatureLayer layer = features(table("domains"));
        assertThat(layer.texts("name")).containsExactly("7");
        assertThat(layer.longitude(0)).isCloseTo(-98.5, within(1e-6));
    }

    @Test
    void shapesOfSeveralSystemsInOneColumn() throws SQLException {
        run(
                server.url(),
                "CREATE TABLE mixed (id int PRIMARY KEY, n text, geom gis.geometry)",
                "INSERT INTO mixed VALUES (1, 'first', 'SRID=4326;POINT Z(1 2 3)'), (2, 'other', 'SRID=3857;POINT(1 2)')");
        LoadedLayer loaded = table("mixed");
        assertThat(features(loaded).texts("name")).containsExactly("first");
        assertThat(features(loaded).latitude(0)).isEqualTo(2);
        assertThat(loaded.issues()).singleElement().satisfies(issue -> assertThat(issue.reason())
                .contains("in reference system 3857"));
    }
}
