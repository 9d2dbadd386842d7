package org.headroom.moratorium;

import java.util.Locale;
import java.util.Set;
import org.headroom.model.LayerField;
import org.headroom.model.LoadRequest;
import org.jspecify.annotations.Nullable;

/** Whether an instrument covers the load and the whole of its geometry. What the source leaves open counts as covered. */
final class Coverage {
    /** Counties and what stands in their place (US Census Bureau, county equivalents, 2023), and what is larger. */
    private static final Set<String> WHOLE_AREA_TYPES = Set.of(
            "county",
            "parish",
            "borough",
            "census area",
            "municipio",
            "planning region",
            "independent city",
            "district",
            "state",
            "territory",
            "country");

    private Coverage() {}

    /**
     * Whether the load's sector is among those covered; null or blank sectors cover all. A word that nobody understood may be any sector:
     * see {@link #namesSector}.
     */
    static boolean coversSector(@Nullable String sectors, String sector, boolean generalCovers) {
        return namesSector(sectors, sector, generalCovers) || has(sectors, LayerField.NOT_UNDERSTOOD);
    }

    /** As {@link #coversSector}, by the words that were understood alone. */
    static boolean namesSector(@Nullable String sectors, String sector, boolean generalCovers) {
        return sectors == null
                || sectors.isBlank()
                || has(sectors, sector)
                || (generalCovers && has(sectors, "general"));
    }

    private static boolean has(@Nullable String sectors, String wanted) {
        if (sectors == null) {
            return false;
        }
        for (String covered : sectors.split(";", -1)) {
            if (covered.trim().equalsIgnoreCase(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the load is large enough to be covered; a missing threshold covers all, and a load of just the threshold is covered. */
    static boolean coversSize(double thresholdMw, LoadRequest request) {
        return !(request.requestedLoadMw() < thresholdMw);
    }

    /**
     * Whether the whole geometry is covered: as the scope says, else when the jurisdiction is a county, its equivalent or larger. A
     * city's or township's instrument drawn with its county's outline covers an unknown part of it.
     */
    static boolean coversWholeArea(@Nullable String scope, @Nullable String jurisdictionType) {
        if (scope != null) {
            return scope.equals("AREA");
        }
        return jurisdictionType != null
                && WHOLE_AREA_TYPES.contains(jurisdictionType.trim().toLowerCase(Locale.ROOT));
    }
}
