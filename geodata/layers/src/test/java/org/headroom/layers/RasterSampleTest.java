package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.load;

import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.headroom.spi.RasterLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Values of a raster in degrees against the formula, worked out from the corner and the size of the cells alone. */
final class RasterSampleTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 130;
    private static final double WEST = -126;
    private static final double NORTH = 50.5;
    private static final double CELL = 2.5 / 60;
    private static final float DEGREES_A_KELVIN = 4;

    @TempDir
    Path folder;

    @Test
    void valuesKeepThePrecisionOfDoubles() throws IOException {
        Random random = new Random(1);
        float[] cells = new float[WIDTH * HEIGHT];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) (random.nextGaussian() * 10);
        }
        write(cells);
        RasterLayer.Band band =
                ((RasterLayer) load(folder, """
                        layer: r
                        kind: climate
                        source: {file: r.tif, format: geotiff, publisher: P, asOf: 2026-01-01, evidence: OBSERVED}
                        fields: {dryBulbC: {column: 1}}
                        """).layer()).findBand("dryBulbC").orElseThrow();
        for (int i = 0; i < 5000; i++) {
            double longitude = WEST + CELL * (0.5 + random.nextDouble() * (WIDTH - 1));
            double latitude = NORTH - CELL * (0.5 + random.nextDouble() * (HEIGHT - 1));
            assertThat(band.bilinear(longitude, latitude))
                    .isCloseTo(expected(cells, longitude, latitude), within(1e-10));
        }
    }

    @Test
    void cellsWithoutDataHoldWhatTheDescriptorSays() throws IOException {
        float[] cells = new float[WIDTH * HEIGHT];
        Arrays.fill(cells, 1);
        cells[0] = Float.NaN;
        write(cells);
        String yaml = """
                layer: mask
                kind: raster
                source: {file: r.tif, format: geotiff, publisher: P, asOf: unknown, evidence: OBSERVED}
                fields: {screened: {column: 1, otherwise: 0, declare: {range: [0, 1]}}}
                """;
        double longitude = WEST + CELL / 2;
        double latitude = NORTH - CELL / 2;
        RasterLayer.Band band =
                ((RasterLayer) load(folder, yaml).layer()).findBand("screened").orElseThrow();
        assertThat(band.nearest(longitude, latitude)).isZero();
        assertThat(band.nearest(longitude + CELL, latitude)).isEqualTo(1);
        assertThat(band.nearest(WEST - CELL, latitude)).isNaN();
        assertThat(((RasterLayer)
                                load(folder, yaml.replace("otherwise: 0, ", "")).layer())
                        .findBand("screened")
                        .orElseThrow()
                        .nearest(longitude, latitude))
                .isNaN();
        assertThatThrownBy(() -> load(folder, yaml.replace("otherwise: 0", "otherwise: 2")))
                .hasMessageContaining("outside the range of screened");
    }

    @Test
    void anAreaIsAsBeforeWhenItsCellsHaveBeenRead() throws IOException, FactoryException, ParseException {
        WritableRaster raster =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, 10, 10, 1), null);
        ReferencedEnvelope box = new ReferencedEnvelope(0, 100_000, 0, 100_000, CRS.decode("EPSG:3310"));
        GeoTiffWriter writer = new GeoTiffWriter(folder.resolve("r.tif").toFile());
        writer.write(new GridCoverageFactory().create("r", raster, box), null);
        writer.dispose();
        RasterLayer.Band band =
                ((RasterLayer) load(folder, """
                        layer: r
                        kind: raster
                        source: {file: r.tif, format: geotiff, publisher: P, asOf: unknown, evidence: OBSERVED}
                        fields: {height: 1}
                        """).layer()).findBand("height").orElseThrow();
        String area = "POLYGON ((-119.9 38.1, -119.5 38.1, -119.5 38.5, -119.9 38.5, -119.9 38.1))";
        Geometry site = new WKTReader().read(area);
        int[] visited = new int[1];
        band.cells(site, (value, weight) -> visited[0]++);
        assertThat(visited[0]).isPositive();
        assertThat(site).isEqualTo(new WKTReader().read(area));
    }

    private RasterLayer.Band global(double west) throws IOException {
        float[] cells = new float[36 * 18];
        for (int i = 0; i < cells.length; i++) {
            double middle = west + 10 * (i % 36) + 5;
            cells[i] = (float) (middle - 360 * Math.rint(middle / 360)) / DEGREES_A_KELVIN;
        }
        WritableRaster raster =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, 36, 18, 1), null);
        raster.setPixels(0, 0, 36, 18, cells);
        GeoTiffWriter writer = new GeoTiffWriter(folder.resolve("r.tif").toFile());
        ReferencedEnvelope box = new ReferencedEnvelope(west, west + 360, -90, 90, DefaultGeographicCRS.WGS84);
        writer.write(new GridCoverageFactory().create("r", raster, box), null);
        writer.dispose();
        return ((RasterLayer) load(folder, """
                layer: r
                kind: climate
                source: {file: r.tif, format: geotiff, publisher: P, asOf: 2026-01-01, evidence: OBSERVED}
                fields: {dryBulbC: {column: 1}}
                """).layer()).findBand("dryBulbC").orElseThrow();
    }

    /** Each cell holds the longitude of its middle, made smaller so that it may be a temperature. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -180, -30})
    void gridsRoundTheEarthHaveNoEnd(double west) throws IOException {
        RasterLayer.Band band = global(west);
        for (double longitude : new double[] {-100, -1, 0, 1, 100, 174, -174}) {
            assertThat(DEGREES_A_KELVIN * band.bilinear(longitude, 40))
                    .as("at %s", longitude)
                    .isCloseTo(longitude, within(1e-4));
        }
        assertThat(DEGREES_A_KELVIN * band.bilinear(179, 40)).isCloseTo(175 * 0.6 - 175 * 0.4, within(1e-3));
        assertThat(DEGREES_A_KELVIN * band.bilinear(180, 40)).isCloseTo(0, within(1e-3));
        assertThat(DEGREES_A_KELVIN * band.bilinear(-180, 40)).isCloseTo(0, within(1e-3));
        assertThat(band.bilinear(-100, 91)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -180, -30})
    void cellsOfAnAreaAreThoseWhoseMiddleLiesInIt(double west) throws IOException, ParseException {
        RasterLayer.Band band = global(west);
        List<Double> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        band.cells(new WKTReader().read("POLYGON ((-14 31, 14 31, 14 49, -14 49, -14 31))"), (value, weight) -> {
            values.add(DEGREES_A_KELVIN * value);
            weights.add(weight);
        });
        assertThat(values).containsExactly(-5.0, 5.0, -5.0, 5.0);
        assertThat(weights.get(0) / weights.get(2))
                .isCloseTo(Math.cos(Math.toRadians(45)) / Math.cos(Math.toRadians(35)), within(1e-9));
        assertThat(DEGREES_A_KELVIN * band.nearest(-9.9, 40)).isEqualTo(-5);
        assertThat(DEGREES_A_KELVIN * band.nearest(-10.1, 40)).isEqualTo(-15);
        assertThat(band.nearest(0, 90.1)).isNaN();
        // An area that is too small for the middle of a cell has the cell that it lies in.
        List<Double> small = new ArrayList<>();
        band.cells(new WKTReader().read("POLYGON ((1 31, 2 31, 2 32, 1 31))"), (value, weight) -> small.add(value));
        assertThat(small).containsExactly(band.nearest(1.5, 31.5));
    }

    /** Cells of 2 km in UTM zone 14, each of which holds the degrees north of its middle. */
    @Test
    void cellsOfAProjectedGridAreFoundByTheAreaInIt() throws Exception {
        CoordinateReferenceSystem utm = CRS.decode("EPSG:32614", true);
        MathTransform toDegrees = CRS.findMathTransform(utm, DefaultGeographicCRS.WGS84);
        int side = 100;
        float[] cells = new float[side * side];
        Geometry area = new WKTReader().read("POLYGON ((-99.4 35.1, -98.6 35.2, -98.7 35.9, -99.5 35.7, -99.4 35.1))");
        double expected = 0;
        int inside = 0;
        for (int i = 0; i < cells.length; i++) {
            double[] at = {400_000 + 2_000 * (i % side) + 1_000, 4_000_000 - 2_000 * (i / side) - 1_000};
            toDegrees.transform(at, 0, at, 0, 1);
            cells[i] = (float) at[1];
            if (area.contains(area.getFactory().createPoint(new Coordinate(at[0], at[1])))) {
                expected += cells[i];
                inside++;
            }
        }
        WritableRaster raster =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, side, side, 1), null);
        raster.setPixels(0, 0, side, side, cells);
        GeoTiffWriter writer = new GeoTiffWriter(folder.resolve("r.tif").toFile());
        ReferencedEnvelope box = new ReferencedEnvelope(400_000, 600_000, 3_800_000, 4_000_000, utm);
        writer.write(new GridCoverageFactory().create("r", raster, box), null);
        writer.dispose();
        RasterLayer.Band band =
                ((RasterLayer) load(folder, """
                        layer: r
                        kind: raster
                        source: {file: r.tif, format: geotiff, publisher: P, evidence: OBSERVED, asOf: 2026-01-01}
                        fields: {north: {column: 1, declare: {unit: deg}}}
                        """).layer()).findBand("north").orElseThrow();
        double[] sum = new double[2];
        band.cells(area, (value, weight) -> {
            sum[0] += value;
            sum[1] += weight;
        });
        assertThat(inside).isGreaterThan(900);
        assertThat(sum[1]).isEqualTo(inside);
        assertThat(sum[0]).isCloseTo(expected, within(1e-6 * expected));
        assertThat(band.nearest(-99.05, 35.5)).isCloseTo(35.5, within(0.011));
    }

    private static double expected(float[] cells, double longitude, double latitude) {
        double x = (longitude - WEST) / CELL - 0.5;
        double y = (NORTH - latitude) / CELL - 0.5;
        int column = (int) Math.min(WIDTH - 2, Math.max(0, Math.floor(x)));
        int row = (int) Math.min(HEIGHT - 2, Math.max(0, Math.floor(y)));
        int top = row * WIDTH + column;
        int bottom = top + WIDTH;
        double dx = x - column;
        double dy = y - row;
        return (cells[top] * (1 - dx) + cells[top + 1] * dx) * (1 - dy)
                + (cells[bottom] * (1 - dx) + cells[bottom + 1] * dx) * dy;
    }

    private void write(float[] cells) throws IOException {
        WritableRaster raster =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, WIDTH, HEIGHT, 1), null);
        raster.setPixels(0, 0, WIDTH, HEIGHT, cells);
        ReferencedEnvelope box = new ReferencedEnvelope(
                WEST, WEST + WIDTH * CELL, NORTH - HEIGHT * CELL, NORTH, DefaultGeographicCRS.WGS84);
        GeoTiffWriter writer = new GeoTiffWriter(folder.resolve("r.tif").toFile());
        writer.write(new GridCoverageFactory().create("r", raster, box), null);
        writer.dispose();
    }
}
