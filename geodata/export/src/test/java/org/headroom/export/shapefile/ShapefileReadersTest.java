package org.headroom.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import org.h2.value.ValueGeometry;
import org.h2gis.functions.io.shp.internal.SHPDriver;
import org.headroom.export.Ogr;
import org.headroom.export.RankedTable;
import org.headroom.export.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Point;

/** What GDAL and H2GIS read from a shapefile is what was in the table. */
class ShapefileReadersTest {
    @TempDir
    Path folder;

    @Test
    void ogrSeesTypesNullsAndScripts() throws IOException, InterruptedException {
        ShapefileWriter.write(Samples.ranking(12), Samples.DATE, folder, "ranked");
        String text = Ogr.info("-al", folder.resolve("ranked.shp").toString());
        assertThat(text)
                .contains(
                        "Feature Count: 12", "DBF_DATE_LAST_UPDATE=2026-05-01", "ID[\"EPSG\",4326]", "Geometry: Point")
                .contains("RANK: Integer (5.0)", "SITE_ID: String (4.0)", "SCORE: Real (6.2)", "VINTAGE: Date (10.0)")
                .contains("UPGR_USD: Integer64 (18.0)", "NAME (String) = Québec", "NAME (String) = 北京")
                .contains("NAME (String) = Wörgl ☀ 𝄞", "NAME (String) = (null)", "SCORE (Real) = -9999.00")
                .contains("EXCL_CODE (String) = MORATORIUM", "DRYB_P99_C (Real) = -20.2", "VINTAGE (Date) = 1969/12/30")
                .contains("UPGR_USD (Integer64) = 123456789012345678", "UPGR_USD (Integer64) = -61728394506172839")
                .contains("POINT (-125 24)");
        assertThat(Ogr.info(
                        "-so",
                        "-al",
                        "-where",
                        "VINTAGE IS NULL",
                        folder.resolve("ranked.shp").toString()))
                .contains("Feature Count: 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void ogrCountsTheRows(int rows) throws IOException, InterruptedException {
        ShapefileWriter.write(Samples.ranking(rows), Samples.DATE, folder, "ranked");
        assertThat(Ogr.info("-so", "-al", folder.resolve("ranked.shp").toString()))
                .contains("Feature Count: " + rows);
    }

    @Test
    void h2gisReadsEveryCell() throws IOException {
        int rows = 10_000;
        RankedTable table = Samples.ranking(rows);
        ShapefileWriter.write(table, Samples.DATE, folder, "ranked");
        SHPDriver driver = new SHPDriver();
        driver.initDriverFromFile(folder.resolve("ranked.shp").toFile(), "UTF-8");
        try {
            assertThat(driver.getRowCount()).isEqualTo(rows);
            for (int row = 0; row < rows; row++) {
                Point point = (Point) ((ValueGeometry) driver.getField(row, 0)).getGeometry();
                assertThat(point.getX()).isEqualTo(table.longitude().applyAsDouble(row));
                assertThat(point.getY()).isEqualTo(table.latitude().applyAsDouble(row));
                assertThat(number(driver, row, 1)).isEqualTo((double) (row + 1));
                assertThat(text(driver, row, 2)).isEqualTo("S-" + row);
                String name = Samples.name(row);
                assertThat(text(driver, row, 3)).isEqualTo(name == null ? "" : name);
                assertThat(number(driver, row, 4)).isEqualTo(rounded(Samples.score(row), 2));
                assertThat(number(driver, row, 6)).isEqualTo(rounded(Samples.dryBulb(row), 1));
            }
        } finally {
            driver.close();
        }
    }

    private static Double rounded(double value, int decimals) {
        return Double.isNaN(value)
                ? Double.valueOf(-9999)
                : new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }

    /** Column 0 is the geometry. */
    private static Double number(SHPDriver driver, int row, int column) throws IOException {
        String text = text(driver, row, column);
        return text.isEmpty() ? null : Double.valueOf(text);
    }

    private static String text(SHPDriver driver, int row, int column) throws IOException {
        String value = driver.getField(row, column).getString();
        return value == null ? "" : value.strip();
    }
}
