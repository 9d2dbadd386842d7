package org.headroom.layers.index;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Says whether a polygon or multipolygon covers a place, border included: ray crossing with exact orientation signs (the algorithm of
 * JTS's RayCrossingCounter), over edges kept in horizontal slabs so that a query looks only at the edges of one slab. Immutable; a query
 * allocates nothing.
 */
final class AreaLocator {
    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;
    private final double slabsPerDegree;
    /** Edge e runs from (4e, 4e+1) to (4e+2, 4e+3). */
    private final double[] edges;
    /** Edges of slab s are slabEdges[slabStart[s] .. slabStart[s + 1] - 1]. */
    private final int[] slabStart;

    private final int[] slabEdges;

    /** The geometry must be a valid polygon or multipolygon (or a collection of them that do not overlap). */
    AreaLocator(Geometry area) {
        Envelope box = area.getEnvelopeInternal();
        minX = box.getMinX();
        maxX = box.getMaxX();
        minY = box.getMinY();
        maxY = box.getMaxY();
        edges = edgesOf(area);
        int count = edges.length / 4;
        int slabs = Math.max(1, Math.min(4096, count / 4));
        slabsPerDegree = maxY > minY ? slabs / (maxY - minY) : 0;
        int[] sizes = new int[slabs + 1];
        for (int e = 0; e < count; e++) {
            for (int s = slabOf(lowY(e), slabs); s <= slabOf(highY(e), slabs); s++) {
                sizes[s + 1]++;
            }
        }
        for (int s = 0; s < slabs; s++) {
            sizes[s + 1] += sizes[s];
        }
        slabStart = sizes;
        slabEdges = new int[sizes[slabs]];
        int[] next = sizes.clone();
        for (int e = 0; e < count; e++) {
            for (int s = slabOf(lowY(e), slabs); s <= slabOf(highY(e), slabs); s++) {
                slabEdges[next[s]++] = e;
            }
        }
    }

    /** The bounding box; a new object each time. */
    Envelope box() {
        return new Envelope(minX, maxX, minY, maxY);
    }

    /** The edges, four numbers each: x and y of one end and of the other. Not to be written to. */
    double[] edges() {
        return edges;
    }

    /** O(edges of one slab). */
    boolean covers(double x, double y) {
        if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) {
            return false;
        }
        int slab = slabOf(y, slabStart.length - 1);
        boolean inside = false;
        for (int i = slabStart[slab]; i < slabStart[slab + 1]; i++) {
            int e = 4 * slabEdges[i];
            double x1 = edges[e];
            double y1 = edges[e + 1];
            double x2 = edges[e + 2];
            double y2 = edges[e + 3];
            if (x1 < x && x2 < x) {
                continue;
            }
            if (x == x2 && y == y2) {
                return true;
            }
            if (y1 == y && y2 == y) {
                if (x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) {
                    return true;
                }
                continue;
            }
            if ((y1 > y && y2 <= y) || (y2 > y && y1 <= y)) {
                if (x1 > x && x2 > x) {
                    inside = !inside;
                    continue;
                }
                int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
                if (side == 0) {
                    return true;
                }
                if ((y2 < y1 ? -side : side) > 0) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private int slabOf(double y, int slabs) {
        int slab = (int) ((y - minY) * slabsPerDegree);
        return Math.min(slabs - 1, Math.max(0, slab));
    }

    private double lowY(int edge) {
        return Math.min(edges[4 * edge + 1], edges[4 * edge + 3]);
    }

    private double highY(int edge) {
        return Math.max(edges[4 * edge + 1], edges[4 * edge + 3]);
    }

    private static double[] edgesOf(Geometry area) {
        double[] out = new double[4 * area.getNumPoints()];
        int at = 0;
        for (int g = 0; g < area.getNumGeometries(); g++) {
            Polygon polygon = (Polygon) area.getGeometryN(g);
            at = addRing(polygon.getExteriorRing(), out, at);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                at = addRing(polygon.getInteriorRingN(h), out, at);
            }
        }
        return Arrays.copyOf(out, at);
    }

    private static int addRing(LinearRing ring, double[] out, int start) {
        CoordinateSequence points = ring.getCoordinateSequence();
        int at = start;
        for (int i = 1; i < points.size(); i++) {
            out[at++] = points.getX(i - 1);
            out[at++] = points.getY(i - 1);
            out[at++] = points.getX(i);
            out[at++] = points.getY(i);
        }
        return at;
    }
}
