package org.headroom.layers.crs;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a reference system in the many ways in which files and people write it.
 *
 * @param authority {@code EPSG} or {@code ESRI}
 * @param number its code there
 */
record CrsCode(String authority, String number) {
    static final CrsCode WGS84 = new CrsCode("EPSG", "4326");

    private static final Pattern PLAIN =
            Pattern.compile("(?:(EPSG|ESRI)(?:::?|\\s+))?(\\d{4,6})(?:\\+\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern URN = Pattern.compile(
            "urn:(?:x-)?ogc:def:crs[:,](?:crs:)?(EPSG|ESRI):(?:[\\d.]*:)?(\\d+)(?:,.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile(
            "https?://(?:www\\.)?(?:opengis\\.net/def/crs/(EPSG|ESRI)/[\\d.]+/|opengis\\.net/gml/srs/(EPSG)\\.xml#"
                    + "|spatialreference\\.org/ref/(EPSG|ESRI)/|(EPSG)\\.io/)(\\d+)(?:/.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OGC = Pattern.compile(
            "(?:(?:OGC|CRS):|urn:(?:x-)?ogc:def:crs:OGC:(?:[\\d.]*:)?|https?://(?:www\\.)?opengis\\.net/def/crs/OGC/[\\d.]+/)(?:CRS)?(84|83|27)",
            Pattern.CASE_INSENSITIVE);

    /** The code in a text; null when it is none. */
    static @Nullable CrsCode parse(String text) {
        for (Pattern pattern : new Pattern[] {PLAIN, URN, URL}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                String authority = "EPSG";
                for (int i = 1; i < matcher.groupCount(); i++) {
                    authority = matcher.group(i) != null ? matcher.group(i).toUpperCase(Locale.ROOT) : authority;
                }
                return of(authority, matcher.group(matcher.groupCount()));
            }
        }
        Matcher ogc = OGC.matcher(text);
        if (!ogc.matches()) {
            return null;
        }
        return switch (ogc.group(1)) {
            case "83" -> new CrsCode("EPSG", "4269");
            case "27" -> new CrsCode("EPSG", "4267");
            default -> WGS84;
        };
    }

    private static CrsCode of(String authority, String number) {
        // Names of web Mercator from before it had a code of EPSG.
        boolean isWebMercator = number.matches("102100|102113|900913|3785");
        return isWebMercator ? new CrsCode("EPSG", "3857") : new CrsCode(authority, number);
    }

    @Override
    public String toString() {
        return authority + ":" + number;
    }
}
