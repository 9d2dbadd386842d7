package org.headroom.layers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What is taken for valid at a glance is valid. */
final class StarShapeTest {
    @Property(tries = 3000)
    void starsAreValid(@ForAll("rings") List<Coordinate> points) {
        List<Coordinate> ring = new ArrayList<>(points);
        ring.add(points.get(0).copy());
        Polygon polygon = new GeometryFactory().createPolygon(ring.toArray(new Coordinate[0]));
        boolean star = StarShape.isStar(polygon);
        Statistics.collect(star);
        if (star) {
            assertThat(new IsValidOp(polygon).isValid()).isTrue();
        }
    }

    /** Points round a middle with radii of their own, sometimes in a wrong order or twice round, on a coarse grid. */
    @Provide
    Arbitrary<List<Coordinate>> rings() {
        Arbitrary<List<Double>> radii =
                Arbitraries.doubles().between(0.5, 8).list().ofMinSize(3).ofMaxSize(12);
        return Combinators.combine(
                        radii,
                        Arbitraries.of(1, 1, 2, -1),
                        Arbitraries.integers().between(0, 3))
                .as((lengths, turns, mode) -> {
                    List<Coordinate> points = new ArrayList<>();
                    for (int i = 0; i < lengths.size(); i++) {
                        double angle = 2 * StrictMath.PI * turns * i / lengths.size();
                        double x = lengths.get(i) * StrictMath.cos(angle);
                        double y = lengths.get(i) * StrictMath.sin(angle);
                        points.add(
                                mode == 0
                                        ? new Coordinate(StrictMath.rint(x), StrictMath.rint(y))
                                        : new Coordinate(x, y));
                    }
                    if (mode == 1) {
                        points.add(points.remove(1));
                    }
                    return points;
                });
    }

    private static boolean isStar(String wkt) throws ParseException {
        return StarShape.isStar((Polygon) new WKTReader().read(wkt));
    }

    @Example
    void knownShapes() throws ParseException {
        assertThat(isStar("POLYGON((0 0,4 0,4 3,0 3,0 0))")).isTrue();
        assertThat(isStar("POLYGON((0 0,0 3,4 3,4 0,0 0))")).isTrue();
        assertThat(isStar("POLYGON((0 0,4 4,4 0,0 4,0 0))")).as("bow tie").isFalse();
        assertThat(isStar("POLYGON((0 0,4 0,4 4,0 4,0 0,4 0,4 4,0 4,0 0))"))
                .as("twice round")
                .isFalse();
        assertThat(isStar("POLYGON((0 0,9 0,9 9,8 9,8 1,0 1,0 0))"))
                .as("seen in part only")
                .isFalse();
        assertThat(isStar("POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 2,1 1))"))
                .as("hole")
                .isFalse();
        assertThat(isStar("POLYGON((0 0,1 1,2 2,0 0))")).as("no extent").isFalse();
    }
}
