package org.headroom.layers.format.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class RingAssemblerTest {
    /** A square ring; clockwise, as shells are in a shapefile, or the other way. */
    private static Coordinate[] square(double x, double y, double side, boolean clockwise) {
        Coordinate a = new Coordinate(x, y);
        Coordinate b = new Coordinate(x, y + side);
        Coordinate c = new Coordinate(x + side, y + side);
        Coordinate d = new Coordinate(x + side, y);
        return clockwise ? new Coordinate[] {a, b, c, d, a} : new Coordinate[] {a, d, c, b, a};
    }

    private static Geometry assemble(Coordinate[]... rings) {
        return RingAssembler.assemble(rings, new GeometryFactory());
    }

    @Test
    void aHoleBelongsToTheSmallestShellRoundIt() {
        // An island in a lake on a continent, and the island has a pond.
        Geometry land = assemble(
                square(0, 0, 10, true),
                square(1, 1, 8, false),
                square(3, 3, 4, true),
                square(4, 4, 1, false),
                square(20, 0, 1, true));
        assertThat(land.getNumGeometries()).isEqualTo(3);
        assertThat(land.isValid()).isTrue();
        assertThat(land.getArea()).isEqualTo(100 - 64 + 16 - 1 + 1);
    }

    @Test
    void aRingTurnedTheWrongWayIsStillAShell() {
        assertThat(assemble(square(0, 0, 2, false)).getArea()).isEqualTo(4);
        assertThat(assemble(square(0, 0, 2, false), square(5, 5, 1, false)).getArea())
                .isEqualTo(5);
    }

    @Test
    void aHoleMayTouchItsShell() {
        assertThat(assemble(square(0, 0, 2, true), square(0, 0, 1, false)).getArea())
                .isEqualTo(3);
    }

    @Test
    void noRingIsNoGeometry() {
        assertThat(assemble()).isNull();
    }
}
