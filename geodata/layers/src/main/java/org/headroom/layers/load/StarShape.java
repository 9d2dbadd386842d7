package org.headroom.layers.load;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A quick proof that a polygon is valid, for the many that are seen whole from their middle, such as parcels and buffers: a ring that goes
 * round a point once, always the same way, meets each ray from the point once and so never itself.
 */
final class StarShape {
    private StarShape() {}

    /** Whether the polygon is certainly valid; false when only the full check can say. Coordinates must be finite. */
    static boolean isStar(Polygon polygon) {
        if (polygon.getNumInteriorRing() > 0) {
            return false;
        }
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
        Coordinate middle = middle(ring);
        int way = Orientation.index(middle, ring[0], ring[1]);
        if (way == Orientation.COLLINEAR) {
            return false;
        }
        int upward = 0;
        int downward = 0;
        for (int i = 1; i < ring.length; i++) {
            if (Orientation.index(middle, ring[i - 1], ring[i]) != way) {
                return false;
            }
            boolean wasBelow = ring[i - 1].y < middle.y;
            boolean isBelow = ring[i].y < middle.y;
            upward += wasBelow && !isBelow ? 1 : 0;
            downward += isBelow && !wasBelow ? 1 : 0;
        }
        // Every turn crosses the height of the middle once each way.
        return upward == 1 && downward == 1;
    }

    private static Coordinate middle(Coordinate[] ring) {
        double x = 0;
        double y = 0;
        for (int i = 1; i < ring.length; i++) {
            x += ring[i].x;
            y += ring[i].y;
        }
        return new Coordinate(x / (ring.length - 1), y / (ring.length - 1));
    }
}
