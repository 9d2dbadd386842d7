package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Shapes across the 180th meridian: from 179 to -179 degrees, which means the short way (RFC 7946, 3.1.9), or from 179 to 181. Areas are cut in two
 * there, because their edges are straight in degrees.
 */
final class Antimeridian {
    private static final double HALF = 180;
    private static final double TURN = 360;
    private static final double ROUNDING = 1e-9;

    private Antimeridian() {}

    /** Whether longitudes reach over 180 or under -180 from the range within, latitudes being good. */
    static boolean isBeyond(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        boolean isOver = box.getMinX() >= -HALF && box.getMinX() < HALF && box.getMaxX() > HALF;
        boolean isUnder = box.getMaxX() <= HALF && box.getMaxX() > -HALF && box.getMinX() < -HALF;
        if (!isOver && !isUnder || box.getWidth() >= HALF) {
            return false;
        }
        for (Coordinate c : geometry.getCoordinates()) {
            if (!Double.isFinite(c.x) || !(Math.abs(c.y) <= 90)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an edge jumps by more than half a turn, or a longitude is out of range. The edge of the whole world is no jump. */
    static boolean isCrossed(Geometry area) {
        Envelope box = area.getEnvelopeInternal();
        if (box.getMaxX() > HALF + ROUNDING || box.getMinX() < -HALF - ROUNDING) {
            return true;
        }
        // Most areas are far too narrow, and none of their edges need be looked at.
        if (box.getWidth() <= HALF) {
            return false;
        }
        boolean[] found = new boolean[1];
        area.apply(new Coordinates((points, i) -> {
            if (i > 0) {
                double jump = Math.abs(points.getX(i) - points.getX(i - 1));
                found[0] |= jump > HALF && jump < TURN - ROUNDING;
            }
        }));
        return found[0];
    }

    /** The area in parts within -180 to 180; null when a ring does not close without going round the earth. */
    static @Nullable Geometry cut(Geometry area) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon part = unwrapped((Polygon) area.getGeometryN(i));
            if (part == null) {
                return null;
            }
            Geometry whole = part.isValid() ? part : GeometryFixer.fix(part);
            for (int turn = -1; turn <= 1; turn++) {
                Envelope world = new Envelope(turn * TURN - HALF, turn * TURN + HALF, -90, 90);
                Geometry inside = whole.intersection(area.getFactory().toGeometry(world));
                collect(
                        AffineTransformation.translationInstance(-turn * TURN, 0)
                                .transform(inside),
                        parts);
            }
        }
        return parts.isEmpty() ? null : area.getFactory().createMultiPolygon(parts.toArray(new Polygon[0]));
    }

    private static void collect(Geometry geometry, List<Polygon> parts) {
        if (geometry instanceof Polygon polygon) {
            if (polygon.getArea() > 0) {
                parts.add(polygon);
            }
            return;
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) != geometry) {
                collect(geometry.getGeometryN(i), parts);
            }
        }
    }

    private static @Nullable Polygon unwrapped(Polygon polygon) {
        LinearRing shell = unwrapped(polygon.getExteriorRing());
        if (shell == null) {
            return null;
        }
        double middle = shell.getEnvelopeInternal().centre().x;
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = unwrapped(polygon.getInteriorRingN(i));
            if (hole == null) {
                return null;
            }
            // A hole lies in its shell, whichever side of the meridian it is written on.
            double off = Math.rint((middle - hole.getEnvelopeInternal().centre().x) / TURN) * TURN;
            holes.add((LinearRing)
                    AffineTransformation.translationInstance(off, 0).transform(hole));
        }
        return polygon.getFactory().createPolygon(shell, holes.toArray(new LinearRing[0]));
    }

    private static @Nullable LinearRing unwrapped(LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence().copy();
        double off = 0;
        for (int i = 1; i < points.size(); i++) {
            double jump = ring.getCoordinateSequence().getX(i)
                    - ring.getCoordinateSequence().getX(i - 1);
            if (Math.abs(jump) > HALF && Math.abs(jump) < TURN - ROUNDING) {
                off -= Math.signum(jump) * TURN;
            }
            points.setOrdinate(i, CoordinateSequence.X, points.getX(i) + off);
        }
        return off == 0 ? ring.getFactory().createLinearRing(points) : null;
    }

    /** Brings all longitudes into -180 to 180. */
    static void wrap(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        if (box.getMaxX() <= HALF && box.getMinX() >= -HALF) {
            return;
        }
        geometry.apply(new Coordinates((points, i) -> {
            double x = points.getX(i);
            if (Math.abs(x) > HALF) {
                points.setOrdinate(i, CoordinateSequence.X, x - TURN * Math.rint(x / TURN));
            }
        }));
    }

    /** Every coordinate of a geometry with its sequence. */
    private record Coordinates(Visitor visitor) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence points, int i) {
            visitor.visit(points, i);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }

    private interface Visitor {
        void visit(CoordinateSequence points, int i);
    }
}
