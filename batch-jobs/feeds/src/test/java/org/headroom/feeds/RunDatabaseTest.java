package org.headroom.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.headroom.export.About;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.feeds.field.OutputField;
import org.headroom.feeds.field.OutputFields;
import org.headroom.feeds.postgis.RunDatabase;
import org.headroom.layers.PostgisServer;
import org.headroom.model.HeadroomException;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.table.PublishSpec;
import org.headroom.runs.table.Ranking;
import org.headroom.runs.table.RankingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** Against a real server. */
class RunDatabaseTest {
    private static final Ranking.AreaLookup POINTS = (layer, record) -> null;

    @TempDir
    Path folder;

    private RunContent night(String name, String moved) throws IOException {
        PublishedRun run = new TinyRun(4, TinyPolicy.write(folder.resolve("policy-" + name)))
                .withoutTables()
                .publish(folder.resolve(name));
        Files.writeString(
                run.folder().resolve("changes.csv"),
                "site,name,rankFrom,rankTo,scoreFrom,scoreTo,cause,of,score,ranks,records,text\n" + moved);
        return RunContent.of(run, TinyRun.modules(), 2);
    }

    private static List<String> ask(Connection server, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = server.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(found.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static List<String> columns(Connection server, String table) throws SQLException {
        return ask(
                server,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'head_room' AND table_name = '"
                        + table + "'");
    }

    /** What the page of fields says that a table has by itself. */
    private static List<String> onThePage(String table) {
        return new OutputFields(TinyRun.modules())
                .all().stream()
                        .filter(field -> field.output().equals("postgis " + table))
                        .map(OutputField::name)
                        .toList();
    }

    @Test
    void aRunIsThereWholeOrNotAtAllAndTheViewsShowTheLatestNight() throws Exception {
        byte[] area = new WKBWriter().write(new GeometryFactory().createPolygon(new Coordinate[] {
                    new Coordinate(0, 0), new Coordinate(2, 0), new Coordinate(0, 3), new Coordinate(0, 0)
                }));
        try (PostgisServer postgis = PostgisServer.start(folder);
                Connection server = DriverManager.getConnection(postgis.url())) {
            PublishSpec.Server target = new PublishSpec.Server(postgis.url(), "head_room");
            RunContent first = night("2026-06-01-1", "");
            RunContent second = night(
                    "2026-06-01-2", "01001,\"O'Hara \"\"x\"\" \\N\",7,1,,0.5,data,prices,0.25,-6,r1,\"two\nlines\"\n");
            RunDatabase.write(second, target, (layer, record) -> record == 0 ? area : null);
            RunDatabase.write(first, target, POINTS);
            RunDatabase.write(second, target, (layer, record) -> record == 0 ? area : null);

            assertThat(ask(server, "SELECT night, \"isLatest\", sites FROM head_room.runs ORDER BY night"))
                    .containsExactly("2026-06-01-1|f|" + TinyRun.SITES, "2026-06-01-2|t|" + TinyRun.SITES);
            assertThat(ask(server, "SELECT count(*) FROM head_room.sites")).containsExactly("" + 2 * TinyRun.SITES);
            assertThat(ask(server, "SELECT site, name, \"scoreFrom\", score, ranks, text FROM head_room.changes"))
                    .containsExactly("01001|O'Hara \"x\" \\N|null|0.25|-6|two\nlines");
            assertSame(second, server);
            assertThat(ask(
                            server,
                            "SELECT ST_SRID(area_geom), ST_Area(area_geom) FROM head_room.latest"
                                    + " WHERE area_geom IS NOT NULL"))
                    .allMatch("4326|3"::equals);
            assertThat(
                            ask(
                                    server,
                                    "SELECT col_description('head_room.sites'::regclass, ordinal_position)"
                                            + " FROM information_schema.columns WHERE table_name = 'sites' AND column_name = 'rank'"))
                    .singleElement()
                    .asString()
                    .isNotEmpty();

            assertThat(columns(server, "runs")).containsExactlyInAnyOrderElementsOf(onThePage("runs"));
            assertThat(columns(server, "sites")).containsAll(onThePage("sites"));
            assertThat(columns(server, "moves")).containsAll(onThePage("moves"));

            // A night that cannot be written whole leaves what was there.
            try (Statement sql = server.createStatement()) {
                sql.execute("ALTER TABLE head_room.moves ADD CONSTRAINT none CHECK (cause <> 'rules')");
            }
            Files.writeString(second.folder().resolve("changes.csv"), "site,cause\n01001,rules\n");
            assertThatThrownBy(() -> RunDatabase.write(second, target, POINTS))
                    .isInstanceOf(HeadroomException.class)
                    .hasMessageContaining("head_room")
                    .hasMessageContaining("none");
            assertThat(ask(server, "SELECT count(*) FROM head_room.changes")).containsExactly("1");

            try (Statement sql = server.createStatement()) {
                sql.execute("DELETE FROM head_room.runs WHERE night = '2026-06-01-2'");
                sql.execute("DROP VIEW head_room.latest");
                sql.execute("ALTER TABLE head_room.sites ALTER COLUMN tier TYPE text");
            }
            assertThat(ask(server, "SELECT count(*) FROM head_room.sites")).containsExactly("" + TinyRun.SITES);
            assertThatThrownBy(() -> RunDatabase.write(second, target, POINTS))
                    .isInstanceOf(HeadroomException.class)
                    .hasMessageContaining("tier");
        }
        assertThatThrownBy(() -> RunDatabase.write(
                        night("2026-06-02-1", ""),
                        new PublishSpec.Server("jdbc:postgresql://127.0.0.1:1/none", "s"),
                        POINTS))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("cannot be reached");
    }

    /** Every cell of the view says what the ranked table says. */
    private static void assertSame(RunContent run, Connection server) throws SQLException {
        try (RankingFiles files = run.ranking()) {
            About about = run.about(files.mapClasses(1));
            RankedTable table = files.table(run.allColumns(), about);
            table.load(0);
            for (ExportColumn column : table.columns()) {
                List<String> rows = ask(
                        server,
                        "SELECT \"" + column.name() + "\", ST_X(geom), ST_Y(geom) FROM head_room.latest ORDER BY rank");
                assertThat(rows).hasSize(table.rows());
                for (int row = 0; row < table.rows(); row++) {
                    String value = column instanceof ExportColumn.NumberColumn number
                                    && !Double.isNaN(number.value().applyAsDouble(row))
                            ? shortest(number.value().applyAsDouble(row))
                            : column.text(row);
                    assertThat(rows.get(row))
                            .as(column.name())
                            .isEqualTo(value + "|" + shortest(table.longitude().applyAsDouble(row)) + "|"
                                    + shortest(table.latitude().applyAsDouble(row)));
                }
            }
        }
    }

    private static String shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
