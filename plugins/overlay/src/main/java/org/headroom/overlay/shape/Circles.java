package org.headroom.overlay.shape;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Geodesic circles as polygons of 64 corners (geodesics: Karney 2013, Algorithms for geodesics). The corners stand a little outside, so that
 * the polygon measures what the circle does: 2πρ²(1 - cos(r/ρ)) on the sphere that fits best at its centre, within 1e-4 up to 1,000 km.
 */
public final class Circles {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int CORNERS = 64;
    private static final double METRES_PER_KM = 1000;
    private static final double HALF_TURN = 180;
    private static final double POLE = 90;
    /** Circles of a smaller part of the way to the pole are as in a plane. */
    private static final double FLAT = 0.02;

    private static final double DEGREE_KM = 111;

    private static final double A_KM = 6378.137;
    private static final double E2 = 6.69437999014e-3;

    private Circles() {}

    /**
     * The circle round a place; cut at the antimeridian where it crosses it.
     *
     * @param radiusKm above 0 and below 10,000
     */
    public static Geometry of(double longitude, double latitude, double radiusKm) {
        double step = 2 * Math.PI / CORNERS;
        double outside = Math.sqrt(step / StrictMath.sin(step));
        Geometry circle = polygon(longitude, latitude, radiusKm * outside);
        if (radiusKm > FLAT * DEGREE_KM * (POLE - Math.abs(latitude))) {
            outside *= Math.sqrt(areaKm2(latitude, radiusKm) / EqualArea.km2(circle));
            circle = polygon(longitude, latitude, radiusKm * outside);
        }
        return cut(circle);
    }

    private static double areaKm2(double latitude, double radiusKm) {
        double sine = StrictMath.sin(StrictMath.toRadians(latitude));
        double sphereKm = A_KM * Math.sqrt(1 - E2) / (1 - E2 * sine * sine);
        double half = StrictMath.sin(radiusKm / sphereKm / 2);
        return 4 * Math.PI * sphereKm * sphereKm * half * half;
    }

    private static Polygon polygon(double longitude, double latitude, double radiusKm) {
        double[] xs = new double[CORNERS + 1];
        double[] ys = new double[CORNERS + 1];
        double before = longitude;
        for (int i = 0; i <= CORNERS; i++) {
            // Half a step on, so that no corner lies on the meridian through a pole.
            double azimuth = 360.0 * (i + 0.5) / CORNERS;
            GeodesicData corner = Geodesic.WGS84.Direct(
                    latitude,
                    longitude,
                    azimuth,
                    radiusKm * METRES_PER_KM,
                    GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
            before += Math.IEEEremainder(corner.lon2 - before, 2 * HALF_TURN);
            xs[i] = before;
            ys[i] = corner.lat2;
        }
        boolean isRoundPole = Math.abs(xs[CORNERS] - xs[0]) > HALF_TURN;
        Coordinate[] ring = new Coordinate[isRoundPole ? CORNERS + 4 : CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            ring[i] = new Coordinate(xs[i], ys[i]);
        }
        if (isRoundPole) {
            double pole = latitude > 0 ? POLE : -POLE;
            ring[CORNERS] = new Coordinate(xs[CORNERS], ys[0]);
            ring[CORNERS + 1] = new Coordinate(xs[CORNERS], pole);
            ring[CORNERS + 2] = new Coordinate(xs[0], pole);
        }
        ring[ring.length - 1] = ring[0];
        return FACTORY.createPolygon(ring);
    }

    private static Geometry cut(Geometry circle) {
        Envelope box = circle.getEnvelopeInternal();
        if (box.getMinX() >= -HALF_TURN && box.getMaxX() <= HALF_TURN) {
            return circle;
        }
        Geometry all = FACTORY.createPolygon();
        for (int turn = -2; turn <= 2; turn++) {
            double shift = turn * 2 * HALF_TURN;
            if (box.getMaxX() + shift > -HALF_TURN && box.getMinX() + shift < HALF_TURN) {
                Geometry moved = Boxes.moved(circle, shift);
                Geometry part = OverlayNGRobust.overlay(moved, Boxes.WORLD, OverlayNG.INTERSECTION);
                all = all.isEmpty() ? part : OverlayNGRobust.overlay(all, part, OverlayNG.UNION);
            }
        }
        return all;
    }
}
