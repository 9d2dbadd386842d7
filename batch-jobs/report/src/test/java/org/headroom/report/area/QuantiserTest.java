package org.headroom.report.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class QuantiserTest {
    /** Three squares in a row, the first two of one state, with points on their sides; the last has a hole and a crumb beside it. */
    private static final List<String> AREAS = List.of(
            "POLYGON((0 0, 10 0, 10 5.00004, 10 10, 0 10, 0 0))",
            "POLYGON((10 0, 20 0, 20 10, 10 10, 10 5.00004, 10 0))",
            "MULTIPOLYGON(((20 0, 30 0, 30 10, 20 10, 20 0), (22 2, 22 4, 24 4, 24 2, 22 2)),"
                    + " ((31 1, 31.0001 1, 31 1.0001, 31 1)))");

    private static QuantisedShapes shapes() {
        return Objects.requireNonNull(Quantiser.of(AREAS.size() + 1, QuantiserTest::area, new int[] {0, 0, 1, -1}));
    }

    private static @Nullable Geometry area(int row) {
        try {
            return row < AREAS.size() ? new WKTReader().read(AREAS.get(row)) : null;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void neighboursShareTheirCorners() {
        QuantisedShapes shapes = shapes();
        assertThat(shapes.step()).isEqualTo(0.01);
        assertThat(shapes.rows()).containsExactly(0, 1, 2);
        assertThat(QuantisedShapes.points(shapes.shapes().get(0).get(0).get(0)))
                .containsExactly(0, 0, 1000, 0, 1000, 1000, 0, 1000);
        assertThat(QuantisedShapes.points(shapes.shapes().get(1).get(0).get(0)))
                .containsExactly(1000, 0, 2000, 0, 2000, 1000, 1000, 1000);
        assertThat(shapes.shapes().get(2))
                .as("the crumb is smaller than a step")
                .hasSize(1);
        assertThat(shapes.shapes().get(2).get(0)).as("ring and hole").hasSize(2);
    }

    @Test
    void linesBetweenStatesAreDrawnAndThoseWithinAreNot() {
        boolean[] isDrawn = new boolean[2];
        for (int[] line : shapes().outlines()) {
            int[] points = QuantisedShapes.points(line);
            for (int i = 0; i + 3 < points.length; i += 2) {
                isDrawn[0] |= points[i] == 1000 && points[i + 2] == 1000;
                isDrawn[1] |= points[i] == 2000 && points[i + 2] == 2000;
            }
        }
        assertThat(isDrawn).containsExactly(false, true);
    }

    @Test
    void sitesWithoutAreasHaveNone() {
        assertThat(Quantiser.of(2, row -> null, new int[2])).isNull();
    }
}
