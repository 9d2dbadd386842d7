package org.headroom.overlay.shape;

import java.util.Arrays;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Says how far the border of an area is at least. The antimeridian, where areas are cut, is no border as long as the area goes on behind it, and the
 * poles are none. Immutable and safe for several threads.
 */
public final class Border {
    private static final int EDGES_PER_RUN = 16;
    private static final double HALF_TURN = 180;
    private static final double POLE = 90;

    private final STRtree runs = new STRtree();

    /** @param area polygons in degrees within -180 to 180, without borders between parts that touch; may be empty */
    public Border(Geometry area) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                add(polygon.getExteriorRing(), area);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    add(polygon.getInteriorRingN(hole), area);
                }
            }
        }
        runs.build();
    }

    private void add(LineString ring, Geometry area) {
        CoordinateSequence points = ring.getCoordinateSequence();
        for (int first = 0; first < points.size() - 1; first += EDGES_PER_RUN) {
            int last = Math.min(points.size() - 1, first + EDGES_PER_RUN);
            Envelope box = new Envelope();
            double[] ends = new double[4 * (last - first)];
            int size = 0;
            for (int i = first; i < last; i++) {
                double x1 = points.getX(i);
                double y1 = points.getY(i);
                double x2 = points.getX(i + 1);
                double y2 = points.getY(i + 1);
                if (!isCut(x1, y1, x2, y2, area)) {
                    box.expandToInclude(x1, y1);
                    box.expandToInclude(x2, y2);
                    ends[size++] = x1;
                    ends[size++] = y1;
                    ends[size++] = x2;
                    ends[size++] = y2;
                }
            }
            if (size > 0) {
                runs.insert(box, Arrays.copyOf(ends, size));
            }
        }
    }

    private static boolean isCut(double x1, double y1, double x2, double y2, Geometry area) {
        if (Math.abs(y1) == POLE && y1 == y2) {
            return true;
        }
        return Math.abs(x1) == HALF_TURN
                && x1 == x2
                && SimplePointInAreaLocator.locate(new Coordinate(-x1, (y1 + y2) / 2), area) != Location.EXTERIOR;
    }

    /**
     * A distance, km, than which the border is not nearer to a place, at most the limit. Within 3 % of the true distance below 100 km and
     * 50 degrees of latitude.
     */
    public double atLeastKm(double longitude, double latitude, double limitKm) {
        Search wide = new Search(longitude, latitude, limitKm);
        double found = wide.atLeastKm();
        // The first figure allowed for latitudes as far off as the limit; now it is known how near the border comes.
        return found < limitKm
                ? Math.max(found, new Search(longitude, latitude, wide.atMostKm()).atLeastKm())
                : limitKm;
    }

    /**
     * One search. A way that is shorter than the limit stays within some latitudes; with the smallest cosine among them the plane of (λ cos φ, φ) is
     * nowhere longer than the way.
     */
    private final class Search {
        private final double limitKm;
        private final double scale;
        private double squared = Double.POSITIVE_INFINITY;
        private double nearestX;
        private double nearestY;
        private final double longitude;
        private final double latitude;

        Search(double longitude, double latitude, double limitKm) {
            this.longitude = longitude;
            this.latitude = latitude;
            this.limitKm = limitKm;
            double north = StrictMath.toDegrees(limitKm / Lengths.LEAST_RADIUS_KM);
            double farthest = Math.abs(latitude) + north;
            scale = farthest >= POLE ? 0 : StrictMath.cos(StrictMath.toRadians(farthest));
            double east = north < scale * HALF_TURN ? north / scale : HALF_TURN;
            for (int turn = -1; turn <= 1; turn++) {
                double x = longitude + turn * 2 * HALF_TURN;
                Envelope near = new Envelope(x - east, x + east, latitude - north, latitude + north);
                if (near.getMaxX() >= -HALF_TURN && near.getMinX() <= HALF_TURN) {
                    runs.query(near, run -> look((double[]) run, x));
                }
            }
        }

        private void look(double[] ends, double x) {
            for (int i = 0; i < ends.length; i += 4) {
                double east = (ends[i + 2] - ends[i]) * scale;
                double north = ends[i + 3] - ends[i + 1];
                double fromX = (x - ends[i]) * scale;
                double fromY = latitude - ends[i + 1];
                double length = east * east + north * north;
                double share = length == 0 ? 0 : Math.min(1, Math.max(0, (fromX * east + fromY * north) / length));
                double dx = fromX - share * east;
                double dy = fromY - share * north;
                if (dx * dx + dy * dy < squared) {
                    squared = dx * dx + dy * dy;
                    nearestX = ends[i] + share * (ends[i + 2] - ends[i]) + longitude - x;
                    nearestY = ends[i + 1] + share * north;
                }
            }
        }

        double atLeastKm() {
            return Math.min(limitKm, StrictMath.toRadians(Math.sqrt(squared)) * Lengths.LEAST_RADIUS_KM);
        }

        double atMostKm() {
            return Math.min(limitKm, Lengths.atMostKm(longitude, latitude, nearestX, nearestY));
        }
    }
}
