package org.headroom.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.export.DbfForm;
import org.headroom.export.ExportColumn;
import org.headroom.export.Extent;
import org.headroom.export.Ogr;
import org.headroom.export.RankedTable;
import org.headroom.export.Samples;
import org.headroom.export.Utf8Source;
import org.headroom.export.geopackage.GeoPackageWriter;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that say what they hold, how wide they are wanted, and under which name. */
class ToldColumnsTest {
    @TempDir
    Path folder;

    @Test
    void nameAndWidthAreAsAskedFor() throws IOException, InterruptedException {
        write(ExportColumn.number("score", "1", "", 6, row -> 87.25)
                .holding(0, 110)
                .withDbf(new DbfForm("SCORE", 12)));
        assertThat(Ogr.info("-al", folder.resolve("r.shp").toString()))
                .contains("SCORE: Real (12.6)", "SCORE (Real) = 87.250000");
    }

    static Stream<ExportColumn> wrong() {
        return Stream.of(
                ExportColumn.number("c", "1", "", 2, row -> row == 2 ? 10 : 1).holding(0, 9.99),
                ExportColumn.number("c", "1", "", 2, row -> row == 2 ? 1e300 : 1)
                        .holding(0, 9.99),
                ExportColumn.number("c", "1", "", 2, row -> row == 2 ? Double.POSITIVE_INFINITY : 1)
                        .holding(0, 9.99),
                ExportColumn.number("c", "1", "", 4, row -> row == 2 ? -0.0 : 1).holding(0.0, 1),
                ExportColumn.number("c", "1", "", 2, row -> row == 2 ? 1e300 : Double.NaN)
                        .holding(Double.NaN, Double.NaN),
                ExportColumn.integer("c", "1", "", row -> row == 2 ? -1 : 1).holding(0, 9),
                ExportColumn.integer("c", "1", "", row -> row == 2 ? Long.MAX_VALUE : 1)
                        .holding(1, 1),
                ExportColumn.date("c", "1", "", row -> row == 2 ? 4_000_000 : 1).holding(0, 2),
                ExportColumn.utf8("c", "1", "", 3, copies("éé")),
                ExportColumn.utf8("c", "1", "", 3, copies("x".repeat(1000))),
                ExportColumn.utf8("c", "1", "", 3, copies("abcd")),
                ExportColumn.utf8("c", "1", "", 3, (row, out, at) -> row == 2 ? 4 : 0),
                ExportColumn.coded("c", "1", "", List.of("a", "b"), row -> row),
                ExportColumn.coded("c", "1", "", List.of("a", "b"), row -> row == 2 ? -2 : 0));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aValueOutsideOfWhatWasSaidIsNamedAndNoFileIsLeft(ExportColumn column) {
        assertThatThrownBy(() -> write(column))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("column c, row 3: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void textsThatTheColumnDoesNotKnowAreNamedByTheGeoPackageAsWell() {
        for (ExportColumn column : List.of(
                ExportColumn.utf8("c", "1", "", 3, copies("abcd")),
                ExportColumn.coded("c", "1", "", List.of("a", "b"), row -> row))) {
            RankedTable table = Samples.told(3, row -> row, row -> row, List.of(column));
            assertThatThrownBy(() -> GeoPackageWriter.write(table, List.of(), Samples.DATE, folder, "r"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("column c, row 3: ");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aPointOutsideOfTheExtentIsNamedAndNoFileIsLeft() {
        RankedTable table = new RankedTable(
                3,
                2,
                (from, to) -> {},
                row -> row,
                row -> row,
                new Extent(0, 0, 2, 1.5),
                List.of(ExportColumn.integer("rank", "1", "", row -> row).holding(0, 2)));
        assertThatThrownBy(() -> ShapefileWriter.write(table, Samples.DATE, folder, "r"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row 3: longitude 2.0, latitude 2.0");
        assertThat(folder).isEmptyDirectory();
    }

    static Stream<ExportColumn> badWidths() {
        return Stream.of(
                ExportColumn.number("c", "1", "", 2, row -> row == 2 ? -1234.5 : 0)
                        .withDbf(new DbfForm(null, 7)),
                ExportColumn.integer("c", "1", "", row -> row == 2 ? 1234 : 0).withDbf(new DbfForm("C", 3)),
                ExportColumn.text("c", "1", "", row -> row == 2 ? "éé" : "x").withDbf(new DbfForm("C", 3)),
                ExportColumn.number("c", "1", "", 2, row -> 0).withDbf(new DbfForm(null, 21)),
                ExportColumn.integer("c", "1", "", row -> 0).withDbf(new DbfForm(null, 19)),
                ExportColumn.date("c", "1", "", row -> 0).withDbf(new DbfForm(null, 10)),
                ExportColumn.number("c", "1", "", 2, row -> 0).holding(0, 1000).withDbf(new DbfForm(null, 6)),
                ExportColumn.utf8("c", "1", "", 4, (row, out, at) -> 0).withDbf(new DbfForm(null, 3)),
                ExportColumn.coded("c", "1", "", List.of("long text"), row -> 0).withDbf(new DbfForm(null, 3)));
    }

    @ParameterizedTest
    @MethodSource("badWidths")
    void aWidthThatTheFormatOrTheRangeForbidsIsRefused(ExportColumn column) {
        assertThatThrownBy(() -> write(column))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("column c: ")
                .hasMessageContaining("width");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aColumnThatDoesNotSayWhatItHoldsIsRefused() {
        for (ExportColumn column : List.of(
                ExportColumn.text("c", "1", "", row -> ""),
                ExportColumn.integer("c", "1", "", row -> 1),
                ExportColumn.number("c", "1", "", 1, row -> 1))) {
            RankedTable table = RankedTable.inMemory(3, row -> row, row -> row, List.of(column));
            assertThatThrownBy(() -> ShapefileWriter.write(table, Samples.DATE, folder, "r"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("column c ");
        }
    }

    @Test
    void twoColumnsNeverGetOneName() {
        ExportColumn rank = ExportColumn.integer("rank", "1", "", row -> row);
        ExportColumn place = ExportColumn.integer("place", "1", "", row -> row).withDbf(new DbfForm("RANK", 0));
        assertThatThrownBy(() -> write(rank, place))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("columns place and rank would both have the name RANK");
        assertThatThrownBy(() -> write(
                        place,
                        ExportColumn.integer("other", "1", "", row -> row).withDbf(new DbfForm("RANK", 0))))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("RANK");
        // A name that is made up gives way.
        ExportColumn plugin = ExportColumn.integer("quiet", "1", "", row -> row);
        ExportColumn asked = ExportColumn.integer("noise", "1", "", row -> row).withDbf(new DbfForm("QUIET", 0));
        assertThat(write(plugin, asked).columns())
                .extracting(DbfColumn::dbfName)
                .doesNotHaveDuplicates()
                .contains("QUIET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lower", "1ST", "ELEVENCHARS", "Ä", "A B"})
    void aNameThatAShapefileCannotHaveIsRefused(String name) {
        assertThatThrownBy(() -> new DbfForm(name, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textsOfEveryFormGiveTheSameBytesAndCuts() throws IOException {
        String[] texts = {"x" + "é".repeat(200), "", "Wörgl ☀ 𝄞", "a\0b", "y".repeat(255)};
        byte[][] utf8 = Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        ExportColumn strings = ExportColumn.text("why", "1", "", row -> row == 5 ? null : texts[row]);
        ExportColumn bytes = ExportColumn.utf8("why", "1", "", 401, (row, out, at) -> {
            if (row == 5) {
                return Utf8Source.NONE;
            }
            System.arraycopy(utf8[row], 0, out, at, utf8[row].length);
            return utf8[row].length;
        });
        ExportColumn coded = ExportColumn.coded("why", "1", "", List.of(texts), row -> row == 5 ? -1 : row);
        byte[] expected = null;
        for (ExportColumn column : List.of(strings, bytes, coded)) {
            RankedTable table = Samples.told(6, row -> row, row -> row, List.of(column));
            ShapefileResult result = ShapefileWriter.write(table, Samples.DATE, folder, "r");
            assertThat(result.cuts()).containsExactly(new CutText("why", "WHY", 2, 401));
            byte[] dbf = Files.readAllBytes(folder.resolve("r.dbf"));
            expected = expected == null ? dbf : expected;
            assertThat(dbf).isEqualTo(expected);
        }
    }

    @Test
    void rangesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> ExportColumn.number("c", "1", "", 2, row -> 0).holding(2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportColumn.number("c", "1", "", 2, row -> 0).holding(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportColumn.integer("c", "1", "", row -> 0).holding(ExportColumn.MISSING, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportColumn.utf8("c", "1", "", -1, copies("abc")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Extent(1, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Utf8Source copies(String third) {
        return (row, out, at) -> {
            byte[] text = (row == 2 ? third : "abc").getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, out, at, text.length);
            return text.length;
        };
    }

    private ShapefileResult write(ExportColumn... columns) {
        return ShapefileWriter.write(
                Samples.told(3, row -> row, row -> row, List.of(columns)), Samples.DATE, folder, "r");
    }
}
