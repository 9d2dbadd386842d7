package org.headroom.moratorium;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instrument that decides at a site: the most severe; of equally severe ones that which may last longest; then the first in
 * the order of layers and records. One for each call, so that nothing is made for each site.
 */
final class Deciding implements IntConsumer {
    private @Nullable MoratoriumLayer visited;
    private @Nullable MoratoriumLayer layer;
    private int record = -1;

    void clear() {
        layer = null;
        record = -1;
    }

    void from(MoratoriumLayer next, double longitude, double latitude, double reachKm) {
        visited = next;
        next.areas().covering(longitude, latitude, this);
        if (next.points().size() > 0) {
            next.points().recordsWithin(longitude, latitude, reachKm, this);
        }
    }

    @Override
    public void accept(int candidate) {
        MoratoriumLayer here = visited;
        if (here == null) {
            return;
        }
        MoratoriumLayer best = layer;
        if (best == null || isStronger(here, candidate, best)) {
            layer = here;
            record = candidate;
        }
    }

    private boolean isStronger(MoratoriumLayer here, int candidate, MoratoriumLayer best) {
        Verdict next = here.verdict(candidate);
        Verdict known = best.verdict(record);
        int severity = next.answer().compareTo(known.answer());
        if (severity != 0) {
            return severity > 0;
        }
        if (next.longestDaysLeft() != known.longestDaysLeft()) {
            return next.longestDaysLeft() > known.longestDaysLeft();
        }
        // Records of one layer may come in any order.
        return here == best && candidate < record;
    }

    @Nullable
    MoratoriumLayer layer() {
        return layer;
    }

    int record() {
        return record;
    }
}
