package org.headroom.overlay.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }

    /** The whole ellipsoid measures 510,065,621.724 km² (NIMA TR8350.2, 2000, table 3.3). */
    @Test
    void areasAreThoseOfTheEllipsoid() throws ParseException {
        assertThat(EqualArea.km2(Boxes.WORLD)).isCloseTo(510_065_621.724, within(0.01));
        // Densified by hand, the edges of GeographicLib's polygon are as good as straight in degrees.
        Geometry kite = read("POLYGON ((7 40, 12 43, 9 51, 6.5 44, 7 40))");
        PolygonArea geodesic = new PolygonArea(Geodesic.WGS84, false);
        Coordinate[] ring = kite.getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            for (double share = 0; share < 1; share += 1 / 2048.0) {
                geodesic.AddPoint(
                        ring[i - 1].y + share * (ring[i].y - ring[i - 1].y),
                        ring[i - 1].x + share * (ring[i].x - ring[i - 1].x));
            }
        }
        double expected = Math.abs(geodesic.Compute().area) / 1e6;
        assertThat(EqualArea.km2(kite)).isCloseTo(expected, within(expected * 1e-7));
        assertThat(EqualArea.km2(read("LINESTRING (0 0, 1 1, 1 0, 0 0)"))).isZero();
        double small = EqualArea.km2(read("POLYGON ((7 40, 7.00001 40, 7.00001 40.00001, 7 40.00001, 7 40))"));
        assertThat(small).isCloseTo(0.85395e-3 * 1.11035e-3, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"10, 50, 5", "-75, 0, 50", "179.99, 60, 50", "-179.9, -20, 300", "30, 89.9, 100", "0, -90, 900"})
    void circlesMeasureWhatTheyShould(double longitude, double latitude, double radiusKm) {
        Geometry circle = Circles.of(longitude, latitude, radiusKm);
        assertThat(circle.isValid()).isTrue();
        Envelope box = circle.getEnvelopeInternal();
        assertThat(box.getMinX()).isGreaterThanOrEqualTo(-180);
        assertThat(box.getMaxX()).isLessThanOrEqualTo(180);
        double flat = Math.PI * radiusKm * radiusKm;
        double curved = flat * (1 - Math.pow(radiusKm / 6371, 2) / 12);
        assertThat(EqualArea.km2(circle)).isCloseTo(curved, within(curved * 3e-4));
        for (Coordinate corner : circle.getCoordinates()) {
            if (Math.abs(corner.x) < 179.999999 && Math.abs(corner.y) < 89.999) {
                double km = Geodesic.WGS84.Inverse(latitude, longitude, corner.y, corner.x).s12 / 1000;
                assertThat(km).isBetween(radiusKm * 0.997, radiusKm * 1.002);
            }
        }
    }

    @Test
    void boxesGoTheShortWayRound() {
        Boxes boxes = new Boxes();
        assertThat(boxes.box()).isNull();
        boxes.add(172, 52);
        boxes.add(new Envelope(-179, -120, 30, 60));
        boxes.add(-100, 40);
        Geometry box = boxes.box();
        assertThat(box).isNotNull();
        assertThat(box.getNumGeometries()).isEqualTo(2);
        assertThat(box.contains(FACTORY.createPoint(new Coordinate(175, 40)))).isTrue();
        assertThat(box.contains(FACTORY.createPoint(new Coordinate(-110, 40)))).isTrue();
        assertThat(box.contains(FACTORY.createPoint(new Coordinate(0, 40)))).isFalse();
        boxes.add(new Envelope(-180, 180, 0, 1));
        Geometry whole = boxes.box();
        assertThat(whole).isNotNull();
        assertThat(whole.getNumGeometries()).isEqualTo(1);
    }

    /** The border of an area is never nearer than is said, and not much farther. */
    @Test
    void bordersAreAtLeastAsFarAsIsSaid() throws ParseException {
        Geometry area = read("POLYGON ((0 40, 6 41, 7 47, 3 44, 1 48, 0 40), (3 42, 4 42, 4 43, 3 42))");
        Border border = new Border(area);
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            double x = 7 * random.nextDouble();
            double y = 40 + 7 * random.nextDouble();
            double nearest = nearestKm(area, x, y);
            double said = border.atLeastKm(x, y, 1000);
            assertThat(said).isBetween(0.95 * nearest - 0.1, nearest);
            assertThat(border.atLeastKm(x, y, 20)).isBetween(Math.min(20, 0.95 * nearest - 0.1), 20.0);
        }
    }

    private static double nearestKm(Geometry area, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        Geometry ring = area.getBoundary();
        for (int part = 0; part < ring.getNumGeometries(); part++) {
            Coordinate[] points = ring.getGeometryN(part).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                for (double share = 0; share <= 1; share += 0.004) {
                    double px = points[i - 1].x + share * (points[i].x - points[i - 1].x);
                    double py = points[i - 1].y + share * (points[i].y - points[i - 1].y);
                    least = Math.min(least, Geodesic.WGS84.Inverse(y, x, py, px).s12 / 1000);
                }
            }
        }
        return least;
    }

    @Test
    void theCutAtTheAntimeridianIsNoBorder() throws ParseException {
        Geometry both =
                read("MULTIPOLYGON (((170 -10, 180 -10, 180 10, 170 10, 170 -10)), ((-180 -10, -170 -10, -170 10,"
                        + " -180 10, -180 -10)))");
        assertThat(new Border(both).atLeastKm(180, 0, 500)).isEqualTo(500);
        assertThat(new Border(both.getGeometryN(0)).atLeastKm(179, 0, 500)).isBetween(110.0, 111.4);
        assertThat(new Border(both).atLeastKm(-171, 0, 500)).isBetween(110.0, 111.4);
        assertThat(new Border(read("POLYGON ((-180 60, 180 60, 180 90, -180 90, -180 60))")).atLeastKm(0, 89, 500))
                .isEqualTo(500);
    }

    /** Shapes are valid after loading; one that is not must not cost the sites round it. */
    @Test
    void overlaysPutRightWhatIsNotValid() throws ParseException {
        Geometry bowTie = read("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
        Geometry box = read("POLYGON ((0 0, 1 0, 1 2, 0 2, 0 0))");
        assertThat(Overlays.intersection(bowTie, box).getArea()).isCloseTo(1, within(1e-9));
        assertThat(Overlays.union(List.of(bowTie, box)).getArea()).isCloseTo(3, within(1e-9));
        assertThat(Overlays.union(List.of()).isEmpty()).isTrue();
    }
}
