package org.headroom.layers.index;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Lines and outlines cut into pieces that are short enough to be taken for chords: over 5 km a line that is straight in degrees is at most 0.5 m
 * from the chord in the middle, times the tangent of its latitude to the side.
 */
final class Pieces {
    private static final double MAX_KM = 5;
    private static final double KM_PER_DEGREE = 111.7;

    /** Piece p runs from 6p, earth-centred, to 6p + 3, km. */
    private double[] ends = new double[6 * 64];

    private int[] records = new int[64];
    private int count;

    /** Adds all points, lines and rings of a geometry. */
    void add(Geometry geometry, int record) {
        if (geometry instanceof Point point) {
            segment(point.getX(), point.getY(), point.getX(), point.getY(), record);
        } else if (geometry instanceof LineString line) {
            line(line.getCoordinateSequence(), record);
        } else if (geometry instanceof Polygon polygon) {
            line(polygon.getExteriorRing().getCoordinateSequence(), record);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(polygon.getInteriorRingN(i).getCoordinateSequence(), record);
            }
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                add(geometry.getGeometryN(i), record);
            }
        }
    }

    private void line(CoordinateSequence points, int record) {
        for (int i = 1; i < points.size(); i++) {
            segment(points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i), record);
        }
    }

    private void segment(double fromX, double fromY, double toX, double toY, int record) {
        double dx = toX - fromX;
        dx -= 360 * Math.rint(dx / 360);
        double dy = toY - fromY;
        double degrees =
                Math.hypot(dx * StrictMath.cos(StrictMath.toRadians(Math.min(Math.abs(fromY), Math.abs(toY)))), dy);
        int parts = Math.max(1, (int) Math.ceil(degrees * KM_PER_DEGREE / MAX_KM));
        for (int i = 0; i < parts; i++) {
            int at = next(record);
            Wgs84.earthCentred(fromX + dx * i / parts, fromY + dy * i / parts, ends, at);
            Wgs84.earthCentred(fromX + dx * (i + 1) / parts, fromY + dy * (i + 1) / parts, ends, at + 3);
        }
    }

    private int next(int record) {
        if (count == records.length) {
            records = Arrays.copyOf(records, 2 * count);
            ends = Arrays.copyOf(ends, 12 * count);
        }
        records[count] = record;
        return 6 * count++;
    }

    int count() {
        return count;
    }

    /** See the field; not to be written to. */
    double[] ends() {
        return ends;
    }

    int record(int piece) {
        return records[piece];
    }
}
