package org.headroom.layers.format.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of the loose rings of a shapefile or of Esri JSON: clockwise rings are shells, the others are holes of the smallest shell round them. A hole that
 * lies in no shell becomes a shell, because some writers turn rings the wrong way.
 */
public final class RingAssembler {
    private RingAssembler() {}

    private record Shell(LinearRing ring, double area, List<LinearRing> holes) {}

    /** A polygon, or a multipolygon when there are several shells; null when there is no ring. IllegalArgumentException when a ring is not closed. */
    public static @Nullable Geometry assemble(Coordinate[][] rings, GeometryFactory factory) {
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] points : rings) {
            if (points.length == 0) {
                continue;
            }
            LinearRing ring = factory.createLinearRing(points);
            double area = Area.ofRingSigned(points);
            if (area >= 0) {
                shells.add(new Shell(ring, area, new ArrayList<>()));
            } else {
                holes.add(ring);
            }
        }
        List<Shell> orphans = new ArrayList<>();
        for (LinearRing hole : holes) {
            Shell around = smallestAround(hole, shells);
            if (around != null) {
                around.holes.add(hole);
            } else {
                orphans.add(new Shell(hole, Area.ofRing(hole.getCoordinates()), new ArrayList<>()));
            }
        }
        shells.addAll(orphans);
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = factory.createPolygon(
                    shells.get(i).ring, shells.get(i).holes.toArray(new LinearRing[0]));
        }
        return polygons.length == 0 ? null : polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
    }

    private static @Nullable Shell smallestAround(LinearRing hole, List<Shell> shells) {
        Shell best = null;
        for (Shell shell : shells) {
            if ((best == null || shell.area < best.area)
                    && shell.ring.getEnvelopeInternal().covers(hole.getEnvelopeInternal())
                    && isInside(hole, shell.ring)) {
                best = shell;
            }
        }
        return best;
    }

    private static boolean isInside(LinearRing hole, LinearRing shell) {
        for (Coordinate point : hole.getCoordinates()) {
            int location = PointLocation.locateInRing(point, shell.getCoordinates());
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return true;
    }
}
