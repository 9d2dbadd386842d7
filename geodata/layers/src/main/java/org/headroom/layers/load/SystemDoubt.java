package org.headroom.layers.load;

import java.util.List;
import org.headroom.layers.crs.ToWgs84;

/**
 * Watches whether the coordinates of a file fit its reference system: degrees in a system of metres lie all within some hundred metres of its
 * origin. (Metres in a system of degrees are out of range, and listed one by one.) Not safe for several threads.
 */
final class SystemDoubt {
    private final boolean isProjected;
    private long seen;
    private boolean areDegrees = true;

    SystemDoubt(ToWgs84 toWgs84) {
        this.isProjected = toWgs84.isProjected();
    }

    /** Takes the first coordinate of a record as the file holds it. */
    void see(double x, double y) {
        if (isProjected) {
            areDegrees &= Math.abs(x) <= 180 && Math.abs(y) <= 90;
            seen++;
        }
    }

    List<String> notes() {
        return areDegrees && seen > 0
                ? List.of(
                        "all coordinates lie within 180 and 90, as degrees do, but the reference system counts in metres or feet;"
                                + " give \"crs: EPSG:4326\" in the descriptor if they are degrees")
                : List.of();
    }
}
