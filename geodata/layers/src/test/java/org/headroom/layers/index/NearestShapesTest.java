package org.headroom.layers.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Distances to lines and outlines against the nearest of many places on them by geodesic. */
final class NearestShapesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static NearestShapes index(List<Geometry> shapes) {
        int[] records = new int[shapes.size()];
        for (int i = 0; i < records.length; i++) {
            records[i] = i;
        }
        return new NearestShapes(new KdTreePointIndex(new double[0], new double[0], new int[0]), records, shapes::get);
    }

    private static double bruteKm(Geometry shape, double longitude, double latitude) {
        Coordinate[] points = shape.getCoordinates();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.length; i++) {
            double dx = points[i].x - points[i - 1].x;
            dx -= 360 * Math.rint(dx / 360);
            for (int part = 0; part <= 2000; part++) {
                double x = points[i - 1].x + dx * part / 2000;
                double y = points[i - 1].y + (points[i].y - points[i - 1].y) * part / 2000;
                least = Math.min(least, Wgs84.geodesicKm(longitude, latitude, x, y));
            }
        }
        return least;
    }

    @Test
    void linesAreAsNearAsTheirNearestPlace() {
        Random random = new Random(4);
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double x = -179.9 + random.nextDouble() * 4;
            double y = 60 + random.nextDouble() * 4;
            lines.add(FACTORY.createLineString(new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x + random.nextDouble(), y + random.nextDouble()),
                // Some cross the 180th meridian.
                new Coordinate(x - random.nextDouble() < -180 ? 179.8 : x - 0.05, y - random.nextDouble())
            }));
        }
        NearestShapes index = index(lines);
        int[] record = new int[20];
        double[] km = new double[20];
        double[] longitudes =
                random.doubles(20, 175, 185).map(x -> x > 180 ? x - 360 : x).toArray();
        double[] latitudes = random.doubles(20, 58, 66).toArray();
        index.nearest(longitudes, latitudes, 20, record, km);
        for (int i = 0; i < 20; i++) {
            double longitude = longitudes[i];
            double latitude = latitudes[i];
            double least = lines.stream()
                    .mapToDouble(l -> bruteKm(l, longitude, latitude))
                    .min()
                    .orElseThrow();
            // What is compared with has steps of up to 100 m of its own.
            assertThat(km[i]).isCloseTo(least, within(0.004 + 0.002 / Math.max(0.01, least)));
            assertThat(bruteKm(lines.get(record[i]), longitude, latitude)).isCloseTo(least, within(0.005));
        }
    }

    private static double oneKm(String wkt, double longitude, double latitude) {
        try {
            double[] km = new double[1];
            index(List.of(new WKTReader(FACTORY).read(wkt)))
                    .nearest(new double[] {longitude}, new double[] {latitude}, 1, new int[1], km);
            return km[0];
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void aLongLineAlongAParallelStaysOnIt() {
        assertThat(oneKm("LINESTRING (-120 45, -80 45)", -100, 45.1))
                .isCloseTo(Wgs84.geodesicKm(-100, 45.1, -100, 45), within(0.002));
    }

    @Test
    void outlinesAreAtZeroWithinAndHolesAreOutside() {
        String ring = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0), (0.4 0.4, 0.6 0.4, 0.6 0.6, 0.4 0.6, 0.4 0.4))";
        assertThat(oneKm(ring, 0.2, 0.2)).isZero();
        assertThat(oneKm(ring, 0.5, 0.59)).isCloseTo(Wgs84.geodesicKm(0.5, 0.59, 0.5, 0.6), within(0.002));
        assertThat(oneKm(ring, 1.01, 0.5)).isCloseTo(Wgs84.geodesicKm(1.01, 0.5, 1, 0.5), within(0.002));
    }

    @Test
    void cloudsArePointsEach() {
        assertThat(oneKm("MULTIPOINT ((0 0), (10 10))", 10, 10.01))
                .isCloseTo(Wgs84.geodesicKm(10, 10.01, 10, 10), within(1e-5));
        assertThat(oneKm("GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (5 5, 6 6))", 6, 6.01))
                .isCloseTo(Wgs84.geodesicKm(6, 6.01, 6, 6), within(1e-5));
    }

    @Test
    void nearestOfPointsAndShapesTogether() {
        double[] x = {0, 9, 5};
        double[] y = {0, 9, 5};
        KdTreePointIndex points = new KdTreePointIndex(x, y, new int[] {0, 2});
        Geometry line = FACTORY.createLineString(new Coordinate[] {new Coordinate(3, 3), new Coordinate(3, 9)});
        NearestShapes index = new NearestShapes(points, new int[] {1}, r -> line);
        int[] records = new int[4];
        double[] km = new double[4];
        index.nearest(new double[] {0.1, 3.1, 5, Double.NaN}, new double[] {0, 7, 5, 0}, 4, records, km);
        assertThat(records).containsExactly(0, 1, 2, -1);
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void withinGivesWhatNearestGivesOneByOne() {
        SplittableRandom random = new SplittableRandom(7);
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double x = -100 + 4 * random.nextDouble();
            double y = 40 + 4 * random.nextDouble();
            Geometry line = FACTORY.createLineString(new Coordinate[] {
                new Coordinate(x, y), new Coordinate(x + random.nextDouble(), y + random.nextDouble())
            });
            shapes.add(i % 2 == 0 ? line : line.buffer(0.1));
        }
        NearestShapes all = index(shapes);
        List<NearestShapes> alone =
                shapes.stream().map(shape -> index(List.of(shape))).toList();
        for (int i = 0; i < 50; i++) {
            double x = -100 + 4 * random.nextDouble();
            double y = 40 + 4 * random.nextDouble();
            double radiusKm = 80 * random.nextDouble();
            Map<Integer, Double> expected = new TreeMap<>();
            for (int record = 0; record < alone.size(); record++) {
                double[] km = new double[1];
                alone.get(record).nearest(new double[] {x}, new double[] {y}, 1, new int[1], km);
                if (km[0] <= radiusKm) {
                    expected.put(record, km[0]);
                }
            }
            Map<Integer, Double> found = new LinkedHashMap<>();
            all.within(x, y, radiusKm, (record, km) -> assertThat(found.put(record, km))
                    .isNull());
            assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
            // The nearest place is that of the piece by chord, which may be another by less than a millimetre.
            found.forEach((record, km) -> assertThat(km).isCloseTo(expected.get(record), within(1e-6)));
        }
    }
}
