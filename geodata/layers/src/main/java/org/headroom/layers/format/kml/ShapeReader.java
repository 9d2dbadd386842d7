package org.headroom.layers.format.kml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the shapes of a placemark. They are always read to their end; what is wrong with one is kept. Used again for the next placemark. Not safe
 * for several threads.
 */
final class ShapeReader {
    private static final Set<String> SHAPES =
            Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack", "Model");

    private final GeometryFactory factory = new GeometryFactory();
    private final CoordinateText coordinates = new CoordinateText();
    private final List<Geometry> shapes = new ArrayList<>();
    private long vertices;
    private @Nullable String problem;

    static boolean isShape(String element) {
        return SHAPES.contains(element);
    }

    void begin() {
        shapes.clear();
        vertices = 0;
        problem = null;
    }

    /** What is wrong with the shapes, without a full stop; null for nothing. */
    @Nullable
    String problem() {
        return problem;
    }

    /** The shape, or several as one; null when there is none. */
    @Nullable
    Geometry shape() {
        return shapes.isEmpty() ? null : shapes.size() == 1 ? shapes.get(0) : factory.buildGeometry(shapes);
    }

    /** Reads the element where the cursor stands, which {@link #isShape}. */
    void read(XmlCursor xml) throws IOException {
        read(xml, 0);
    }

    private void read(XmlCursor xml, int depth) throws IOException {
        String element = xml.name();
        switch (element) {
            case "Point" -> {
                Coordinate[] positions = positions(xml);
                if (problem == null && positions.length != 1) {
                    problem("a point has " + positions.length + " positions");
                } else if (problem == null) {
                    shapes.add(factory.createPoint(positions[0]));
                }
            }
            case "LineString" -> {
                Coordinate[] positions = positions(xml);
                if (problem == null && positions.length < 2) {
                    problem("a line has " + (positions.length == 0 ? "no position" : "only one position"));
                } else if (problem == null) {
                    shapes.add(factory.createLineString(positions));
                }
            }
            case "LinearRing" -> {
                LinearRing ring = ring(xml);
                if (ring != null) {
                    shapes.add(factory.createLineString(ring.getCoordinateSequence()));
                }
            }
            case "Polygon" -> {
                Polygon polygon = polygon(xml);
                if (polygon != null) {
                    shapes.add(polygon);
                }
            }
            case "MultiGeometry" -> {
                if (depth == ShapeLimits.MAX_COLLECTION_DEPTH) {
                    problem(ShapeLimits.TOO_DEEP);
                    xml.skip();
                    return;
                }
                while (xml.nextChild()) {
                    if (isShape(xml.name())) {
                        read(xml, depth + 1);
                    } else {
                        xml.skip();
                    }
                }
            }
            default -> {
                problem("its shape is a " + element + ", which is not read");
                xml.skip();
            }
        }
    }

    private @Nullable Polygon polygon(XmlCursor xml) throws IOException {
        List<LinearRing> outer = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "outerBoundaryIs" -> rings(xml, outer);
                case "innerBoundaryIs" -> rings(xml, holes);
                default -> xml.skip();
            }
        }
        if (problem == null && outer.size() != 1) {
            problem("a polygon has " + (outer.isEmpty() ? "no outer boundary" : outer.size() + " outer boundaries"));
        }
        return problem != null ? null : factory.createPolygon(outer.get(0), holes.toArray(new LinearRing[0]));
    }

    private void rings(XmlCursor xml, List<LinearRing> into) throws IOException {
        while (xml.nextChild()) {
            if (!xml.name().equals("LinearRing")) {
                xml.skip();
                continue;
            }
            LinearRing ring = ring(xml);
            if (ring != null) {
                into.add(ring);
            }
        }
    }

    private @Nullable LinearRing ring(XmlCursor xml) throws IOException {
        Coordinate[] positions = positions(xml);
        if (problem == null && (positions.length < 4 || !positions[0].equals2D(positions[positions.length - 1]))) {
            problem("a ring of the shape is not closed or has too few positions");
        }
        return problem != null ? null : factory.createLinearRing(positions);
    }

    /** The positions in the element where the cursor stands. */
    private Coordinate[] positions(XmlCursor xml) throws IOException {
        coordinates.begin();
        while (xml.nextChild()) {
            if (xml.name().equals("coordinates")) {
                xml.characters(coordinates);
                coordinates.end();
            } else {
                xml.skip();
            }
        }
        if (coordinates.problem() != null) {
            problem(coordinates.problem());
            return new Coordinate[0];
        }
        Coordinate[] positions = coordinates.positions();
        vertices += positions.length;
        if (vertices > ShapeLimits.MAX_VERTICES) {
            problem(ShapeLimits.TOO_MANY_VERTICES);
        }
        return positions;
    }

    private void problem(@Nullable String found) {
        if (problem == null) {
            problem = found;
            shapes.clear();
        }
    }
}
