package org.headroom.moratorium;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instrument to name where none holds any more: one that covered the whole of its area before one that covered a part; of those
 * that which ended last; then the first in the order of layers and records. One for each call.
 */
final class LastEnded implements IntConsumer {
    private @Nullable MoratoriumLayer visited;
    private @Nullable MoratoriumLayer layer;
    private int record = -1;

    void clear() {
        layer = null;
        record = -1;
    }

    void from(MoratoriumLayer next, double longitude, double latitude) {
        visited = next;
        next.ended().covering(longitude, latitude, this);
    }

    @Override
    public void accept(int candidate) {
        MoratoriumLayer here = visited;
        if (here != null && (layer == null || isBetter(here, candidate, layer))) {
            layer = here;
            record = candidate;
        }
    }

    private boolean isBetter(MoratoriumLayer here, int candidate, MoratoriumLayer best) {
        if (here.isWhole(candidate) != best.isWhole(record)) {
            return here.isWhole(candidate);
        }
        long next = here.verdict(candidate).lastDay();
        long known = best.verdict(record).lastDay();
        // Records of one layer may come in any order.
        return next != known ? next > known : here == best && candidate < record;
    }

    @Nullable
    MoratoriumLayer layer() {
        return layer;
    }

    int record() {
        return record;
    }
}
