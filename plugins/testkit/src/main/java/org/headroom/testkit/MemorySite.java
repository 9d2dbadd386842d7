package org.headroom.testkit;

import java.util.Map;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One site of a {@link MemorySites} block; attributes are Numbers and Strings by name, what others measured by criterion. */
record MemorySite(
        String id,
        SiteOrigin origin,
        double longitude,
        double latitude,
        @Nullable Geometry area,
        Map<String, Object> attributes,
        Map<String, Bounds> measured) {
    /** What another module measured. */
    record Bounds(double low, double high) {}

    @Nullable
    String text(String attribute) {
        if (attribute.equals("siteId")) {
            return id;
        }
        return attribute.equals(SiteAttributes.ORIGIN) ? origin.name() : (String) attributes.get(attribute);
    }
}
