package org.headroom.export;

import java.util.List;

/**
 * How a map divides the scores of a ranking, and which sites it names.
 *
 * @param breaks scores at which a class ends and the next begins, rising; 1 to 8
 * @param topN sites with a rank up to this have a label, from 0
 */
public record MapClasses(List<Double> breaks, int topN) {
    /** The same for every ranking, where its own quantiles are not known. */
    public static final MapClasses PINNED = new MapClasses(List.of(30.0, 45.0, 60.0, 75.0), 20);

    public MapClasses {
        breaks = List.copyOf(breaks);
        if (breaks.isEmpty() || breaks.size() > 8) {
            throw new IllegalArgumentException(breaks.size() + " breaks are not 1 to 8");
        }
        for (int i = 1; i < breaks.size(); i++) {
            if (!(breaks.get(i - 1) < breaks.get(i))) {
                throw new IllegalArgumentException("breaks do not rise: " + breaks);
            }
        }
    }
}
