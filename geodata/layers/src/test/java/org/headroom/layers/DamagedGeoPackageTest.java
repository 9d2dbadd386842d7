package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.head;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.model.DataIssue;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GeoPackages with a log beside them, with views without an end, and with geometries that are not what they say. */
final class DamagedGeoPackageTest {
    private static final String YAML =
            head("grid-capacity", "a.gpkg", "geopackage") + "fields: {name: n}\nbadRecords: {limitFraction: 1}\n";
    private static final String POINT = "0101000000" + "00000000000059c0" + "0000000000004440";

    @TempDir
    Path folder;

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.gpkg"));
    }

    private static void run(Connection db, String... statements) throws SQLException {
        try (Statement sql = db.createStatement()) {
            for (String statement : statements) {
                sql.executeUpdate(statement);
            }
        }
    }

    private void run(String... statements) throws SQLException {
        try (Connection db = open()) {
            run(db, statements);
        }
    }

    @BeforeEach
    void write() throws SQLException {
        run(
                "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)",
                "INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, '')",
                "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)",
                "INSERT INTO gpkg_contents VALUES ('t', 'features')",
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)",
                "INSERT INTO gpkg_geometry_columns VALUES ('t', 'geom', 4326)",
                "CREATE TABLE t (fid INTEGER PRIMARY KEY, geom BLOB, n TEXT)",
                "INSERT INTO t VALUES (1, x'47500001e6100000" + POINT + "', 'first')");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        }
    }

    @Test
    void whatLiesInTheLogIsReadAndNothingIsWritten() throws Exception {
        LayerLoader loader = new LayerLoader(folder);
        LayerDescriptor descriptor = Layers.descriptor(YAML);
        String before = loader.digest(descriptor);
        try (Connection db = open()) {
            run(db, "PRAGMA journal_mode = WAL", "UPDATE t SET n = 'second'");
            List<String> files = files();
            assertThat(files).contains("a.gpkg-wal");
            byte[] log = Files.readAllBytes(folder.resolve("a.gpkg-wal"));
            LoadedLayer loaded = load(folder, YAML);
            assertThat(features(loaded).texts("name")).containsExactly("second");
            assertThat(loaded.issues()).singleElement().satisfies(i -> {
                assertThat(i.effect()).isEqualTo(DataIssue.Effect.NOTED);
                assertThat(i.reason()).contains("a.gpkg-wal");
            });
            assertThat(loader.digest(descriptor)).isNotEqualTo(before);
            assertThat(files()).isEqualTo(files);
            assertThat(Files.readAllBytes(folder.resolve("a.gpkg-wal"))).isEqualTo(log);
        }
    }

    @Test
    void shapesThatNameAnotherReferenceSystemThanTheirTableAreCounted() throws SQLException {
        run(
                "INSERT INTO t VALUES (2, x'47500001110f0000" + POINT + "', 'mercator')",
                "INSERT INTO t VALUES (3, x'4750000000000f11" + POINT + "', 'big-endian mercator')",
                "INSERT INTO t VALUES (4, x'47500001ffffffff" + POINT + "', 'undefined')");
        LoadedLayer loaded = load(folder, YAML);
        assertThat(loaded.counts().used()).isEqualTo(4);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(DataIssue.Effect.NOTED);
            assertThat(i.reason())
                    .isEqualTo(
                            "2 shapes name another reference system than the table, which has srs_id 4326 (first record 2"
                                    + " with srs_id 3857); all were read by that of the table, so look at where they lie");
        });
    }

    @Test
    void aChangeThatWasNotCommittedIsRolledBack() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("a.gpkg"));
        byte[] journal;
        byte[] during;
        try (Connection db = open()) {
            run(db, "PRAGMA journal_mode = PERSIST", "PRAGMA cache_size = 1", "PRAGMA cache_spill = 1");
            db.setAutoCommit(false);
            run(db, "UPDATE t SET n = 'half'");
            for (int i = 2; i < 3000; i++) {
                run(db, "INSERT INTO t VALUES (" + i + ", NULL, 'much text to fill the cache of SQLite')");
            }
            during = Files.readAllBytes(folder.resolve("a.gpkg"));
            journal = Files.readAllBytes(folder.resolve("a.gpkg-journal"));
            db.rollback();
        }
        assertThat(during).isNotEqualTo(before);
        Files.write(folder.resolve("a.gpkg"), during);
        Files.write(folder.resolve("a.gpkg-journal"), journal);
        LoadedLayer loaded = load(folder, YAML);
        assertThat(features(loaded).texts("name")).containsExactly("first");
        assertThat(loaded.issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .contains("a.gpkg-journal"));
        assertThat(Files.readAllBytes(folder.resolve("a.gpkg"))).isEqualTo(during);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS fid, NULL AS geom, 'a' AS n FROM c",
                "SELECT 1 AS fid, NULL AS geom, (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c) AS n",
            })
    void aViewWithoutAnEnd(String select) throws SQLException {
        run("ALTER TABLE t RENAME TO other", "CREATE VIEW t AS " + select);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(8), () -> assertThat(refused(folder, YAML).getMessage())
                        .contains("view")
                        .contains("does not give its next row within 2 s; it may have no end"));
    }

    @Test
    void aContentsTableWithoutAnEnd() throws SQLException {
        run(
                "DROP TABLE gpkg_contents",
                "CREATE VIEW gpkg_contents AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
                        + " SELECT 't' AS table_name, 'features' AS data_type FROM c WHERE x < 0");
        assertThat(refused(folder, YAML).getMessage()).contains("it may have no end");
    }

    @ParameterizedTest
    @CsvSource({"100, is cut off or damaged", "20, is no log of SQLite", "0, is no log of SQLite"})
    void aLogThatIsNotWholeIsNotSaidToBeRead(int cut, String note) throws Exception {
        byte[] log;
        try (Connection db = open()) {
            run(db, "PRAGMA journal_mode = WAL", "UPDATE t SET n = 'second'");
            log = Files.readAllBytes(folder.resolve("a.gpkg-wal"));
            Files.copy(folder.resolve("a.gpkg"), folder.resolve("b.gpkg"));
        }
        byte[] left = cut == 0
                ? "no log, but as long as one ............".getBytes(StandardCharsets.UTF_8)
                : Arrays.copyOf(log, cut == 100 ? log.length - cut : cut);
        Files.write(folder.resolve("b.gpkg-wal"), left);
        LoadedLayer loaded = load(folder, YAML.replace("a.gpkg", "b.gpkg"));
        assertThat(features(loaded).texts("name")).containsExactly("first");
        assertThat(loaded.issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .contains("b.gpkg-wal", note));
    }

    /** The log of three changes, each of which renames the record and adds one; the copy of the database has none of them. */
    private byte[] logOfThreeChanges(Path copy) throws Exception {
        try (Connection db = open()) {
            run(db, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0");
            db.setAutoCommit(false);
            for (int i = 2; i <= 4; i++) {
                run(
                        db,
                        "UPDATE t SET n = 'change " + i + "' WHERE fid = 1",
                        "INSERT INTO t VALUES (" + i + ", NULL, 'added')");
                db.commit();
            }
            Files.copy(folder.resolve("a.gpkg"), copy);
            return Files.readAllBytes(folder.resolve("a.gpkg-wal"));
        }
    }

    @Test
    void aLogOfSeveralChangesIsReadAsFarAsItIsWholeAndSaysHowFar() throws Exception {
        byte[] log = logOfThreeChanges(folder.resolve("b.gpkg"));
        String yaml = YAML.replace("a.gpkg", "b.gpkg") + "geometry: {none: {}}\n";
        Path beside = folder.resolve("b.gpkg-wal");
        Files.write(beside, log);
        LoadedLayer whole = load(folder, yaml);
        assertThat(features(whole).texts("name")).containsExactly("change 4", "added", "added", "added");
        assertThat(whole.issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .endsWith("close it there to have them in one file"));

        int frameBytes = 24 + ByteBuffer.wrap(log).getInt(8);
        byte[] damaged = log.clone();
        damaged[log.length - frameBytes + 24] ^= 1;
        Files.write(beside, damaged);
        LoadedLayer cut = load(folder, yaml);
        assertThat(features(cut).texts("name")).containsExactly("change 3", "added", "added");
        assertThat(cut.issues()).singleElement().satisfies(i -> assertThat(i.reason())
                .contains("b.gpkg-wal is damaged", "changes behind them are missing"));
    }

    @Test
    void aChangeInTheLogThatIsNotFinishedIsTold() throws Exception {
        try (Connection db = open()) {
            run(db, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", "PRAGMA cache_size = 1");
            run(db, "UPDATE t SET n = 'second'", "PRAGMA cache_spill = 1");
            db.setAutoCommit(false);
            for (int i = 2; i < 3000; i++) {
                run(db, "INSERT INTO t VALUES (" + i + ", NULL, 'much text to fill the cache of SQLite')");
            }
            LoadedLayer loaded = load(folder, YAML);
            db.rollback();
            assertThat(features(loaded).texts("name")).containsExactly("second");
            assertThat(loaded.issues()).singleElement().satisfies(i -> assertThat(i.reason())
                    .endsWith("a last change in it is not finished, and was not read"));
        }
    }

    @Test
    void theLogBesideTheFileThatALinkLeadsTo() throws Exception {
        Files.createDirectory(folder.resolve("real"));
        byte[] log = logOfThreeChanges(folder.resolve("real/b.gpkg"));
        Files.write(folder.resolve("real/b.gpkg-wal"), log);
        Files.createSymbolicLink(folder.resolve("c.gpkg"), Path.of("real/b.gpkg"));
        String yaml = YAML.replace("a.gpkg", "c.gpkg") + "geometry: {none: {}}\n";
        assertThat(features(load(folder, yaml)).texts("name")).containsExactly("change 4", "added", "added", "added");
        String before = new LayerLoader(folder).digest(Layers.descriptor(yaml));
        Files.write(folder.resolve("real/b.gpkg-wal"), Arrays.copyOf(log, log.length - 1));
        assertThat(new LayerLoader(folder).digest(Layers.descriptor(yaml))).isNotEqualTo(before);
    }

    @Test
    void bytesAreNoValueAndNamesOfTablesMayDifferInCase() throws SQLException {
        run(
                "UPDATE gpkg_contents SET table_name = 'T'",
                "INSERT INTO t VALUES (2, x'47500001e6100000" + POINT + "', x'0102')");
        LoadedLayer loaded = load(folder, YAML);
        assertThat(features(loaded).texts("name")).containsExactly("first", null);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.effect()).isEqualTo(DataIssue.Effect.FIELD_UNKNOWN);
            assertThat(i.record()).isEqualTo(2);
            assertThat(i.value()).contains("2 bytes that are no text");
        });
    }

    @Test
    void aViewThatEnds() throws SQLException {
        run("ALTER TABLE t RENAME TO other", "CREATE VIEW t AS SELECT fid, geom, upper(n) AS n FROM other");
        assertThat(features(load(folder, YAML)).texts("name")).containsExactly("FIRST");
    }

    @ParameterizedTest
    @CsvSource({
        "0101000000000000000000, cut off",
        "01020000000200000000000000000000000000000000000000, cut off",
        "010300000001000000FFFFFF7F00, cut off",
        "0103000000FFFFFFFF, cut off",
        "01060000000100000001030000000000000000, bytes that do not belong to it",
        "01030000000100000003000000"
                + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                + ", not closed",
        "0108000000030000000000, cut off",
        "010A000000FFFFFF7F, cut off",
        "010D00000000000000, curves; make them straight by ogr2ogr -nlt CONVERT_TO_LINEAR",
        "010F00000000000000, surface",
        "0163000000, unknown type 99",
        "0501000000, not valid well-known binary",
        "'', cut off",
    })
    void aDamagedShapeCostsItsRecord(String wkb, String reason) throws SQLException {
        try (Connection db = open();
                PreparedStatement insert = db.prepareStatement("INSERT INTO t VALUES (2, ?, 'bad')")) {
            insert.setBytes(1, blob(wkb));
            insert.executeUpdate();
        }
        LoadedLayer loaded = load(folder, YAML);
        assertThat(features(loaded).texts("name")).containsExactly("first");
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.record()).isEqualTo(2);
            assertThat(i.reason()).contains(reason);
        });
    }

    private static byte[] blob(String wkb) {
        byte[] bytes = HexFormat.of().parseHex(wkb);
        return ByteBuffer.allocate(8 + bytes.length)
                .put(new byte[] {'G', 'P', 0, 1, (byte) 0xE6, 0x10, 0, 0})
                .put(bytes)
                .array();
    }

    @Test
    void collectionsWithinCollections() throws SQLException {
        int depth = 200_000;
        ByteBuffer nested = ByteBuffer.allocate(9 * depth).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < depth; i++) {
            nested.put((byte) 1).putInt(7).putInt(1);
        }
        aDamagedShapeCostsItsRecord(HexFormat.of().formatHex(nested.array()), "nested more than 16 deep");
    }

    @Test
    void whatIsNoGeoPackage() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("a.gpkg"));
        Files.write(folder.resolve("a.gpkg"), Arrays.copyOf(whole, whole.length - 4096));
        assertThat(refused(folder, YAML).getMessage()).contains("is cut off: it says that it has");
        Files.write(folder.resolve("a.gpkg"), whole);
        run("DROP TABLE t");
        assertThat(refused(folder, YAML).getMessage())
                .contains("lists the table \"t\" in gpkg_contents, but does not have it");
        run("DROP TABLE gpkg_contents");
        assertThat(refused(folder, YAML).getMessage()).contains("is an SQLite database, but no GeoPackage");
        byte[] garbled = whole.clone();
        Arrays.fill(garbled, 200, garbled.length, (byte) 0x5A);
        Files.write(folder.resolve("a.gpkg"), garbled);
        assertThat(refused(folder, YAML).getMessage())
                .doesNotContain("Exception", "SQLITE_")
                .contains("is not a readable GeoPackage");
    }

    /** A circle of radius 1 round 0, 0 as a polygon of arcs, as part of a surface, and with heights; written by hand. */
    @ParameterizedTest
    @ValueSource(ints = {10, 12, 1010})
    void arcsBecomeChords(int type) throws SQLException {
        boolean heights = type > 1000;
        ByteBuffer wkb = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        if (type == 12) {
            wkb.put((byte) 1).putInt(12).putInt(1);
        }
        wkb.put((byte) 1)
                .putInt(heights ? 1010 : 10)
                .putInt(1)
                .put((byte) 1)
                .putInt(heights ? 1008 : 8)
                .putInt(5);
        for (double[] at : new double[][] {{-1, 0}, {0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
            wkb.putDouble(at[0]).putDouble(at[1]);
            if (heights) {
                wkb.putDouble(300);
            }
        }
        try (Connection db = open();
                PreparedStatement insert = db.prepareStatement("INSERT INTO t VALUES (2, ?, 'circle')")) {
            insert.setBytes(1, blob(HexFormat.of().formatHex(wkb.array(), 0, wkb.position())));
            insert.executeUpdate();
        }
        LoadedLayer loaded = load(folder, YAML);
        if (heights) {
            assertThat(loaded.issues().get(0).reason()).contains("ogr2ogr -nlt CONVERT_TO_LINEAR");
            return;
        }
        assertThat(loaded.issues()).isEmpty();
        assertThat(features(loaded).area(1).getArea()).isCloseTo(Math.PI, within(1e-3));
    }
}
