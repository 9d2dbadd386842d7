package org.headroom.queuepressure;

import java.util.ArrayList;
import java.util.List;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.jspecify.annotations.Nullable;

/**
 * What utilities say of how long a new large load waits, in areas. A record without both ends of the wait, or of larger loads than the one that is asked
 * for, says nothing. Immutable and safe for several threads.
 */
final class LoadWaits {
    private final List<Told> layers = new ArrayList<>();

    /** @param askedMw load that is asked for, MW */
    LoadWaits(Iterable<FeatureLayer> waits, double askedMw) {
        for (FeatureLayer layer : waits) {
            double[] low = layer.numbers("waitMonthsLow");
            double[] high = layer.numbers("waitMonthsHigh");
            double[] fromMw = layer.numbers("fromLoadMw");
            AreaIndex areas = layer.areas(
                    record -> low[record] >= 0 && high[record] >= low[record] && !(fromMw[record] > askedMw));
            layers.add(new Told(layer, areas, low, high, layer.texts("waitScope")));
        }
    }

    /** Looks what is told of a place. */
    void at(double longitude, double latitude, LoadWait found) {
        found.clear();
        for (Told layer : layers) {
            found.read(layer);
            layer.areas.covering(longitude, latitude, found);
        }
    }

    /** The waits of one layer, by record. */
    record Told(
            FeatureLayer layer,
            AreaIndex areas,
            @SuppressWarnings("ArrayRecordComponent") double[] low,
            @SuppressWarnings("ArrayRecordComponent") double[] high,

            @SuppressWarnings("ArrayRecordComponent") @Nullable
            String[] scope) {}
}
