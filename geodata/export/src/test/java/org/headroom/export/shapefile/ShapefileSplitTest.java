package org.headroom.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.export.About;
import org.headroom.export.ExportColumn;
import org.headroom.export.Ogr;
import org.headroom.export.RankedTable;
import org.headroom.export.Samples;
import org.headroom.export.shapefile.ShapefileWriter.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rankings that do not fit into one shapefile. */
class ShapefileSplitTest {
    @TempDir
    Path folder;

    @Test
    void everySetIsCompleteAndGoesOnWhereTheLastEnds() throws IOException, InterruptedException {
        int rows = 1_000;
        ShapefileResult result = ShapefileWriter.write(
                Samples.ranking(rows), About.onlyDated(Samples.DATE), folder, "ranked", 2, new Sizes(20_000, 1_000));
        assertThat(result.files()).hasSize(9 * 4).allMatch(written -> Files.exists(written.file()));
        assertThat(result.files())
                .filteredOn(written -> written.file().toString().endsWith(".dbf"))
                .extracting(written -> written.file().getFileName().toString())
                .containsExactly("ranked.dbf", "ranked_2.dbf", "ranked_3.dbf", "ranked_4.dbf");
        int before = 0;
        for (String name : List.of("ranked", "ranked_2", "ranked_3", "ranked_4")) {
            Path shp = folder.resolve(name + ".shp");
            assertThat(Files.size(shp)).isLessThanOrEqualTo(20_000);
            assertThat(Files.size(folder.resolve(name + ".dbf"))).isLessThanOrEqualTo(20_000);
            String text = Ogr.info("-al", shp.toString());
            int count = text.split("OGRFeature", -1).length - 1;
            assertThat(text).contains("Feature Count: " + count, "ID[\"EPSG\",4326]", "NAME (String) = Québec");
            assertThat(text.indexOf("RANK (Integer) = " + (before + 1) + "\n"))
                    .isBetween(0, text.indexOf("OGRFeature(" + name + "):1"));
            assertThat(folder.resolve(name + ".qml")).hasSameBinaryContentAs(folder.resolve("ranked.qml"));
            before += count;
        }
        assertThat(before).isEqualTo(rows);
    }

    /** 100 bytes of header and 28 a point; a table that fills a set to the last byte needs no other. */
    @ParameterizedTest
    @CsvSource({"380, 9", "379, 18"})
    void aSetIsFilledToTheLastByte(int fileBytes, int files) {
        RankedTable table =
                Samples.told(10, row -> row, row -> row, List.of(ExportColumn.integer("rank", "1", "", row -> row)));
        assertThat(ShapefileWriter.write(
                                table, About.onlyDated(Samples.DATE), folder, "r", 1, new Sizes(fileBytes, 100))
                        .files())
                .hasSize(files);
    }

    @Test
    void cutTextsOfAllSetsAreCounted() {
        RankedTable table = Samples.told(
                40,
                row -> row,
                row -> row,
                List.of(ExportColumn.text("why", "1", "", row -> row % 4 == 0 ? "w".repeat(300 + row) : "short")));
        ShapefileResult result =
                ShapefileWriter.write(table, About.onlyDated(Samples.DATE), folder, "r", 2, new Sizes(3_000, 600));
        assertThat(result.files().size()).isGreaterThan(9);
        assertThat(result.cuts()).containsExactly(new CutText("why", "WHY", 10, 336));
    }
}
