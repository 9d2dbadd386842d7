package org.headroom.derate;

/**
 * Largest flat load that loses no more than a share of its energy: {@code sum over hours of min(L, max(0, D + L - P)) <= r L T}, D the load there is, P the
 * limit, T the hours (Norris, Profeta, Patino-Echeverri and Cowie-Haskell 2025, Rethinking Load Growth, Duke University). In an hour with room m = P - D
 * below the limit the load loses what exceeds m, and no more than all of itself.
 */
final class FlexibleLoad {
    private FlexibleLoad() {}

    /**
     * Exact: between two hours' rooms the energy lost is linear in L, and its share rises with L. With the k least rooms below L, their sum s, it is
     * {@code k L - s}, so L is at most {@code s / (k - r T)} there.
     *
     * @param roomMw room in each hour, MW, 0 or above, from the least; not empty
     * @param curtailmentFraction r, 0..1, 1 excluded
     * @return MW; 0 where even the smallest load would lose more
     */
    static double largestMw(double[] roomMw, double curtailmentFraction) {
        double allowedHours = curtailmentFraction * roomMw.length;
        double sum = 0;
        for (int k = 1; k <= roomMw.length; k++) {
            sum += roomMw[k - 1];
            if (k > allowedHours) {
                double largest = sum / (k - allowedHours);
                if (k == roomMw.length || largest <= roomMw[k]) {
                    return largest;
                }
            }
        }
        throw new IllegalArgumentException("no hour, or all energy may be lost");
    }
}
