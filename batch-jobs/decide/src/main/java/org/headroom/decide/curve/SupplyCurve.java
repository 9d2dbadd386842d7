package org.headroom.decide.curve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cumulative MW against a value, the best first. Sites that are excluded are left out. At a node, and in a zone whose nodes share one ceiling,
 * the MW drawn together never count for more than its headroom, where that is known.
 *
 * @param scope the state, {@link #ALL}, or {@link #NO_STATE}
 * @param by what it runs along
 * @param points in the order of the curve; the sites of unknown value stand in a last point without a value
 */
public record SupplyCurve(String scope, CurveBy by, List<Point> points) {
    /** The scope of all sites. */
    public static final String ALL = "ALL";

    /** The scope of the sites whose state is not known. */
    public static final String NO_STATE = "unknown";

    public SupplyCurve {
        points = List.copyOf(points);
    }

    /**
     * Up to a value.
     *
     * @param value the value that is reached; null for the sites whose value is not known, which no other point counts
     * @param sitesLow sites that reach it if all that is not known turns out for the worst
     * @param sitesHigh sites that reach it if all that is not known turns out for the best
     * @param mwLow MW AC of the former that are sure: held as a right, or within published headroom
     * @param mwHigh MW AC of the latter that may be: headroom that is not known counts as enough for the site
     */
    public record Point(@Nullable Double value, int sitesLow, int sitesHigh, double mwLow, double mwHigh) {}
}
