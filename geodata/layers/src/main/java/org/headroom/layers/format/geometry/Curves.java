package org.headroom.layers.format.geometry;

import org.geotools.geometry.jts.CurvedGeometry;
import org.geotools.geometry.jts.CurvedGeometryFactory;
import org.geotools.geometry.jts.WKBReader;
import org.headroom.layers.format.SourceException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;

/** Geometries with arcs of circles, made straight. A class of its own, so that GeoTools is asked only where there are such. */
final class Curves {
    /** How far a chord may be from its arc, as a part of the extent of the shape: 3 m in a county of 30 km. */
    private static final double TOLERANCE = 1e-4;

    private Curves() {}

    /** The geometry with chords for its arcs. Refused where GeoTools does not read it, as with heights. */
    static Geometry read(byte[] wkb) throws SourceException {
        try {
            Envelope extent = read(wkb, Double.MAX_VALUE).getEnvelopeInternal();
            double tolerance = TOLERANCE * Math.max(extent.getWidth(), extent.getHeight());
            return straight(read(wkb, tolerance), tolerance);
        } catch (ParseException | RuntimeException e) {
            throw new SourceException(ShapeLimits.CURVES, "");
        }
    }

    private static Geometry read(byte[] wkb, double tolerance) throws ParseException {
        return new WKBReader(new CurvedGeometryFactory(tolerance)).read(wkb);
    }

    private static Geometry straight(Geometry geometry, double tolerance) {
        if (geometry instanceof CurvedGeometry<?> curved) {
            return curved.linearize(tolerance);
        }
        if (!geometry.getGeometryType().equals("GeometryCollection")) {
            return geometry;
        }
        Geometry[] parts = new Geometry[geometry.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = straight(geometry.getGeometryN(i), tolerance);
        }
        return new GeometryFactory().createGeometryCollection(parts);
    }
}
