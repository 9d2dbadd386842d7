package org.headroom.queuepressure;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** The markets that one site at a time may be in. Working memory of one thread. */
final class SiteMarkets implements IntConsumer {
    private int[] markets = new int[4];
    private int size;
    private int[] ofRecords = {};

    void clear() {
        size = 0;
    }

    /** From now on {@link #accept} reads records with these markets. */
    void read(int[] marketsOfRecords) {
        ofRecords = marketsOfRecords;
    }

    /** Adds the market of a record, unless it is there already. */
    @Override
    public void accept(int record) {
        add(ofRecords[record]);
    }

    void add(int market) {
        for (int i = 0; i < size; i++) {
            if (markets[i] == market) {
                return;
            }
        }
        if (size == markets.length) {
            markets = Arrays.copyOf(markets, 2 * size);
        }
        markets[size++] = market;
    }

    /** Leaves those only that fulfil a condition, or all when none does. */
    void narrow(IntPredicate condition) {
        int kept = 0;
        int[] some = new int[size];
        for (int i = 0; i < size; i++) {
            if (condition.test(markets[i])) {
                some[kept++] = markets[i];
            }
        }
        if (kept > 0) {
            System.arraycopy(some, 0, markets, 0, kept);
            size = kept;
        }
    }

    int size() {
        return size;
    }

    int get(int i) {
        return markets[i];
    }
}
