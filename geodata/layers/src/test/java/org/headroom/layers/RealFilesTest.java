package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.features;
import static org.headroom.layers.Layers.load;
import static org.headroom.layers.Layers.refused;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.headroom.model.HeadroomException;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.RasterLayer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files as publishers really make them. Expected counts come from the data folder's manifest and from GDAL 3.6.2 (ogrinfo, gdallocationinfo). */
final class RealFilesTest {
    private static Path data;

    @BeforeAll
    static void find() {
        data = RealData.folder();
    }

    private static String source(String file, String format) {
        return "source: {file: " + file + ", format: " + format
                + ", publisher: Test, asOf: 2026-01-01, evidence: REPORTED}\n";
    }

    static final String COUNTIES = "layer: counties\nkind: boundary\n"
            + source("h_boundaries/us_counties_2023.gpkg", "geopackage")
            + "id: fips\nfields: {code: fips, name: name, stateCode: state, boundaryKind: {constant: COUNTY}}\n";

    @Test
    void countiesAreReadAndElevenInvalidOnesRepaired() {
        LoadedLayer loaded = load(data, COUNTIES);
        assertThat(loaded.counts()).isEqualTo(new LayerCounts(3109, 3108, 1, 0));
        // Falls Church was quantised away: its geometry is empty.
        assertThat(loaded.issues())
                .filteredOn(i -> i.effect() == Effect.SKIPPED)
                .singleElement()
                .satisfies(i -> assertThat(i.recordId()).isEqualTo("51610"));
        assertThat(loaded.issues().stream()
                        .filter(i -> i.effect() == Effect.REPAIRED)
                        .map(DataIssue::recordId))
                .containsExactlyInAnyOrder(
                        "51600", "51059", "41037", "06001", "06099", "42109", "22067", "28049", "08059", "08031",
                        "41071");
        DefaultFeatureLayer counties = features(loaded);
        int autauga = counties.areas(r -> true).first(-86.64, 32.53);
        assertThat(counties.texts("code")[autauga]).isEqualTo("01001");
    }

    @Test
    void substationsInWebMercator() {
        DefaultFeatureLayer layer = features(load(
                data,
                "layer: s\nkind: grid-capacity\n" + source("a_grid/cats/substations.geojson", "geojson")
                        + "fields: {name: Substati_1}\n"));
        assertThat(layer.size()).isEqualTo(3249);
        assertThat(layer.texts("name")[0]).isEqualTo("Jenney");
        assertThat(layer.longitude(0)).isCloseTo(-122.24291619, within(1e-6));
        assertThat(layer.latitude(0)).isCloseTo(37.7724357155, within(1e-6));
    }

    @Test
    void plantsWithoutOrWithImpossibleCoordinates() {
        LoadedLayer loaded = load(
                data,
                "layer: p\nkind: grid-capacity\n" + source("b_plants/database_USA.csv", "csv")
                        + "geometry: {columns: {longitude: longitude, latitude: latitude}}\nid: gppd_idnr\n"
                        + "fields: {name: name, plantCapacityMw: {column: capacity_mw, unit: MW}}\n");
        assertThat(loaded.counts()).isEqualTo(new LayerCounts(11879, 11846, 33, 0));
        assertThat(loaded.issues())
                .filteredOn(i -> i.value().equals("425.2461"))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.field()).isEqualTo("latitude");
                    assertThat(i.reason()).contains("-90 to 90");
                });
        assertThat(loaded.issues().stream().filter(i -> i.reason().equals("the record has no coordinates")))
                .hasSize(32);
    }

    @Test
    void queueWorkbook() {
        LoadedLayer loaded = load(data, """
                layer: q
                kind: interconnection-queue
                source: {file: c_queues/lbnlisoqueues_2020.xlsx, format: xlsx, sheet: withdrawn, publisher: LBNL, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {none: {}}
                where: "q_status = 'withdrawn'"
                fields:
                  requestId: q_id
                  market: entity
                  side: {constant: GENERATION}
                  queueStatus: {column: q_status, values: {withdrawn: WITHDRAWN}}
                  requestedMw: {sum: [mw1, mw2], unit: MW}
                  withdrawnDate: {column: wd_date, epoch: 1960-01-01}
                """);
        assertThat(loaded.counts().read() + loaded.counts().filtered()).isEqualTo(6896);
        DefaultFeatureLayer queue = features(loaded);
        assertThat(Arrays.stream(queue.dates("withdrawnDate")).filter(d -> d != FeatureLayer.NO_DATE))
                .isNotEmpty()
                .allMatch(d -> d > LocalDate.of(1990, 1, 1).toEpochDay()
                        && d < LocalDate.of(2021, 6, 1).toEpochDay());
    }

    @Test
    void chineseShapefile() {
        DefaultFeatureLayer layer = features(load(
                data,
                "layer: c\nkind: boundary\n"
                        + "source: {file: i_odd/geotools_shapes/chinese_poly.shp, format: shapefile, encoding: GB18030, publisher: T, asOf: 2026-01-01, evidence: REPORTED}\n"
                        + "fields: {code: {constant: x}, name: NAME}\n"));
        assertThat(layer.texts("name")).containsExactly("\u9ed1\u9f99\u6c5f\u7701");
        assertThat(layer.size()).isEqualTo(1);
    }

    @Test
    void danishPointsInUtm() {
        DefaultFeatureLayer layer = features(load(
                data,
                "layer: d\nkind: boundary\n" + source("i_odd/geotools_shapes/danish_point.shp", "shapefile")
                        + "fields: {code: {constant: x}, name: TEKST1}\n"));
        assertThat(layer.size()).isEqualTo(4);
        // ogr2ogr -t_srs EPSG:4326
        assertThat(layer.longitude(0)).isCloseTo(12.4085264395175, within(1e-7));
        assertThat(layer.latitude(0)).isCloseTo(55.645687852864, within(1e-7));
        assertThat(layer.texts("name")[0]).isEqualTo("Charl\u00f8tte");
    }

    @Test
    void statesInNad83() {
        DefaultFeatureLayer layer = features(load(
                data,
                "layer: s\nkind: boundary\n" + source("i_odd/geotools_shapes/statepop.shp", "shapefile")
                        + "fields: {code: STATE_FIPS, name: STATE_NAME, stateCode: STATE_ABBR}\n"));
        assertThat(layer.size()).isEqualTo(49);
        int colorado = layer.areas(r -> true).first(-105, 39);
        assertThat(layer.texts("stateCode")[colorado]).isEqualTo("CO");
    }

    @Test
    void emptyShapefileNeedsItsReferenceSystem() {
        String yaml = "layer: e\nkind: grid-capacity\n"
                + source("i_odd/geotools_empty-shapefile/empty-shapefile.shp", "shapefile");
        assertThat(refused(data, yaml).getMessage()).contains("does not say its coordinate reference system");
        assertThat(load(data, yaml + "crs: EPSG:4326\n").counts()).isEqualTo(new LayerCounts(0, 0, 0, 0));
    }

    @Test
    void duplicateColumnIsRefusedWhenUsed() {
        HeadroomException e = refused(
                data,
                "layer: d\nkind: grid-capacity\n" + source("i_odd/geotools_dup-column/dup_column.shp", "shapefile")
                        + "fields: {name: TestColumn}\n");
        assertThat(e.getMessage()).contains("\"TestColumn\" stands twice, as column 3 and 4");
    }

    @Test
    void californiaRasterInAlbers() {
        LoadedLayer loaded = load(
                data,
                "layer: r\nkind: climate\n" + source("e_climate/CEC_Wind_BaseScreen_epsg3310.tif", "geotiff")
                        + "fields: {coolingDegreeDays: {column: '1', unit: degC.d}}\n");
        RasterLayer.Band band =
                ((RasterLayer) loaded.layer()).findBand("coolingDegreeDays").orElseThrow();
        // gdallocationinfo -wgs84: 1 at the first two places; 0, which is no data, at the third.
        assertThat(band.bilinear(-121.5, 38.5)).isEqualTo(1);
        assertThat(band.bilinear(-120.3, 37.2)).isEqualTo(1);
        assertThat(band.bilinear(-120, 37)).isNaN();
        assertThat(band.bilinear(-100, 35)).isNaN();
    }

    @Test
    void worldRaster() {
        LoadedLayer loaded = load(
                data,
                "layer: r\nkind: climate\n" + source("i_odd/geotools/world.tiff", "geotiff")
                        + "fields: {coolingDegreeDays: {column: '1', unit: degC.d}}\n");
        RasterLayer.Band red =
                ((RasterLayer) loaded.layer()).findBand("coolingDegreeDays").orElseThrow();
        // gdallocationinfo -wgs84; with longitude and latitude swapped the last place would lie outside the grid.
        assertThat(red.bilinear(10.3, 50.2)).isEqualTo(255);
        assertThat(red.bilinear(-100.7, 40.1)).isEqualTo(255);
        assertThat(red.bilinear(139.6, 35.7)).isLessThan(255);
    }

    @Test
    void reedsRegionsInWebMercator() {
        DefaultFeatureLayer layer = features(load(
                data,
                "layer: s\nkind: boundary\n" + source("h_boundaries/reeds/rb_and_ba_areas.shp", "shapefile")
                        + "fields: {code: {constant: x}}\n"));
        assertThat(layer.size()).isEqualTo(134);
        assertThat(layer.longitude(0)).isBetween(-125.0, -66.0);
        assertThat(layer.latitude(0)).isBetween(24.0, 50.0);
    }
}
