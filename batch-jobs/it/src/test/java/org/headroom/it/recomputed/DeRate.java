package org.headroom.it.recomputed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Of the MW asked for, how many are firm, where no headroom is published and nobody knows the hourly load of the area. */
public final class DeRate {
    private DeRate() {}

    /** The criteria of a site, from what else is known of it by name. */
    public static Map<String, Measured> of(Function<String, Measured> site, double loadMw) {
        for (String name : List.of("publishedHeadroomMw", "firmHeadroomMw", "flexibleHeadroomMw")) {
            if (site.apply(name).isKnown()) {
                throw new IllegalStateException(name + " is known, which is not done here");
            }
        }
        Measured right = site.apply("usableRightMw");
        Map<String, Measured> all = new TreeMap<>();
        all.put("effectiveHeadroomMw", Measured.UNKNOWN);
        boolean isHeld = right.isKnown() && right.low() > 0;
        double least = isHeld ? Math.min(loadMw, right.low()) : 0;
        all.put("firmMw", isHeld ? Measured.between(least, loadMw) : Measured.UNKNOWN);
        all.put("curtailableMw", isHeld ? Measured.between(0, loadMw - least) : Measured.UNKNOWN);
        String lever = least >= loadMw ? "NONE_NEEDED" : least > 0 ? "PART_ON_RIGHT" : "";
        all.put("deRateLever", lever.isEmpty() ? Measured.UNKNOWN : Measured.oneOf(List.of(lever)));
        return all;
    }
}
