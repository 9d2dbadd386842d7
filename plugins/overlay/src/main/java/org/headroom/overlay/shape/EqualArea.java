package org.headroom.overlay.shape;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * What areas measure on the WGS 84 ellipsoid. Edges are straight in longitude and latitude, as everywhere in Headroom. An area is that of its image
 * in Lambert's cylindrical equal-area projection, x = aλ and y = aq/2 (Snyder, Map Projections: a Working Manual, USGS PP 1395, 1987, p. 81, with q of
 * equation 3-12, p. 16), where such an edge is a curve; the integral along it is taken by Gauss's rule with three nodes on pieces of at most one
 * degree, which is right to some 1e-12 of the strip below it.
 */
public final class EqualArea {
    /** Semi-major axis, km, and squared eccentricity of WGS 84. */
    private static final double A_KM = 6378.137;

    private static final double E2 = 6.69437999014e-3;
    private static final double E = Math.sqrt(E2);
    private static final double NODE = Math.sqrt(0.6);
    private static final double OUTER_WEIGHT = 5 / 18.0;
    private static final double INNER_WEIGHT = 8 / 18.0;

    private EqualArea() {}

    /** Area of a polygon or of all polygons in a collection, km²; 0 for points and lines. */
    public static double km2(Geometry shape) {
        double area = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                area += km2(polygon);
            } else if (part instanceof GeometryCollection) {
                area += km2(part);
            }
        }
        return area;
    }

    private static double km2(Polygon polygon) {
        if (polygon.isEmpty()) {
            return 0;
        }
        double area = ring(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            area -= ring(polygon.getInteriorRingN(i));
        }
        return Math.max(0, area) * A_KM * A_KM / 2;
    }

    private static double ring(LineString ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        double base = q(points.getY(0));
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += edge(points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i), base);
        }
        return Math.abs(sum);
    }

    /** Integral of q less its value at the ring's first point, so that small rings lose no digits. */
    private static double edge(double x1, double y1, double x2, double y2, double base) {
        double east = x2 - x1;
        double north = y2 - y1;
        if (east == 0) {
            return 0;
        }
        int pieces = north == 0 ? 1 : (int) Math.max(1, Math.ceil(Math.abs(north)));
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double middle = y1 + north * ((i + 0.5) / pieces);
            double away = NODE * north / (2.0 * pieces);
            sum += INNER_WEIGHT * (q(middle) - base)
                    + OUTER_WEIGHT * (q(middle - away) - base)
                    + OUTER_WEIGHT * (q(middle + away) - base);
        }
        return sum / pieces * StrictMath.toRadians(east);
    }

    private static double q(double latitude) {
        double sine = StrictMath.sin(StrictMath.toRadians(latitude));
        double part = E * sine;
        return (1 - E2) * (sine / (1 - part * part) + (StrictMath.log1p(part) - StrictMath.log1p(-part)) / (2 * E));
    }
}
