package org.headroom.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.headroom.layers.Layers.load;

import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.headroom.spi.RasterLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
