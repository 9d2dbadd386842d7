package org.headroom.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.export.Samples;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapefileWriterTest {
    @TempDir
    Path folder;

    @Test
    void recordsStandWhereTheFormatPutsThem() throws IOException {
        RankedTable table = Samples.told(
                2,
                row -> row == 0 ? -71.25 : 10,
                row -> row == 0 ? 46.8 : -20,
                List.of(
                        ExportColumn.integer("rank", "1", "", row -> row + 1L),
                        ExportColumn.text("name", "1", "", row -> row == 0 ? "Québec" : null),
                        ExportColumn.number("score", "1", "", 2, row -> row == 0 ? -0.005 : Double.NaN),
                        ExportColumn.date("dataVintage", "1", "", row -> row == 0 ? 0 : ExportColumn.MISSING)));
        ShapefileWriter.write(table, LocalDate.of(2026, 5, 1), folder, "r");

        byte[] dbf = Files.readAllBytes(folder.resolve("r.dbf"));
        assertThat(dbf).startsWith(3, 126, 5, 1, 2, 0, 0, 0, 161, 0, 26, 0);
        assertThat(new String(dbf, 161, 53, StandardCharsets.UTF_8))
                .isEqualTo("     1Québec-0.0119700101" + "     2" + " ".repeat(7) + "-9999" + " ".repeat(8) + "\u001a");
        assertThat(Files.size(folder.resolve("r.shp"))).isEqualTo(100 + 2 * 28);
        assertThat(Files.size(folder.resolve("r.shx"))).isEqualTo(100 + 2 * 8);
        assertThat(folder.resolve("r.cpg")).hasContent("UTF-8");
        assertThat(folder.resolve("r.prj")).content().startsWith("GEOGCS[\"GCS_WGS_1984\",");
    }

    @Test
    void widthsHoldTheValuesAndNoMore() {
        ShapefileResult result = ShapefileWriter.write(Samples.ranking(12), Samples.DATE, folder, "ranked");
        assertThat(result.columns())
                .extracting(DbfColumn::dbfName, DbfColumn::type, DbfColumn::width, DbfColumn::decimals)
                .contains(
                        tuple("RANK", 'N', 5, 0),
                        tuple("SITE_ID", 'C', 4, 0),
                        tuple("NAME", 'C', 15, 0),
                        tuple("SCORE", 'N', 6, 2),
                        tuple("UPGR_USD", 'N', 18, 0),
                        tuple("VINTAGE", 'D', 8, 0));
        assertThat(result.cuts()).isEmpty();
        assertThat(result.files()).hasSize(9).allMatch(written -> Files.exists(written.file()));
    }

    @Test
    void longTextsAreCutBetweenCharactersAndReported() throws IOException {
        RankedTable table =
                table(3, ExportColumn.text("why", "1", "", row -> row == 0 ? "x" + "é".repeat(200) : "short"));
        ShapefileResult result = ShapefileWriter.write(table, Samples.DATE, folder, "r");
        assertThat(result.cuts()).containsExactly(new CutText("why", "WHY", 1, 401));
        byte[] dbf = Files.readAllBytes(folder.resolve("r.dbf"));
        assertThat(new String(dbf, 66, 254, StandardCharsets.UTF_8)).isEqualTo("x" + "é".repeat(125) + "…");
    }

    @Test
    void everyValueThatCannotBeHeldIsNamedAndNothingIsWritten() throws IOException {
        RankedTable table = Samples.told(
                3,
                row -> 1,
                row -> 2,
                List.of(
                        ExportColumn.number("big", "1", "", 6, row -> row == 1 ? 1e15 : 0),
                        ExportColumn.number("endless", "1", "", 0, row -> row == 2 ? Double.NEGATIVE_INFINITY : 0),
                        ExportColumn.integer("long", "1", "", row -> row == 0 ? Long.MAX_VALUE : 1),
                        ExportColumn.date("far", "1", "", row -> 4_000_000)));
        assertThatThrownBy(() -> ShapefileWriter.write(table, Samples.DATE, folder, "r"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContainingAll(
                        "column big: 1000000000000000.000000 needs 23 characters, the most are 20",
                        "column endless: -Infinity",
                        "column long: 9223372036854775807 needs 19 characters, the most are 18",
                        "column far: 4000000 days");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTableOfTooManyColumnsIsRefused() {
        List<ExportColumn> columns = IntStream.range(0, 256)
                .<ExportColumn>mapToObj(i -> ExportColumn.integer("c" + i, "1", "", row -> row))
                .toList();
        assertThatThrownBy(() ->
                        ShapefileWriter.write(Samples.told(1, row -> 0, row -> 0, columns), Samples.DATE, folder, "r"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("256 columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "a/b", "", ".hidden", "a.b", "C:x"})
    void aNameThatIsAPathIsRefused(String name) {
        assertThatThrownBy(() -> ShapefileWriter.write(Samples.ranking(1), Samples.DATE, folder, name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(
                        () -> ShapefileWriter.write(Samples.ranking(1), Samples.DATE, folder.resolve("missing"), "r"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aYearThatTheHeaderCannotHoldIsRefused() {
        assertThatThrownBy(() -> ShapefileWriter.write(Samples.ranking(1), LocalDate.of(1850, 1, 1), folder, "r"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("1850-01-01");
    }

    private static RankedTable table(int rows, ExportColumn column) {
        return Samples.told(rows, row -> row, row -> row, List.of(column));
    }
}
