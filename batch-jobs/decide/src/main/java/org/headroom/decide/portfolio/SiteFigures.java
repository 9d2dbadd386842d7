package org.headroom.decide.portfolio;

import org.headroom.decide.grid.GridNode;
import org.jspecify.annotations.Nullable;

/**
 * A site of a run as a portfolio sees it. Figures that are not known are NaN.
 *
 * @param place its place in the store of the run, from 0
 * @param rank its rank in the run, from 1
 * @param tier the group that it is ranked in, from 1; a better tier stands before any score
 * @param siteId its id
 * @param name name for people; empty when it has none
 * @param stateCode the state, else its jurisdiction; empty when neither is known
 * @param longitude degrees east
 * @param latitude degrees north
 * @param score the score that the run ranks by
 * @param scoreLow the score if all that is unknown turns out for the worst
 * @param scoreHigh the score if all that is unknown turns out for the best
 * @param mw MW AC that it counts with
 * @param drawnMw what of that is drawn from the headroom of its node: all but what it holds as a right for sure
 * @param node the node that decided its headroom; null when the run names none
 * @param headroomMw headroom that it was told of, the end that was asked for
 * @param reachKm upper end of the distance to where it connects
 * @param monthsLow time to power, P50, lower end
 * @param monthsHigh the upper end
 * @param usdPerYearLow what its MW cost a year, lower end, USD
 * @param usdPerYearHigh the upper end
 */
public record SiteFigures(
        int place,
        int rank,
        int tier,
        String siteId,
        String name,
        String stateCode,
        double longitude,
        double latitude,
        double score,
        double scoreLow,
        double scoreHigh,
        double mw,
        double drawnMw,
        @Nullable GridNode node,
        double headroomMw,
        double reachKm,
        double monthsLow,
        double monthsHigh,
        double usdPerYearLow,
        double usdPerYearHigh) {
    /** Its name with its id, as people are told of it. */
    public String label() {
        return name.isEmpty() || name.equals(siteId) ? siteId : name + " (" + siteId + ")";
    }
}
