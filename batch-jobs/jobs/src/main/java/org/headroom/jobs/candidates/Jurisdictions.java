package org.headroom.jobs.candidates;

import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/** Tells which jurisdiction a place lies in: the first covering area of a boundary layer. */
final class Jurisdictions {
    private final AreaIndex areas;
    private final @Nullable String[] codes;
    private final @Nullable String[] states;

    Jurisdictions(FeatureLayer boundaries) {
        areas = boundaries.areas(record -> true);
        codes = boundaries.texts("code");
        states = boundaries.texts("stateCode");
    }

    /** Record of the covering area, or -1. */
    int find(double longitude, double latitude) {
        return areas.first(longitude, latitude);
    }

    /** An attribute that the area gives to the sites in it, {@code jurisdictionCode} or {@code stateCode}; null for any other. */
    @Nullable
    String text(String attribute, int area) {
        if (area < 0) {
            return null;
        }
        return switch (attribute) {
            case "jurisdictionCode" -> codes[area];
            case "stateCode" -> states[area];
            default -> null;
        };
    }
}
