package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.headroom.layers.format.geometry.RingAssembler;
import org.headroom.layers.format.geometry.ShapeLimits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Geometries as feature services of ArcGIS give them (Esri, Geometry objects, ArcGIS REST APIs). Heights and measures are passed over. */
final class EsriGeometryReader extends GeometryReader {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CoordinateReader coordinates = new CoordinateReader();
    private final Optional<String> crs;

    /** @param crs the reference system of the whole file */
    EsriGeometryReader(Optional<String> crs) {
        this.crs = crs;
    }

    @Override
    @Nullable
    Geometry value(JsonParser at) throws IOException {
        if (at.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (at.currentToken() != JsonToken.START_OBJECT) {
            problem("the geometry is no object");
            at.skipChildren();
            return null;
        }
        double x = Double.NaN;
        double y = Double.NaN;
        boolean hasX = false;
        String lists = null;
        while (at.nextToken() == JsonToken.FIELD_NAME) {
            String name = at.currentName();
            at.nextToken();
            switch (name) {
                case "x" -> {
                    x = ordinate(at);
                    hasX = true;
                }
                case "y" -> y = ordinate(at);
                case "rings", "paths", "points" -> {
                    if (lists != null) {
                        problem("the geometry has both \"" + lists + "\" and \"" + name + "\", or one of them twice");
                    }
                    lists = name;
                    coordinates.read(at);
                    problem(coordinates.problem() == null ? null : "the geometry is damaged: " + coordinates.problem());
                }
                case "curveRings", "curvePaths" -> {
                    problem(ShapeLimits.CURVES);
                    at.skipChildren();
                }
                case "spatialReference" -> {
                    Optional<String> own = ReferenceMember.esri(JsonFile.tree(at));
                    if (own.isPresent() && !own.equals(crs)) {
                        problem("the geometry has the reference system " + own.get() + ", unlike the file");
                    }
                }
                default -> at.skipChildren();
            }
        }
        if (problem() != null) {
            return null;
        }
        if (lists != null) {
            return built(lists);
        }
        if (!hasX) {
            problem("the geometry has neither x nor rings, paths or points");
            return null;
        }
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return null;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            problem("the geometry is damaged: one of x and y is missing");
        }
        return FACTORY.createPoint(new Coordinate(x, y));
    }

    /** NaN for what services write for a point that is nowhere: null, or NaN as a text. */
    private double ordinate(JsonParser at) throws IOException {
        JsonToken token = at.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            double value = at.getDoubleValue();
            if (Double.isInfinite(value)) {
                problem("the geometry is damaged: a coordinate is no finite number");
            }
            return value;
        }
        if (token != JsonToken.VALUE_NULL && !"NaN".equals(at.getValueAsString())) {
            problem("the geometry is damaged: a coordinate is not a number");
            at.skipChildren();
        }
        return Double.NaN;
    }

    private @Nullable Geometry built(String lists) {
        if (coordinates.isEmpty()) {
            return null;
        }
        if (coordinates.depth() != (lists.equals("points") ? 2 : 3)) {
            problem("the geometry is damaged: its coordinates are not those of " + lists);
            return null;
        }
        if (lists.equals("points")) {
            return FACTORY.createMultiPointFromCoords(coordinates.positions());
        }
        Coordinate[][] parts = coordinates.lines();
        if (lists.equals("rings")) {
            return RingAssembler.assemble(parts, FACTORY);
        }
        LineString[] lines = new LineString[parts.length];
        for (int i = 0; i < parts.length; i++) {
            lines[i] = FACTORY.createLineString(parts[i]);
        }
        return FACTORY.createMultiLineString(lines);
    }
}
