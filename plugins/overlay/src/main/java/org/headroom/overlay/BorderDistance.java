package org.headroom.overlay;

import java.util.Arrays;
import org.headroom.overlay.record.Found;
import org.headroom.overlay.record.Nearest;
import org.headroom.overlay.record.Source;
import org.headroom.overlay.record.Sources;
import org.headroom.overlay.shape.Lengths;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The least distance from the border of an area to the records of a criterion. Whatever is nearer to a piece of an edge than to its ends lies outside
 * the two circles that reach from these to their nearest records, so not below where the circles meet; in the plane, and all the more on the
 * ellipsoid, which is curved like a ball (Toponogov's comparison; Cheeger and Ebin, Comparison Theorems in Riemannian Geometry, 1975). Pieces on which a
 * record could be nearer than the nearest found are halved until there is none. The result is within a metre; for borders that run along records for very
 * long, within what is left of them after 65,536 pieces. Scratch of one thread.
 */
final class BorderDistance {
    private static final double TOLERANCE_KM = 0.001;
    private static final int MOST_PIECES = 65_536;
    /** Smaller than any radius of WGS 84, km. */
    private static final double EARTH_KM = 6_335;
    /** Nearer to the poles the tangent of the latitude is as here, degrees. */
    private static final double STEEPEST = 89.99;

    private final Nearest nearest;
    private final Found at = new Found();

    /** Ends of the pieces: longitude, latitude and distance of both. */
    private double[] pieces = new double[6 * 64];

    private int size;
    private double[] longitudes = {};
    private double[] latitudes = {};

    /** @param isSure whether to look at the records that count, or at those of which that is not decided */
    BorderDistance(Sources sources, boolean isSure) {
        nearest = new Nearest(sources, isSure);
    }

    /** Finds the record that is nearest to the border of an area, with its distance; none when there is no record. */
    void find(Geometry area, Found best) {
        best.clear();
        size = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                addRing(polygon.getExteriorRing(), best);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    addRing(polygon.getInteriorRingN(hole), best);
                }
            }
        }
        double toleranceKm = TOLERANCE_KM;
        for (keepOpen(best.distanceKm() - toleranceKm); size > 0; keepOpen(best.distanceKm() - toleranceKm)) {
            while (size > MOST_PIECES) {
                toleranceKm *= 2;
                keepOpen(best.distanceKm() - toleranceKm);
            }
            halve(best);
        }
    }

    private void addRing(LineString ring, Found best) {
        CoordinateSequence points = ring.getCoordinateSequence();
        int count = points.size();
        room(count);
        for (int i = 0; i < count; i++) {
            longitudes[i] = points.getX(i);
            latitudes[i] = points.getY(i);
        }
        find(count, best);
        for (int i = 1; i < count; i++) {
            add(
                    longitudes[i - 1],
                    latitudes[i - 1],
                    nearest.distanceKm(i - 1),
                    longitudes[i],
                    latitudes[i],
                    nearest.distanceKm(i));
        }
    }

    private void halve(Found best) {
        int count = size;
        double[] whole = Arrays.copyOf(pieces, 6 * count);
        room(count);
        for (int i = 0; i < count; i++) {
            longitudes[i] = (whole[6 * i] + whole[6 * i + 3]) / 2;
            latitudes[i] = (whole[6 * i + 1] + whole[6 * i + 4]) / 2;
        }
        find(count, best);
        size = 0;
        for (int i = 0; i < count; i++) {
            int from = 6 * i;
            double km = nearest.distanceKm(i);
            add(whole[from], whole[from + 1], whole[from + 2], longitudes[i], latitudes[i], km);
            add(longitudes[i], latitudes[i], km, whole[from + 3], whole[from + 4], whole[from + 5]);
        }
    }

    private void find(int count, Found best) {
        nearest.find(longitudes, latitudes, count);
        for (int i = 0; i < count; i++) {
            if (nearest.distanceKm(i) <= best.distanceKm()) {
                nearest.get(i, at);
                Source source = at.source();
                if (source != null) {
                    best.offer(source, at.record(), at.distanceKm());
                }
            }
        }
    }

    /** Leaves the pieces on which the distance may be below a figure. */
    private void keepOpen(double belowKm) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int from = 6 * i;
            if (leastKm(from) < belowKm) {
                System.arraycopy(pieces, from, pieces, 6 * kept++, 6);
            }
        }
        size = kept;
    }

    /** A distance, km, than which nothing is nearer to a piece. */
    private double leastKm(int from) {
        double startKm = pieces[from + 2];
        double endKm = pieces[from + 5];
        double lengthKm = Lengths.atMostKm(pieces[from], pieces[from + 1], pieces[from + 3], pieces[from + 4]);
        double byWay = (startKm + endKm - lengthKm) / 2;
        double foot = (startKm * startKm - endKm * endKm + lengthKm * lengthKm) / (2 * lengthKm);
        boolean isBetween = foot > 0 && foot < lengthKm;
        double height = isBetween ? Math.sqrt(Math.max(0, startKm * startKm - foot * foot)) : Math.min(startKm, endKm);
        return Math.max(byWay, height - bendKm(from, lengthKm));
    }

    /** More than a piece, which is straight in degrees, departs from the shortest way between its ends: twice what a parallel does. */
    private double bendKm(int from, double lengthKm) {
        double latitude = Math.max(Math.abs(pieces[from + 1]), Math.abs(pieces[from + 4]));
        double tangent = StrictMath.tan(StrictMath.toRadians(Math.min(latitude, STEEPEST)));
        return lengthKm * lengthKm * tangent / (4 * EARTH_KM);
    }

    private void add(double x1, double y1, double km1, double x2, double y2, double km2) {
        if (6 * size == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * pieces.length);
        }
        int from = 6 * size++;
        pieces[from] = x1;
        pieces[from + 1] = y1;
        pieces[from + 2] = km1;
        pieces[from + 3] = x2;
        pieces[from + 4] = y2;
        pieces[from + 5] = km2;
    }

    private void room(int count) {
        if (longitudes.length < count) {
            longitudes = new double[count];
            latitudes = new double[count];
        }
    }
}
