package org.headroom.it.recomputed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Substations, switchyards and lines by their voltage, and geodesic distances to them. */
final class Nodes {
    private static final List<String> FILES = List.of(
            "substations-california.csv", "substations-hifld.csv", "substations-osm.csv", "switchyards-eia.csv");
    private static final String LINES = "transmission-lines-230kv.geojson";
    private static final double DEGREE_KM = 111.2;
    /** What the plane that stands for the ground is off at most. */
    private static final double PLANE_ERROR = 0.03;

    private static final double NARROW_KM = 0.05;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;
    private static final int ROUNDS = 3;

    /** A straight piece of a line, or a point as a piece of no length. */
    private record Piece(LineSegment segment, double kv) {}

    private final STRtree pieces = new STRtree();

    Nodes(Path data) {
        for (String file : FILES) {
            for (NamedCsvRecord row : Rows.of(data.resolve(file))) {
                Coordinate place = new Coordinate(Rows.number(row, "longitude"), Rows.number(row, "latitude"));
                add(place, place, Rows.number(row, "kv"));
            }
        }
        try {
            String text = Files.readString(data.resolve(LINES));
            Geometry shapes = new GeoJsonReader().read(text);
            JsonNode features = new ObjectMapper().readTree(text).get("features");
            for (int line = 0; line < features.size(); line++) {
                JsonNode kv = features.get(line).get("properties").get("kv");
                for (int part = 0;
                        kv != null && part < shapes.getGeometryN(line).getNumGeometries();
                        part++) {
                    Coordinate[] places =
                            shapes.getGeometryN(line).getGeometryN(part).getCoordinates();
                    for (int i = 1; i < places.length; i++) {
                        add(places[i - 1], places[i], kv.asDouble());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(LINES, e);
        }
    }

    private void add(Coordinate from, Coordinate to, double kv) {
        if (kv > 0) {
            pieces.insert(new Envelope(from, to), new Piece(new LineSegment(from, to), kv));
        }
    }

    /** Distance from a point or an area to the nearest of a voltage and more; 0 where one lies in the area. */
    double nearestKm(Geometry site, double leastKv) {
        if (touching(site, leastKv) > 0) {
            return 0;
        }
        for (double reachKm = 25; ; reachKm *= 2) {
            double nearest = nearestKm(site, near(site.getEnvelopeInternal(), reachKm, leastKv));
            if (nearest <= reachKm) {
                return nearest;
            }
        }
    }

    /** The highest voltage, of at least so much, in an area or within a distance of a place; 0 where there is none. */
    double highestKv(Geometry site, Coordinate place, double reachKm, double leastKv) {
        double highest = touching(site, leastKv);
        for (Piece piece : near(new Envelope(place), reachKm, leastKv)) {
            if (piece.kv > highest && km(place, piece.segment) <= reachKm) {
                highest = piece.kv;
            }
        }
        return highest;
    }

    private double touching(Geometry site, double leastKv) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(site);
        double highest = 0;
        for (Piece piece : near(site.getEnvelopeInternal(), 0, leastKv)) {
            if (piece.kv > highest && prepared.intersects(shape(piece, site))) {
                highest = piece.kv;
            }
        }
        return highest;
    }

    private static Geometry shape(Piece piece, Geometry site) {
        LineSegment segment = piece.segment;
        return segment.p0.equals2D(segment.p1)
                ? site.getFactory().createPoint(segment.p0)
                : segment.toGeometry(site.getFactory());
    }

    private List<Piece> near(Envelope site, double km, double leastKv) {
        Envelope box = new Envelope(site);
        double degrees = (1 + PLANE_ERROR) * km / DEGREE_KM;
        box.expandBy(degrees / Math.cos(Math.toRadians(Math.abs(site.getMaxY()) + degrees)), degrees);
        List<Piece> near = new ArrayList<>();
        for (Object found : pieces.query(box)) {
            Piece piece = (Piece) found;
            if (piece.kv >= leastKv) {
                near.add(piece);
            }
        }
        return near;
    }

    private static double nearestKm(Geometry site, List<Piece> among) {
        List<LineSegment> edges = edges(site);
        double shrink = shrink(site.getEnvelopeInternal().centre().y);
        double best = Double.POSITIVE_INFINITY;
        double[][] plane = new double[among.size()][edges.size()];
        for (int i = 0; i < plane.length; i++) {
            LineSegment piece = flat(among.get(i).segment, shrink);
            for (int j = 0; j < plane[i].length; j++) {
                LineSegment edge = flat(edges.get(j), shrink);
                plane[i][j] = DEGREE_KM * Distance.segmentToSegment(piece.p0, piece.p1, edge.p0, edge.p1);
                best = Math.min(best, plane[i][j]);
            }
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < plane.length; i++) {
            for (int j = 0; j < plane[i].length; j++) {
                if (plane[i][j] <= best * (1 + PLANE_ERROR) + NARROW_KM) {
                    nearest = Math.min(nearest, km(among.get(i).segment, edges.get(j)));
                }
            }
        }
        return nearest;
    }

    /** Distance from a place outside an area to its border. */
    static double kmToBorder(Coordinate place, Geometry area) {
        return edges(area).stream().mapToDouble(edge -> km(place, edge)).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static List<LineSegment> edges(Geometry site) {
        List<LineSegment> edges = new ArrayList<>();
        if (site instanceof Point) {
            edges.add(new LineSegment(site.getCoordinate(), site.getCoordinate()));
        }
        Geometry boundary = site.getBoundary();
        for (int part = 0; part < boundary.getNumGeometries(); part++) {
            Coordinate[] ring = boundary.getGeometryN(part).getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                edges.add(new LineSegment(ring[i - 1], ring[i]));
            }
        }
        return edges;
    }

    private static LineSegment flat(LineSegment segment, double shrink) {
        return new LineSegment(shrink * segment.p0.x, segment.p0.y, shrink * segment.p1.x, segment.p1.y);
    }

    /** Of two pieces that do not cross the nearest places are an end of one and a place of the other. */
    private static double km(LineSegment a, LineSegment b) {
        return Math.min(Math.min(km(a.p0, b), km(a.p1, b)), Math.min(km(b.p0, a), km(b.p1, a)));
    }

    private static double km(Coordinate place, LineSegment segment) {
        if (segment.p0.equals2D(segment.p1)) {
            return Places.km(place, segment.p0);
        }
        Coordinate foot = place;
        for (int i = 0; i < ROUNDS; i++) {
            double shrink = shrink((place.y + foot.y) / 2);
            double along = flat(segment, shrink).projectionFactor(new Coordinate(shrink * place.x, place.y));
            foot = segment.pointAlong(Math.max(0, Math.min(1, along)));
        }
        return Places.km(place, foot);
    }

    /** A degree to the east by one to the north, on the ellipsoid. */
    private static double shrink(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        return Math.cos(Math.toRadians(latitude))
                * (1 - ECCENTRICITY_SQUARED * sine * sine)
                / (1 - ECCENTRICITY_SQUARED);
    }
}
