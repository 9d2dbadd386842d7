package org.headroom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.headroom.pack.file.PackFile;
import org.headroom.pack.file.Provenance;
import org.headroom.pack.file.RawFolder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * The outline of a market, mended: a thousand parts that touch and overlap are put together by the even-odd rule, as a run that reads the raw
 * file does it each time anew. Coordinates have six decimals.
 */
record Footprint(Provenance provenance) implements PackFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DECIMALS = 6;

    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        JsonNode collection = raw.json(provenance.from().get(0));
        for (JsonNode feature : collection.path("features")) {
            ((ObjectNode) feature).set("geometry", mended(feature.path("geometry")));
        }
        JSON.writeValue(target.toFile(), collection);
        return collection.path("features").size();
    }

    private static JsonNode mended(JsonNode outline) throws IOException {
        GeoJsonWriter writer = new GeoJsonWriter(DECIMALS);
        writer.setEncodeCRS(false);
        try {
            Geometry area = new GeoJsonReader().read(outline.toString());
            Geometry whole = mended(area, 0, area.getNumGeometries());
            PrecisionModel rounded = new PrecisionModel(Math.pow(10, DECIMALS));
            return JSON.readTree(writer.write(GeometryPrecisionReducer.reduce(whole, rounded)));
        } catch (ParseException e) {
            throw new IOException("an outline is no geometry", e);
        }
    }

    /** In pairs, then the pairs: one by one, the main part of thousands of corners would be gone through a thousand times. */
    private static Geometry mended(Geometry area, int from, int to) {
        if (to - from == 1) {
            return GeometryFixer.fix(area.getGeometryN(from));
        }
        int middle = (from + to) >>> 1;
        return mended(area, from, middle).symDifference(mended(area, middle, to));
    }
}
