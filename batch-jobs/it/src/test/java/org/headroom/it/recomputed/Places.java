package org.headroom.it.recomputed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** The places at which each mine is measured: those of the circle in which it may stand that lie in its county. */
public final class Places {
    private static final double DEGREE_KM = 111.2;
    private static final double KM = 1000;
    private static final int ACROSS = 7;

    private final Map<String, List<Coordinate>> byId = new HashMap<>();

    /** Reads the files of the pack. */
    public Places(Path data, Counties counties, List<String> files) {
        for (String file : files) {
            for (NamedCsvRecord row : Rows.of(data.resolve(file))) {
                String told = row.getField("county_fips");
                String code = told.isBlank()
                        ? counties.at(Rows.number(row, "longitude"), Rows.number(row, "latitude"))
                                .get(0)
                        : Rows.fips(told);
                byId.put(row.getField("id"), of(row, counties.all().get(code).outline()));
            }
        }
    }

    private static List<Coordinate> of(NamedCsvRecord row, Geometry county) {
        double radiusKm = Rows.number(row, "place_radius_km");
        if (!(radiusKm > 0)) {
            throw new IllegalStateException(row.getField("id") + " has no radius, which is not done here");
        }
        Coordinate middle = new Coordinate(Rows.number(row, "longitude"), Rows.number(row, "latitude"));
        List<Coordinate> places = new ArrayList<>(List.of(middle));
        places.addAll(ring(middle, radiusKm / 2, 8));
        places.addAll(ring(middle, radiusKm, 16));
        IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(county);
        places.removeIf(place -> within.locate(place) == Location.EXTERIOR);
        if (places.isEmpty()) {
            places.addAll(grid(county));
            places.removeIf(place -> within.locate(place) == Location.EXTERIOR);
        }
        return places;
    }

    private static List<Coordinate> ring(Coordinate middle, double radiusKm, int count) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            double north = radiusKm / DEGREE_KM;
            ring.add(new Coordinate(
                    middle.x + north * Math.sin(angle) / Math.cos(Math.toRadians(middle.y)),
                    middle.y + north * Math.cos(angle)));
        }
        return ring;
    }

    private static List<Coordinate> grid(Geometry county) {
        List<Coordinate> grid =
                new ArrayList<>(List.of(county.getInteriorPoint().getCoordinate()));
        Envelope box = county.getEnvelopeInternal();
        for (int i = 0; i < ACROSS * ACROSS; i++) {
            grid.add(new Coordinate(
                    box.getMinX() + (i % ACROSS + 0.5) / ACROSS * box.getWidth(),
                    box.getMinY() + (i / ACROSS + 0.5) / ACROSS * box.getHeight()));
        }
        return grid;
    }

    /** The places of a mine by its id. */
    public List<Coordinate> of(String id) {
        return byId.get(id);
    }

    /** What is measured at each of the places, brought together: what differs lies between, what one does not know is not known. */
    public static Map<String, Measured> together(
            List<Coordinate> places, Function<Coordinate, Map<String, Measured>> at) {
        Map<String, List<Measured>> all = new LinkedHashMap<>();
        places.forEach(
                place -> at.apply(place).forEach((name, measured) -> all.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(measured)));
        Map<String, Measured> together = new TreeMap<>();
        all.forEach((name, measured) -> together.put(name, Measured.anyOf(measured)));
        return together;
    }

    /** Length of the geodesic between two places. */
    static double km(Coordinate a, Coordinate b) {
        return Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12 / KM;
    }
}
