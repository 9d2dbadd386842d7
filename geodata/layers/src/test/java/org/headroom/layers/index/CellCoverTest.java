package org.headroom.layers.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What a cell says of an area must hold at every place in it. */
final class CellCoverTest {
    private static final char OUTSIDE = '.';
    private static final char CROSSED = 'x';
    private static final char INSIDE = 'o';

    private static char[] cover(CellGrid grid, AreaLocator area) {
        char[] cells = ".".repeat(grid.size()).toCharArray();
        new CellCover(grid).visit(area, (from, to, isCrossed) -> {
            for (int cell = from; cell < to; cell++) {
                cells[cell] = isCrossed ? CROSSED : INSIDE;
            }
        });
        return cells;
    }

    @Property(tries = 300)
    void cellsSayWhatTheAreaSays(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry geometry = RandomAreas.one(random);
        Envelope extent = new Envelope(geometry.getEnvelopeInternal());
        if (random.nextBoolean()) {
            extent.expandBy(random.nextDouble() * 3, random.nextDouble() * 3);
        }
        CellGrid grid = new CellGrid(extent, extent.getWidth() / (1 + random.nextInt(60)), 1 + random.nextInt(100));
        AreaLocator area = new AreaLocator(geometry);
        char[] cells = cover(grid, area);
        for (int q = 0; q < 300; q++) {
            Coordinate place = place(random, geometry, extent, grid);
            if (!grid.covers(place.x, place.y)) {
                continue;
            }
            char cell = cells[grid.cell(place.x, place.y)];
            if (cell != CROSSED) {
                assertThat(area.covers(place.x, place.y)).isEqualTo(cell == INSIDE);
            }
        }
    }

    /** As {@link RandomAreas#place}, or on the corner of a cell as near as numbers allow. */
    private static Coordinate place(Random random, Geometry geometry, Envelope extent, CellGrid grid) {
        if (random.nextInt(3) > 0) {
            return RandomAreas.place(random, geometry);
        }
        double x = extent.getMinX() + random.nextInt(grid.columns + 1) * (extent.getWidth() / grid.columns);
        double y = extent.getMinY() + random.nextInt(grid.rows + 1) * (extent.getHeight() / grid.rows);
        return switch (random.nextInt(3)) {
            case 0 -> new Coordinate(x, y);
            case 1 -> new Coordinate(Math.nextUp(x), Math.nextDown(y));
            default -> new Coordinate(Math.nextDown(x), Math.nextUp(y));
        };
    }

    @Test
    void aBoxInAGridOfTenByTen() throws ParseException {
        AreaLocator area = new AreaLocator(new WKTReader().read("POLYGON((1.5 1.5,6.5 1.5,6.5 5.5,1.5 5.5,1.5 1.5))"));
        String cells = new String(cover(new CellGrid(new Envelope(0, 10, 0, 10), 1, 100), area));
        assertThat(cells.substring(10, 20)).isEqualTo(".xxxxxx...");
        assertThat(cells.substring(20, 30)).isEqualTo(".xoooox...");
        assertThat(cells.substring(40, 50)).isEqualTo(".xoooox...");
        assertThat(cells.substring(50, 60)).isEqualTo(".xxxxxx...");
        assertThat(cells.substring(0, 10) + cells.substring(60))
                .containsOnlyOnce(String.valueOf(OUTSIDE).repeat(50));
    }
}
