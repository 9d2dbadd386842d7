package org.headroom.overlay.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Finds the smallest box of longitudes and latitudes round many shapes, which may lie across the antimeridian. Not safe for several threads. */
public final class Boxes {
    static final GeometryFactory FACTORY = new GeometryFactory();
    /** All longitudes and latitudes. */
    static final Polygon WORLD = polygon(-180, -90, 180, 90);

    private static final double HALF_TURN = 180;

    /** Borders of what was added, west and east, in pairs. */
    private double[] spans = new double[64];

    private int size;
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    /** Starts with nothing. */
    public Boxes() {}

    /** Adds a place. */
    public void add(double longitude, double latitude) {
        add(longitude, longitude, latitude, latitude);
    }

    /** Adds the box of a shape within -180 to 180 degrees. */
    public void add(Envelope box) {
        add(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
    }

    private void add(double west, double east, double low, double high) {
        if (size + 2 > spans.length) {
            spans = Arrays.copyOf(spans, 2 * spans.length);
        }
        spans[size++] = west;
        spans[size++] = east;
        south = Math.min(south, low);
        north = Math.max(north, high);
    }

    /** The box round all that was added, as a polygon, or as two where it crosses the antimeridian; null when nothing was. */
    public @Nullable Geometry box() {
        if (size == 0) {
            return null;
        }
        int count = size / 2;
        double[] wests = new double[count];
        double[] easts = new double[count];
        for (int i = 0; i < count; i++) {
            wests[i] = spans[2 * i];
            easts[i] = spans[2 * i + 1];
        }
        Arrays.sort(wests);
        Arrays.sort(easts);
        // The widest gap without any shape; the box is all but that.
        double west = wests[0];
        double east = easts[count - 1];
        double widest = west + 2 * HALF_TURN - east;
        for (int i = 1; i < count; i++) {
            // When as many shapes have ended as have begun, all of these have.
            double gap = wests[i] - easts[i - 1];
            if (gap > widest) {
                widest = gap;
                west = wests[i];
                east = easts[i - 1];
            }
        }
        if (west <= east) {
            return polygon(west, south, east, north);
        }
        return FACTORY.createMultiPolygon(
                new Polygon[] {polygon(west, south, HALF_TURN, north), polygon(-HALF_TURN, south, east, north)});
    }

    static Geometry moved(Geometry shape, double eastDegrees) {
        return eastDegrees == 0
                ? shape
                : AffineTransformation.translationInstance(eastDegrees, 0).transform(shape);
    }

    private static Polygon polygon(double west, double south, double east, double north) {
        Coordinate corner = new Coordinate(west, south);
        return FACTORY.createPolygon(new Coordinate[] {
            corner, new Coordinate(east, south), new Coordinate(east, north), new Coordinate(west, north), corner
        });
    }
}
