package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Geometries of RFC 7946 (2016), member by member in any order. Heights are passed over. */
final class GeoJsonGeometryReader extends GeometryReader {
    static final Set<String> TYPES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CoordinateReader coordinates = new CoordinateReader();

    @Override
    @Nullable
    Geometry value(JsonParser at) throws IOException {
        return geometry(at, 0);
    }

    private @Nullable Geometry geometry(JsonParser at, int depth) throws IOException {
        if (at.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (at.currentToken() != JsonToken.START_OBJECT || depth > ShapeLimits.MAX_COLLECTION_DEPTH) {
            problem(depth > ShapeLimits.MAX_COLLECTION_DEPTH ? ShapeLimits.TOO_DEEP : "the geometry is no object");
            at.skipChildren();
            return null;
        }
        String type = null;
        boolean hasCoordinates = false;
        List<Geometry> parts = null;
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            at.nextToken();
            if (name.equals("type")) {
                once(type == null, name);
                type = at.getValueAsString("");
                at.skipChildren();
            } else if (name.equals("coordinates")) {
                once(!hasCoordinates, name);
                hasCoordinates = true;
                coordinates.read(at);
                if (coordinates.problem() != null) {
                    problem("the geometry is not valid GeoJSON: " + coordinates.problem());
                }
            } else if (name.equals("geometries") && at.currentToken() == JsonToken.START_ARRAY) {
                once(parts == null, name);
                parts = new ArrayList<>();
                parts(at, depth, parts);
            } else {
                at.skipChildren();
            }
        }
        return built(type == null ? "" : type, hasCoordinates, parts);
    }

    private void once(boolean first, String member) {
        if (!first) {
            problem("the geometry has the member \"" + member + "\" twice");
        }
    }

    private void parts(JsonParser at, int depth, List<Geometry> parts) throws IOException {
        int vertices = 0;
        while (at.nextToken() != JsonToken.END_ARRAY) {
            Geometry part = null;
            try {
                part = geometry(at, depth + 1);
            } catch (IllegalArgumentException e) {
                problem("a ring or line of the geometry is not closed or has too few positions");
            }
            if (part != null) {
                vertices += part.getNumPoints();
                parts.add(part);
            }
            if (vertices > ShapeLimits.MAX_VERTICES) {
                problem(ShapeLimits.TOO_MANY_VERTICES);
                parts.clear();
                vertices = 0;
            }
        }
    }

    private @Nullable Geometry built(String type, boolean hasCoordinates, @Nullable List<Geometry> parts) {
        boolean collection = type.equals("GeometryCollection");
        if (!TYPES.contains(type)) {
            problem(
                    type.isEmpty()
                            ? "the geometry is not valid GeoJSON: it has no type"
                            : "the geometry is not valid GeoJSON: \"" + shown(type) + "\" is no type of geometry");
        } else if (collection ? parts == null || hasCoordinates : !hasCoordinates || parts != null) {
            problem("the geometry is not valid GeoJSON: a " + type + " needs "
                    + (collection ? "\"geometries\"" : "\"coordinates\"") + " and nothing else");
        }
        if (problem() != null) {
            return null;
        }
        if (parts != null) {
            return FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
        }
        if (coordinates.isEmpty()) {
            return null;
        }
        if (coordinates.depth() != depth(type)) {
            problem("the geometry is not valid GeoJSON: its coordinates are not those of a " + type);
            return null;
        }
        return switch (type) {
            case "Point" -> FACTORY.createPoint(new Coordinate(coordinates.x(), coordinates.y()));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(coordinates.positions());
            case "LineString" -> FACTORY.createLineString(coordinates.positions());
            case "MultiLineString" -> lines(coordinates.lines());
            case "Polygon" -> polygon(coordinates.lines());
            default -> polygons();
        };
    }

    private static String shown(String type) {
        return type.length() > 40 ? type.substring(0, 40) + "..." : type;
    }

    private static int depth(String type) {
        return switch (type) {
            case "Point" -> 1;
            case "MultiPoint", "LineString" -> 2;
            case "MultiLineString", "Polygon" -> 3;
            default -> 4;
        };
    }

    private static Geometry lines(Coordinate[][] lists) {
        LineString[] lines = new LineString[lists.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = FACTORY.createLineString(lists[i]);
        }
        return FACTORY.createMultiLineString(lines);
    }

    private static Polygon polygon(Coordinate[][] lists) {
        LinearRing[] holes = new LinearRing[lists.length - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = FACTORY.createLinearRing(lists[i + 1]);
        }
        return FACTORY.createPolygon(FACTORY.createLinearRing(lists[0]), holes);
    }

    private Geometry polygons() {
        Polygon[] polygons = new Polygon[coordinates.polygonCount()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = polygon(coordinates.polygon(i));
        }
        return FACTORY.createMultiPolygon(polygons);
    }
}
