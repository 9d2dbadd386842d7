package org.headroom.layers.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What JSON files say of their reference system. */
final class ReferenceMember {
    private static final int MAX_SHOWN = 60;

    private ReferenceMember() {}

    /**
     * A {@code crs} member of the GeoJSON of 2008 as a code, or as a text that no reference system has and that tells what stands there.
     *
     * @param member not null in JSON
     */
    static String geoJson(JsonNode member) {
        if (member.isTextual()) {
            return member.textValue();
        }
        JsonNode properties = member.path("properties");
        String type = member.path("type").asText();
        if (type.equals("name") && properties.path("name").isTextual()) {
            return properties.path("name").textValue();
        }
        if (type.equals("EPSG") && properties.path("code").canConvertToInt()) {
            return "EPSG:" + properties.path("code").asInt();
        }
        if (type.equals("link")) {
            return "a link to " + properties.path("href").asText();
        }
        String text = member.toString();
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }

    /** A {@code spatialReference} of Esri JSON as a code or well-known text; empty when it names none. */
    static Optional<String> esri(JsonNode member) {
        JsonNode code = member.path("latestWkid").canConvertToInt() ? member.path("latestWkid") : member.path("wkid");
        if (code.canConvertToInt() && code.asInt() > 0) {
            int wkid = code.asInt();
            // Codes of Esri's own for what EPSG calls 3857.
            boolean webMercator = wkid == 102100 || wkid == 102113 || wkid == 900913;
            // EPSG's codes end below those of Esri.
            return Optional.of(webMercator ? "EPSG:3857" : (wkid < 32768 ? "EPSG:" : "ESRI:") + wkid);
        }
        String text = member.path("wkt").asText();
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
