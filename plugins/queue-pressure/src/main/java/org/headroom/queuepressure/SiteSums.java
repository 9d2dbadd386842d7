package org.headroom.queuepressure;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.headroom.spi.PointIndex;

/** Sums over the requests round one site at a time. Working memory of one thread. */
final class SiteSums {
    private final QueueParameters parameters;
    /** Places of the bounds that somebody asks for. */
    private final int[] slots;

    private final double[] sums = new double[QueueLayer.STRIDE];
    private final int[] marketCounts;
    private final PointIndex.Visitor fading = this::addFading;
    private final IntConsumer whole = this::addWhole;
    private final IntConsumer covering = this::addArea;
    private QueueLayer layer;

    /** @param slots places of the bounds to be summed, see {@link QueueLayer#slot}; the others stay 0 */
    SiteSums(QueueParameters parameters, MarketCurves curves, int[] slots, QueueLayer any) {
        this.parameters = parameters;
        this.slots = slots;
        marketCounts = new int[curves.count()];
        layer = any;
    }

    void sum(Iterable<QueueLayer> layers, double longitude, double latitude) {
        Arrays.fill(sums, 0);
        Arrays.fill(marketCounts, 0);
        for (QueueLayer next : layers) {
            layer = next;
            if (parameters.kernelLinear()) {
                layer.points.within(longitude, latitude, parameters.radiusKm(), fading);
            } else {
                layer.points.recordsWithin(longitude, latitude, parameters.radiusKm(), whole);
            }
            layer.areas.covering(longitude, latitude, covering);
        }
    }

    private void addFading(int record, double distanceKm) {
        add(record, Math.max(0, 1 - distanceKm / parameters.radiusKm()));
    }

    private void addWhole(int record) {
        add(record, 1);
    }

    private void addArea(int record) {
        addWhole(record);
        int market = layer.markets[record];
        if (market >= 0) {
            marketCounts[market]++;
        }
    }

    private void add(int record, double kernel) {
        double[] amounts = layer.amounts;
        int start = QueueLayer.STRIDE * record;
        for (int slot : slots) {
            double weight = (slot / 2) % QueueLayer.QUANTITIES == QueueLayer.EXPECTED ? kernel : 1;
            sums[slot] += weight * amounts[start + slot];
        }
    }

    double lower(Side side, int quantity) {
        return sums[QueueLayer.slot(side, quantity)];
    }

    double upper(Side side, int quantity) {
        return sums[QueueLayer.slot(side, quantity) + 1];
    }

    boolean hasAny(Side side) {
        return upper(side, QueueLayer.ACTIVE) > 0 || upper(side, QueueLayer.WITHDRAWN) > 0;
    }

    /** Requests of a market whose areas cover the site. */
    int covering(int market) {
        return market < 0 ? 0 : marketCounts[market];
    }

    /** The market with most requests over the site, the first by name of equals, or {@link MarketCurves#NO_MARKET}. */
    int marketOfCovering() {
        int best = MarketCurves.NO_MARKET;
        int most = 0;
        for (int market = 0; market < marketCounts.length; market++) {
            if (marketCounts[market] > most) {
                most = marketCounts[market];
                best = market;
            }
        }
        return best;
    }
}
