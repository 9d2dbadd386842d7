package org.headroom.layers.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

final class AreaIndexTest {
    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    private static GridAreaIndex index(Geometry... areas) {
        int[] all = IntStream.range(0, areas.length).toArray();
        return new GridAreaIndex(areas, all, all);
    }

    private static List<Integer> covering(GridAreaIndex index, double x, double y) {
        List<Integer> found = new ArrayList<>();
        index.covering(x, y, found::add);
        assertThat(index.first(x, y)).isEqualTo(found.isEmpty() ? -1 : found.get(0));
        return found;
    }

    @Test
    void bordersAndVerticesBelongToEveryNeighbour() throws ParseException {
        GridAreaIndex index = index(
                wkt("POLYGON((0 0,1 0,1 1,0 1,0 0))"),
                wkt("POLYGON((1 0,2 0,2 1,1 1,1 0))"),
                wkt("POLYGON((0 1,2 1,2 2,0 2,0 1))"));
        assertThat(covering(index, 0.5, 0.5)).containsExactly(0);
        assertThat(covering(index, 1, 0.5)).containsExactly(0, 1);
        assertThat(covering(index, 1, 1)).containsExactly(0, 1, 2);
        assertThat(covering(index, 0.25, 1)).containsExactly(0, 2);
        assertThat(covering(index, 0, 0)).containsExactly(0);
        assertThat(covering(index, 2, 2)).containsExactly(2);
        assertThat(covering(index, 2.0000001, 2)).isEmpty();
        assertThat(covering(index, Double.NaN, 1)).isEmpty();
    }

    @Test
    void aHoleIsOutsideButItsBorderIsNot() throws ParseException {
        GridAreaIndex index = index(
                wkt("POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3))"),
                wkt("MULTIPOLYGON(((3 3,6 3,6 6,3 6,3 3)),((20 0,21 0,21 1,20 1,20 0)))"));
        assertThat(covering(index, 4, 4)).containsExactly(1);
        assertThat(covering(index, 3, 4)).containsExactly(0, 1);
        assertThat(covering(index, 1, 4)).containsExactly(0);
        assertThat(covering(index, 20.5, 0.5)).containsExactly(1);
        assertThat(covering(index, 15, 0.5)).isEmpty();
    }

    @Test
    void recordsThatShareAnAreaAreAllFoundInOrder() throws ParseException {
        Geometry[] areas = {wkt("POLYGON((0 0,2 0,2 2,0 2,0 0))"), wkt("POLYGON((1 1,3 1,3 3,1 3,1 1))")};
        GridAreaIndex index = new GridAreaIndex(areas, new int[] {1, 0, -1, 1, 0}, new int[] {0, 1, 3, 4});
        assertThat(index.size()).isEqualTo(4);
        assertThat(covering(index, 1.5, 1.5)).containsExactly(0, 1, 3, 4);
        assertThat(covering(index, 2.5, 2.5)).containsExactly(0, 3);
    }

    @Test
    void anEmptyIndexCoversNothing() {
        assertThat(index().first(0, 0)).isEqualTo(-1);
    }

    @Test
    void theExtentIsTheBoxOfAllAreas() throws ParseException {
        GridAreaIndex index = index(wkt("POLYGON((0 0,2 0,2 2,0 2,0 0))"), wkt("POLYGON((5 1,7 1,7 3,5 3,5 1))"));
        assertThat(index.extent()).isEqualTo(new Envelope(0, 7, 0, 3));
        index.extent().expandBy(1);
        assertThat(index.extent()).isEqualTo(new Envelope(0, 7, 0, 3));
        assertThat(index().extent().isNull()).isTrue();
    }

    /** Tiny, thin and far-off areas must not blow up the grid; some hundred thousand records on the whole world must not either. */
    @Test
    void extremeExtents() throws ParseException {
        Geometry world = wkt("POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))");
        Geometry tiny = wkt("POLYGON((179.99999999999 1,180 1,180 1.00000000001,179.99999999999 1))");
        Geometry thin = wkt("POLYGON((-180 0,180 0,180 1e-13,-180 0))");
        assertThat(covering(index(tiny), 180, 1)).containsExactly(0);
        assertThat(covering(index(tiny), 180, 2)).isEmpty();
        assertThat(covering(index(thin), 0, 0)).containsExactly(0);
        assertThat(covering(index(thin), 0, 1)).isEmpty();
        assertThat(covering(index(world, tiny, thin), 180, 1)).containsExactly(0, 1);
        assertThat(covering(index(world, tiny, thin), -180, -90)).containsExactly(0);
        int[] all = IntStream.range(0, 300_000).toArray();
        GridAreaIndex many = new GridAreaIndex(
                new Geometry[] {world, tiny}, IntStream.of(all).map(i -> i % 2).toArray(), all);
        assertThat(covering(many, 10, 10)).hasSize(150_000);
        assertThat(many.first(179.9, 1)).isZero();
    }

    /** The answer of JTS's covers, for areas that overlap, touch, have holes and several parts, at places on borders and vertices. */
    @Property(tries = 150)
    void agreesWithJts(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry[] areas = RandomAreas.some(random);
        GridAreaIndex index = index(areas);
        for (int q = 0; q < 100; q++) {
            Coordinate place = RandomAreas.place(random, areas[random.nextInt(areas.length)]);
            Geometry point = new GeometryFactory().createPoint(place);
            List<Integer> expected = IntStream.range(0, areas.length)
                    .filter(i -> areas[i].covers(point))
                    .boxed()
                    .toList();
            assertThat(covering(index, place.x, place.y)).isEqualTo(expected);
        }
    }

    @Property(tries = 40)
    void agreesWithJtsWhereAreasTile(@ForAll long seed) {
        Random random = new Random(seed);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sites.add(new Coordinate(random.nextInt(11), random.nextInt(11)));
        }
        VoronoiDiagramBuilder cells = new VoronoiDiagramBuilder();
        cells.setSites(sites);
        Geometry diagram = cells.getDiagram(new GeometryFactory());
        Geometry[] areas = IntStream.range(0, diagram.getNumGeometries())
                .mapToObj(diagram::getGeometryN)
                .toArray(Geometry[]::new);
        GridAreaIndex index = index(areas);
        for (int q = 0; q < 50; q++) {
            Geometry any = areas[random.nextInt(areas.length)];
            Coordinate place =
                    switch (random.nextInt(3)) {
                        case 0 -> any.getCoordinates()[0];
                        case 1 -> new Coordinate(random.nextInt(41) / 4.0, random.nextInt(41) / 4.0);
                        default -> new Coordinate(random.nextDouble() * 12 - 1, random.nextDouble() * 12 - 1);
                    };
            List<Integer> expected = IntStream.range(0, areas.length)
                    .filter(i -> SimplePointInAreaLocator.locate(place, areas[i]) != Location.EXTERIOR)
                    .boxed()
                    .toList();
            assertThat(covering(index, place.x, place.y)).isEqualTo(expected);
        }
    }
}
