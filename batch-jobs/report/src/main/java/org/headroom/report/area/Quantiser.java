package org.headroom.report.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts areas on a grid of some 6,000 steps across all of them, which is about 1 km for the United States. Every point goes to its nearest place on the
 * grid, so neighbours stay neighbours; points that fall together or lie on the line between their neighbours are left out. An area that
 * is smaller than a step is left out: its point is shown.
 */
public final class Quantiser {
    private static final double STEPS = 6000;
    private static final int FEWEST_POINTS = 3;
    private static final double[] NICE = {1, 2, 5, 10};

    private final double west;
    private final double south;
    private final double step;
    private final Outlines outlines = new Outlines();

    private Quantiser(Envelope box) {
        double extent = Math.max(box.getWidth(), box.getHeight());
        step = niceStep(extent / STEPS);
        west = Math.floor(box.getMinX() / step) * step;
        south = Math.floor(box.getMinY() / step) * step;
    }

    private static double niceStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-6))));
        for (double nice : NICE) {
            if (nice * power >= least) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    /**
     * The areas of sites.
     *
     * @param count number of sites, by rank
     * @param areas gives the area of a row in EPSG:4326; null where it has none
     * @param stateOfRow a number for the state of each row, -1 where it is not known
     * @return null when no site has an area
     */
    public static @Nullable QuantisedShapes of(int count, IntFunction<@Nullable Geometry> areas, int[] stateOfRow) {
        Envelope box = new Envelope();
        Geometry[] found = new Geometry[count];
        for (int row = 0; row < count; row++) {
            Geometry area = areas.apply(row);
            if (area != null && !area.isEmpty()) {
                found[row] = area;
                box.expandToInclude(area.getEnvelopeInternal());
            }
        }
        return box.isNull() ? null : new Quantiser(box).all(found, stateOfRow);
    }

    private @Nullable QuantisedShapes all(@Nullable Geometry[] areas, int[] stateOfRow) {
        List<Integer> rows = new ArrayList<>();
        List<List<List<int[]>>> shapes = new ArrayList<>();
        for (int row = 0; row < areas.length; row++) {
            Geometry area = areas[row];
            if (area != null) {
                List<List<int[]>> polygons = polygons(area, stateOfRow[row]);
                if (!polygons.isEmpty()) {
                    rows.add(row);
                    shapes.add(polygons);
                }
            }
        }
        return rows.isEmpty() ? null : new QuantisedShapes(west, south, step, rows, shapes, outlines.lines());
    }

    private List<List<int[]>> polygons(Geometry area, int state) {
        List<List<int[]>> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                int[] shell = ring(polygon.getExteriorRing(), state);
                if (shell.length > 0) {
                    List<int[]> rings = new ArrayList<>(List.of(shell));
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        int[] inner = ring(polygon.getInteriorRingN(hole), state);
                        if (inner.length > 0) {
                            rings.add(inner);
                        }
                    }
                    polygons.add(rings);
                }
            }
        }
        return polygons;
    }

    /** A ring as differences; empty when it falls together. */
    private int[] ring(LinearRing ring, int state) {
        int[] points = new int[2 * ring.getNumPoints()];
        int size = 0;
        for (int i = 0; i + 1 < ring.getNumPoints(); i++) {
            int x = (int) Math.round((ring.getCoordinateN(i).x - west) / step);
            int y = (int) Math.round((ring.getCoordinateN(i).y - south) / step);
            if (size == 0 || points[size - 2] != x || points[size - 1] != y) {
                points[size++] = x;
                points[size++] = y;
            }
        }
        while (size > 2 && points[0] == points[size - 2] && points[1] == points[size - 1]) {
            size -= 2;
        }
        if (size < 2 * FEWEST_POINTS) {
            return new int[0];
        }
        int[] whole = Arrays.copyOf(points, size);
        outlines.add(whole, state);
        int[] corners = corners(whole);
        return corners.length < 2 * FEWEST_POINTS ? new int[0] : QuantisedShapes.differences(corners);
    }

    /** Without points on the line between their neighbours. */
    private static int[] corners(int[] ring) {
        int count = ring.length / 2;
        int[] corners = new int[ring.length];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int before = 2 * ((i + count - 1) % count);
            int at = 2 * i;
            int after = 2 * ((i + 1) % count);
            long turn = (long) (ring[at] - ring[before]) * (ring[after + 1] - ring[at + 1])
                    - (long) (ring[at + 1] - ring[before + 1]) * (ring[after] - ring[at]);
            if (turn != 0) {
                corners[size++] = ring[at];
                corners[size++] = ring[at + 1];
            }
        }
        return Arrays.copyOf(corners, size);
    }
}
