package org.headroom.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.headroom.layers.DescriptorReader;
import org.headroom.layers.LayerLoader;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.Layer;
import org.headroom.spi.RasterLayer;

/**
 * Layers from fixed seeds. Each is written to a folder and read from there, so that what is measured is what a run would load. The folder is
 * deleted at once.
 */
final class MadeUpLayers {
    private static final int EDGE_VERTICES = 32;

    private MadeUpLayers() {}

    /** Points, half of them in clusters, each with a capacity in MW. */
    static FeatureLayer points(int count, long seed) throws IOException {
        Random random = Block.random(seed);
        StringBuilder csv = new StringBuilder("lon,lat,mw\n");
        double[] city = place(random);
        for (int i = 0; i < count; i++) {
            if (i % 64 == 0) {
                city = place(random);
            }
            double[] at = i % 2 == 0
                    ? place(random)
                    : new double[] {city[0] + 0.6 * random.nextGaussian(), city[1] + 0.6 * random.nextGaussian()};
            csv.append(at[0]).append(',').append(at[1]).append(',').append(1 + 200 * random.nextDouble());
            csv.append('\n');
        }
        return (FeatureLayer) load("points.csv", csv, """
                layer: points
                kind: grid-capacity
                source: {file: points.csv, format: csv, publisher: Headroom, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {columns: {longitude: lon, latitude: lat}}
                fields: {publishedHeadroomMw: {column: mw, unit: MW}, nominalVoltageKv: {constant: 230}}
                """);
    }

    /** Stars of 100 to 1,000 vertices that overlap here and there, like the areas of moratoria. */
    static FeatureLayer stars(int count, long seed) throws IOException {
        Random random = Block.random(seed);
        StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < count; i++) {
            double[] centre = place(random);
            double radius = 0.05 + 0.4 * random.nextDouble();
            int vertices = 100 + random.nextInt(901);
            double[][] ring = new double[vertices + 1][];
            double phase = 6.28 * random.nextDouble();
            for (int v = 0; v < vertices; v++) {
                double angle = 2 * Math.PI * v / vertices;
                double r = radius * (1 + 0.3 * StrictMath.cos(3 * angle + phase) + 0.02 * random.nextDouble());
                ring[v] = new double[] {
                    centre[0] + 1.25 * r * StrictMath.cos(angle), centre[1] + r * StrictMath.sin(angle)
                };
            }
            ring[vertices] = ring[0];
            feature(json, i, ring);
        }
        return areas(json);
    }

    /** A cover of the whole box by {@code columns * rows} cells, neighbours sharing jagged borders, like zones of a price. */
    static FeatureLayer cover(int columns, int rows, long seed) throws IOException {
        double[][][] corners = corners(columns, rows, Block.random(seed));
        StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double[][] ring = new double[4 * EDGE_VERTICES + 1][];
                edge(corners[row][column], corners[row][column + 1], false, ring, 0);
                edge(corners[row][column + 1], corners[row + 1][column + 1], false, ring, EDGE_VERTICES);
                edge(corners[row + 1][column], corners[row + 1][column + 1], true, ring, 2 * EDGE_VERTICES);
                edge(corners[row][column], corners[row + 1][column], true, ring, 3 * EDGE_VERTICES);
                ring[4 * EDGE_VERTICES] = ring[0];
                feature(json, row * columns + column, ring);
            }
        }
        return areas(json);
    }

    /** Two bands of smooth fields, 2.5 arc minutes a cell from 126 W, 50.5 N. */
    static RasterLayer raster(int width, int height, long seed) throws IOException {
        Random random = Block.random(seed);
        float[] cells = new float[2 * width * height];
        for (int i = 0; i < width * height; i++) {
            float dryBulb = (float) (25 - 20.0 * (i / width) / height + random.nextGaussian());
            cells[2 * i] = dryBulb;
            cells[2 * i + 1] = dryBulb - 4;
        }
        Path folder = Files.createTempDirectory("headroom-benchmark");
        try {
            PlainTiff.write(folder.resolve("raster.tif"), width, height, -126, 50.5, 2.5 / 60, cells);
            return (RasterLayer) load(folder, """
                    layer: raster
                    kind: climate
                    source: {file: raster.tif, format: geotiff, publisher: Headroom, asOf: 2026-01-01, evidence: ESTIMATED}
                    fields: {dryBulbC: {column: 1, unit: degC}, wetBulbC: {column: 2, unit: degC}}
                    """);
        } finally {
            Folders.delete(folder);
        }
    }

    private static double[] place(Random random) {
        return new double[] {
            Block.WEST + (Block.EAST - Block.WEST) * random.nextDouble(),
            Block.SOUTH + (Block.NORTH - Block.SOUTH) * random.nextDouble()
        };
    }

    private static double[][][] corners(int columns, int rows, Random random) {
        double width = (Block.EAST - Block.WEST) / columns;
        double height = (Block.NORTH - Block.SOUTH) / rows;
        double[][][] corners = new double[rows + 1][columns + 1][];
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                double x = column == 0 || column == columns ? 0 : 0.4 * (random.nextDouble() - 0.5);
                double y = row == 0 || row == rows ? 0 : 0.4 * (random.nextDouble() - 0.5);
                corners[row][column] =
                        new double[] {Block.WEST + (column + x) * width, Block.SOUTH + (row + y) * height};
            }
        }
        return corners;
    }

    /** A jagged line, the same from either side; its last vertex is left to the next edge. */
    private static void edge(double[] from, double[] to, boolean isBackwards, double[][] ring, int at) {
        for (int v = 0; v < EDGE_VERTICES; v++) {
            int step = isBackwards ? EDGE_VERTICES - v : v;
            double t = (double) step / EDGE_VERTICES;
            double aside = step == 0 || step == EDGE_VERTICES || isOuter(from, to) ? 0 : (step % 2 == 0 ? 0.02 : -0.02);
            double dx = to[0] - from[0];
            double dy = to[1] - from[1];
            ring[at + v] = new double[] {from[0] + t * dx - aside * dy, from[1] + t * dy + aside * dx};
        }
    }

    private static boolean isOuter(double[] from, double[] to) {
        return from[0] == to[0] && (from[0] == Block.WEST || from[0] == Block.EAST)
                || from[1] == to[1] && (from[1] == Block.SOUTH || from[1] == Block.NORTH);
    }

    private static void feature(StringBuilder json, int number, double[][] ring) {
        json.append(number == 0 ? "" : ",")
                .append("{\"type\":\"Feature\",\"properties\":{\"code\":\"")
                .append(number);
        json.append("\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int v = 0; v < ring.length; v++) {
            json.append(v == 0 ? "[" : ",[")
                    .append(ring[v][0])
                    .append(',')
                    .append(ring[v][1])
                    .append(']');
        }
        json.append("]]}}\n");
    }

    private static FeatureLayer areas(StringBuilder json) throws IOException {
        return (FeatureLayer) load("areas.geojson", json.append("]}"), """
                layer: areas
                kind: grid-capacity
                source: {file: areas.geojson, format: geojson, publisher: Headroom, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {own: {}, role: area}
                fields: {transferCapacityMw: code}
                """);
    }

    private static Layer load(String file, StringBuilder text, String descriptor) throws IOException {
        Path folder = Files.createTempDirectory("headroom-benchmark");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file))) {
                out.append(text);
            }
            return load(folder, descriptor);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Layer load(Path folder, String descriptor) throws IOException {
        Path file = Files.writeString(folder.resolve("made-up.layer.yaml"), descriptor);
        return new LayerLoader(folder)
                .load(new DescriptorReader(LayerKind.builtIn()).read(file), 0, id -> {
                    throw new IllegalStateException("nothing is joined");
                })
                .layer();
    }
}
