package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.DatabaseLayers.run;
import static org.headroom.layers.DatabaseLayers.yaml;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.headroom.model.DataIssue;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of a server without PostGIS: places in columns, or shapes as bytes. */
final class PostgresTableTest {
    private static final Path NOWHERE = Path.of("/nonexistent");
    private static final String PLACES = "geometry: {columns: {longitude: lon, latitude: lat}}\n";

    private static EmbeddedPostgres server;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void valuesOfEveryType() throws SQLException {
        run(
                url,
                "CREATE SCHEMA \"My Grid\"",
                "CREATE TABLE \"My Grid\".\"sub.stations\" (id int PRIMARY KEY, n varchar, kv numeric(6,1), mw float4, seen timestamptz,"
                        + " lon float8, lat float8, ok bool, raw bytea)",
                "INSERT INTO \"My Grid\".\"sub.stations\" VALUES (10, 'Québec', 345.5, 0.1, '2026-02-03 23:30:00-05', -98.5, 39.25, true, '\\x00'),"
                        + " (9, '  ', NULL, 'NaN', NULL, -98, 39, NULL, NULL)");
        LoadedLayer loaded = load(NOWHERE, yaml(url, "\"My Grid\".\"sub.stations\"", PLACES + """
                id: id
                fields: {name: n, nominalVoltageKv: {column: kv, unit: kV}, transferCapacityMw: mw, headroomAsOf: seen, operator: raw}
                """));
        DefaultFeatureLayer layer = features(loaded);
        assertThat(layer.recordId(0)).isEqualTo("9");
        assertThat(layer.texts("name")).containsExactly(null, "Québec");
        assertThat(layer.numbers("nominalVoltageKv")).containsExactly(Double.NaN, 345.5);
        assertThat(layer.numbers("transferCapacityMw")).containsExactly(Double.NaN, 0.1);
        assertThat(layer.dates("headroomAsOf")[1])
                .isEqualTo((int) LocalDate.of(2026, 2, 4).toEpochDay());
        assertThat(layer.longitude(1)).isEqualTo(-98.5);
        assertThat(loaded.issues()).extracting(DataIssue::field).containsExactlyInAnyOrder("mw", "raw");
    }

    /** As doubles the two would be the same site. */
    @Test
    void wholeNumbersKeepAllTheirDigits() throws SQLException {
        run(
                url,
                "CREATE TABLE lots (id numeric PRIMARY KEY, lon float8, lat float8)",
                "INSERT INTO lots VALUES (12345678901234567890, -98.5, 39.25), (12345678901234567891, -98, 39), (7.0, -97, 39)");
        DefaultFeatureLayer layer = features(load(NOWHERE, yaml(url, "lots", PLACES + "id: id\n")));
        assertThat(List.of(layer.recordId(0), layer.recordId(1), layer.recordId(2)))
                .containsExactly("7", "12345678901234567890", "12345678901234567891");
    }

    @Test
    void recordsThatTheServerKeepsBackAreTold() throws SQLException {
        run(
                url,
                "CREATE TABLE shown (n text PRIMARY KEY, lon int, lat int)",
                "INSERT INTO shown VALUES ('a', 1, 2), ('b', 3, 4)",
                "ALTER TABLE shown ENABLE ROW LEVEL SECURITY",
                "CREATE ROLE sees_some LOGIN",
                "GRANT SELECT ON shown TO sees_some",
                "CREATE POLICY few ON shown TO sees_some USING (n = 'a')");
        String yaml = PLACES + "fields: {name: n}\n";
        assertThat(load(NOWHERE, yaml(url, "shown", yaml)).issues()).isEmpty();
        LoadedLayer some = load(NOWHERE, yaml(url.replace("user=postgres", "user=sees_some"), "shown", yaml));
        assertThat(some.counts().read()).isEqualTo(1);
        assertThat(some.issues())
                .extracting(DataIssue::reason)
                .singleElement()
                .asString()
                .contains("row security");
    }

    // Points of EWKB: order, type with the flag for a number, the number (3857, then 4326), x, y; 40 N, 105 W.
    @Test
    void shapesAsBytes() throws SQLException {
        String x = "00000000000059c0";
        run(
                url,
                "CREATE TABLE bytes (geom bytea, n text)",
                "INSERT INTO bytes VALUES ('\\x0101000020e6100000" + x + "0000000000004440', 'a'),"
                        + " ('\\x0101000020110f0000" + x
                        + "0000000000004440', 'b other'), ('\\x01010000', 'c cut'), (NULL, 'd none')");
        LoadedLayer loaded = load(NOWHERE, yaml(url, "bytes", "geometry: {required: false}\nfields: {name: n}\n"));
        assertThat(features(loaded).texts("name")).containsExactlyInAnyOrder("a", "d none");
        int a = features(loaded).isLocated(0) ? 0 : 1;
        assertThat(features(loaded).longitude(a)).isCloseTo(-100, within(1e-9));
        assertThat(loaded.issues())
                .extracting(DataIssue::reason)
                .contains(
                        "the shape is in reference system 3857, where the others are in 4326",
                        "the geometry is cut off, or its counts are wrong");
        String places = "geometry: {required: false}\nfields: {name: n}\n";
        String told =
                "the shapes are in EPSG:4326 as the table says, and were read by crs of the descriptor, EPSG:4269;"
                        + " leave crs out if the table is right";
        assertThat(load(NOWHERE, yaml(url, "bytes", places + "crs: EPSG:4269\n"))
                        .issues())
                .extracting(DataIssue::reason)
                .contains(told);
        assertThat(load(NOWHERE, yaml(url, "bytes", places + "crs: 4326\n")).issues())
                .extracting(DataIssue::reason)
                .doesNotContain(told);
    }

    @Test
    void theDigestIsThatOfTheRecordsAndWhatChangesInBetweenIsRefused() throws SQLException {
        run(
                url,
                "CREATE TABLE changing (n text, lon int, lat int)",
                "INSERT INTO changing VALUES ('a', 1, 2), ('b', 3, 4)");
        LayerDescriptor descriptor = Layers.descriptor(yaml(url, "public.changing", PLACES + "fields: {name: n}\n"));
        LayerLoader loader = new LayerLoader(NOWHERE);
        String before = loader.digest(descriptor);
        // The same records, in another order on the disk.
        run(
                url,
                "DELETE FROM changing WHERE n = 'a'",
                "INSERT INTO changing VALUES ('a', 1, 2)",
                "VACUUM FULL changing");
        assertThat(loader.digest(descriptor)).isEqualTo(before);
        assertThat(loader.load(descriptor, 0, id -> null).counts().used()).isEqualTo(2);
        run(url, "UPDATE changing SET lat = 5 WHERE n = 'a'");
        assertThatThrownBy(() -> loader.load(descriptor, 0, id -> null))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("the table public.changing was changed while this run read it");
        assertThat(loader.digest(descriptor)).isNotEqualTo(before);
        assertThat(loader.load(descriptor, 0, id -> null).counts().used()).isEqualTo(2);
    }

    /** The catalogue names what somebody is about to take away; the server says so when the reader's turn comes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE going",
                "ALTER TABLE going RENAME TO gone",
                "ALTER TABLE going DROP COLUMN n",
                "ALTER TABLE going RENAME COLUMN n TO m"
            })
    void aTableThatGoesWhileItIsReadIsSaidInOneSentence(String change) throws Exception {
        run(
                url,
                "DROP TABLE IF EXISTS going, gone",
                "CREATE TABLE going (n text, lon int, lat int)",
                "INSERT INTO going VALUES ('a', 1, 2)");
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (Connection other = DriverManager.getConnection(url);
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute(change);
            Future<HeadroomException> said =
                    reader.submit(() -> refused(NOWHERE, yaml(url, "public.going", PLACES + "fields: {name: n}\n")));
            while (!isAnyWaiting(sql)) {
                Thread.onSpinWait();
            }
            other.commit();
            assertThat(said.get().getMessage())
                    .contains(
                            ": cannot be read, as the table public.going was dropped, renamed or given other columns just then: ")
                    .endsWith("does not exist")
                    .doesNotContain("\n");
        } finally {
            reader.shutdown();
        }
    }

    private static boolean isAnyWaiting(Statement sql) throws SQLException {
        try (ResultSet waiting = sql.executeQuery("SELECT 1 FROM pg_catalog.pg_locks WHERE NOT granted")) {
            return waiting.next();
        }
    }

    @Test
    void aViewOfManyRecordsInTheOrderOfWhatTheyHold() throws SQLException {
        run(
                url,
                "CREATE VIEW many AS SELECT g AS n, g % 90 AS lat, g % 180 AS lon FROM generate_series(1, 5000) g ORDER BY g DESC");
        DefaultFeatureLayer layer = features(load(NOWHERE, yaml(url, "many", PLACES + "fields: {name: n}\n")));
        assertThat(layer.size()).isEqualTo(5000);
        assertThat(layer.texts("name")).startsWith("1", "10", "100", "1000", "1001");
    }

    @Test
    void whatCannotBeReadIsSaidInOneSentence() throws SQLException {
        run(
                url,
                "CREATE TABLE substations (n text)",
                "CREATE TABLE twice (geom bytea, wkb bytea)",
                "CREATE TABLE secret (n text)",
                "CREATE ROLE reader LOGIN");
        String rest = "geometry: {none: {}}\nfields: {name: n}\n";
        assertThat(refused(NOWHERE, yaml(url, "public.substation", rest)).getMessage())
                .contains("has no table \"public.substation\"; did you mean \"public.substations\"?");
        assertThat(refused(NOWHERE, yaml(url, "a.b.c", rest)).getMessage())
                .contains("cannot have a table called a.b.c");
        assertThat(refused(NOWHERE, yaml(url, "x\"; DROP TABLE substations; --", rest))
                        .getMessage())
                .contains("cannot have a table called");
        assertThat(refused(NOWHERE, yaml(url, "twice", rest)).getMessage()).contains("has 2 columns of shapes");
        assertThat(refused(NOWHERE, yaml(url.replace("=postgres", "=reader"), "secret", rest))
                        .getMessage())
                .contains("cannot be read: permission denied for table secret");
        assertThat(refused(NOWHERE, yaml(url.replace("/postgres", "/nothing"), "t", rest))
                        .getMessage())
                .contains("cannot be reached: database \"nothing\" does not exist");
        assertThat(refused(NOWHERE, yaml("jdbc:postgresql://127.0.0.1:1/a", "t", rest))
                        .getMessage())
                .contains("cannot be reached: Connection to 127.0.0.1:1 refused")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: postgis, url: 'jdbc:postgresql://h/d?password=hush', table: t | source.url: may hold no password",
                "format: postgis, url: 'jdbc:postgresql://h/d?socketFactory=a.B', table: t | sets \"socketFactory\", which it may not",
                "format: postgis, url: 'jdbc:postgresql://u:hush@h/d', table: t | is no address like",
                "url: 'jdbc:postgresql://h/d' | postgis needs url, the address of the database, and table",
                "format: postgis, file: a.csv | source.file: does not apply to postgis",
                "format: csv, file: a.csv, url: 'jdbc:postgresql://h/d' | source.url: does not apply to csv",
                "publisher: T | the key \"file\" is missing",
            })
    void addressesThatAreNone(String source, String words) {
        String yaml = "layer: a\nkind: grid-capacity\nsource: {" + source
                + (source.contains("publisher") ? "" : ", publisher: T")
                + ", asOf: unknown, evidence: REPORTED}\ngeometry: {none: {}}\nfields: {name: n}\n";
        assertThatThrownBy(() -> Layers.descriptor(yaml))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining(words)
                .message()
                .doesNotContain("hush");
    }

    @Test
    void nothingIsLeftOpen() throws SQLException {
        run(url, "CREATE TABLE few (n text, lon int, lat int)", "INSERT INTO few VALUES ('a', 1, 2)");
        IntStream.range(0, 3).forEach(i -> load(NOWHERE, yaml(url, "few", PLACES + "fields: {name: n}\n")));
        run(
                url,
                "DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = 'headroom' AND state LIKE '%transaction%')"
                        + " THEN RAISE 'still open'; END IF; END $$");
    }
}
