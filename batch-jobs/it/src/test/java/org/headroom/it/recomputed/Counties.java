package org.headroom.it.recomputed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The outlines of counties, from the GeoPackage. */
public final class Counties {
    private static final int HEADER_BYTES = 8;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private final Map<String, County> byCode = new TreeMap<>();

    /** A county by its FIPS code; the outline is in degrees and may be empty. */
    public record County(String code, String state, String name, Geometry outline) {}

    /** Reads the file. */
    public Counties(Path file) {
        GeometryFactory shapes = new GeometryFactory();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT fips, state, name, geom FROM counties")) {
            while (rows.next()) {
                byte[] bytes = rows.getBytes(4);
                Geometry outline = bytes == null
                        ? shapes.createPolygon()
                        : new WKBReader(shapes)
                                .read(Arrays.copyOfRange(
                                        bytes, HEADER_BYTES + ENVELOPE_BYTES[(bytes[3] >> 1) & 7], bytes.length));
                byCode.put(
                        rows.getString(1),
                        new County(rows.getString(1), rows.getString(2), rows.getString(3), outline));
            }
        } catch (SQLException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All counties by code, also those without an outline. */
    public Map<String, County> all() {
        return byCode;
    }

    /** Codes of the counties that cover a place. */
    public List<String> at(double longitude, double latitude) {
        Coordinate place = new Coordinate(longitude, latitude);
        List<String> codes = new ArrayList<>();
        for (County county : byCode.values()) {
            Envelope box = county.outline().getEnvelopeInternal();
            if (box.contains(place) && SimplePointInAreaLocator.locate(place, county.outline()) != Location.EXTERIOR) {
                codes.add(county.code());
            }
        }
        return codes;
    }
}
