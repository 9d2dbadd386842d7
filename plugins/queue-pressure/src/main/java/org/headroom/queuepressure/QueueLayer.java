package org.headroom.queuepressure;

import java.util.List;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.jspecify.annotations.Nullable;

/** One layer of requests, made ready for sums: bounds in MW for each request, and the indexes to find them. */
final class QueueLayer {
    static final int ACTIVE = 0;
    static final int WITHDRAWN = 1;
    static final int EXPECTED = 2;
    /** Active requests, counted. */
    static final int COUNT = 3;

    static final int QUANTITIES = 4;

    private static final List<Side> SIDES = List.of(Side.values());

    /** Bounds of one request: lower and upper of each quantity of each side. */
    static final int STRIDE = 2 * QUANTITIES * SIDES.size();

    /** Bounds in MW (or requests), request after request, each by {@link #slot}. */
    final double[] amounts;

    /** Market number of each request. */
    final int[] markets;

    final FeatureLayer layer;
    final PointIndex points;
    final AreaIndex areas;

    QueueLayer(RequestStates states, MarketCurves curves, QueueParameters parameters) {
        layer = states.layer();
        int size = layer.size();
        amounts = new double[STRIDE * size];
        @Nullable String[] names = layer.texts("market");
        double[] sizes = layer.numbers("requestedMw");
        markets = new int[size];
        for (int record = 0; record < size; record++) {
            markets[record] = curves.numberOf(names[record]);
            // A size below 0 is a reduction, which asks for nothing; only a size that is not known may be anything.
            double mw = sizes[record];
            double high = Double.isNaN(mw) ? parameters.unsizedRequestMw() : Math.max(0, mw);
            double low = states.isPlaced(record) && mw > 0 ? mw : 0;
            for (Side side : SIDES) {
                fill(side, record, states, curves, parameters, mw, low, high);
            }
        }
        points = layer.points(record -> !layer.isArea(record) && counts(record));
        areas = layer.areas(this::counts);
    }

    private void fill(
            Side side,
            int record,
            RequestStates states,
            MarketCurves curves,
            QueueParameters parameters,
            double mw,
            double low,
            double high) {
        if (!states.mayBe(side, record)) {
            return;
        }
        boolean sure = states.is(side, record) && states.isPlaced(record);
        int start = STRIDE * record;
        if (states.mayBeWithdrawn(record)) {
            amounts[start + slot(side, WITHDRAWN)] = sure && states.isWithdrawn(record) ? low : 0;
            amounts[start + slot(side, WITHDRAWN) + 1] = high;
        }
        if (states.mayBeActive(record)) {
            double activeLow = sure && states.isActive(record) ? low : 0;
            amounts[start + slot(side, ACTIVE)] = activeLow;
            amounts[start + slot(side, ACTIVE) + 1] = high;
            if (!(mw < 0)) {
                amounts[start + slot(side, COUNT)] = sure && states.isActive(record) ? 1 : 0;
                amounts[start + slot(side, COUNT) + 1] = 1;
            }
            AalenJohansen curve = curves.find(side, markets[record], mw);
            int age = states.ageDays(record);
            boolean open = curve == null || age < 0;
            double horizon = parameters.horizonDays();
            amounts[start + slot(side, EXPECTED)] =
                    activeLow * (open || curve == null ? 0 : curve.inServiceWithinLower(age, horizon));
            amounts[start + slot(side, EXPECTED) + 1] =
                    high * (open || curve == null ? 1 : curve.inServiceWithinUpper(age, horizon));
        }
    }

    private boolean counts(int record) {
        for (int slot = 0; slot < STRIDE; slot++) {
            if (amounts[STRIDE * record + slot] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Place of a quantity's lower bound among the bounds of a request; the upper bound follows. */
    static int slot(Side side, int quantity) {
        return 2 * (side.ordinal() * QUANTITIES + quantity);
    }

    /** An index over the requests that exist and may be of the side, areas by their inner point. */
    static PointIndex coverage(RequestStates states, Side side) {
        return states.layer().points(record -> states.exists(record) && states.mayBe(side, record));
    }

    /** Whether any request of the layers is of the side. */
    static boolean any(List<RequestStates> layers, Side side) {
        return any(layers, side, false);
    }

    /** Whether the layers hold withdrawn requests of the side round sites: lists of open requests alone do not say that none was withdrawn. */
    static boolean anyWithdrawn(List<RequestStates> layers, Side side) {
        return any(layers, side, true);
    }

    private static boolean any(List<RequestStates> layers, Side side, boolean isWithdrawn) {
        for (RequestStates states : layers) {
            for (int record = 0; record < states.layer().size(); record++) {
                boolean counts = states.isForSums(record) && (!isWithdrawn || states.isListedWithdrawn(record));
                if (counts && states.is(side, record)) {
                    return true;
                }
            }
        }
        return false;
    }
}
