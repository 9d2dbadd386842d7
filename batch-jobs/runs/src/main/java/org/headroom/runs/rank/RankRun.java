package org.headroom.runs.rank;

import java.util.function.IntConsumer;

/**
 * Some sites in memory, sorted by tier, then by score, the higher first, then by the place of their id: radix sort from the last key to the
 * first (Hollerith 1889), linear in the number of sites; a digit that is the same for all costs one look. Forty-one bytes a site.
 */
final class RankRun {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final byte[] tiers;
    private final long[] scoreKeys;
    private final int[] idPlaces;
    private final int[] sites;
    /** Entries in the order found so far, each with the key that is sorted by. */
    private int[] order;

    private long[] keys;
    private int[] spareOrder;
    private long[] spareKeys;
    private int size;
    private boolean idsAscend;

    RankRun(int capacity) {
        tiers = new byte[capacity];
        scoreKeys = new long[capacity];
        idPlaces = new int[capacity];
        sites = new int[capacity];
        order = new int[capacity];
        keys = new long[capacity];
        spareOrder = new int[capacity];
        spareKeys = new long[capacity];
        clear();
    }

    void clear() {
        size = 0;
        idsAscend = true;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == sites.length;
    }

    void add(int tier, long scoreKey, int idPlace, int site) {
        tiers[size] = (byte) tier;
        scoreKeys[size] = scoreKey;
        idPlaces[size] = idPlace;
        sites[size] = site;
        idsAscend &= size == 0 || idPlaces[size - 1] < idPlace;
        size++;
    }

    void sort() {
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        if (!idsAscend) {
            for (int i = 0; i < size; i++) {
                keys[i] = idPlaces[order[i]];
            }
            sortByKeys(Integer.SIZE);
        }
        for (int i = 0; i < size; i++) {
            keys[i] = scoreKeys[order[i]];
        }
        sortByKeys(Long.SIZE);
        for (int i = 0; i < size; i++) {
            keys[i] = tiers[order[i]];
        }
        sortByKeys(Byte.SIZE);
    }

    /** Sorts by the lowest bits of the keys, as numbers without a sign; entries with the same stay in order. */
    private void sortByKeys(int bits) {
        for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
            int[] starts = new int[DIGITS + 1];
            for (int i = 0; i < size; i++) {
                starts[digit(keys[i], shift) + 1]++;
            }
            if (size > 0 && starts[digit(keys[0], shift) + 1] < size) {
                for (int digit = 0; digit < DIGITS; digit++) {
                    starts[digit + 1] += starts[digit];
                }
                spread(shift, starts);
            }
        }
    }

    private void spread(int shift, int[] starts) {
        for (int i = 0; i < size; i++) {
            int to = starts[digit(keys[i], shift)]++;
            spareKeys[to] = keys[i];
            spareOrder[to] = order[i];
        }
        long[] sortedKeys = spareKeys;
        spareKeys = keys;
        keys = sortedKeys;
        int[] sortedOrder = spareOrder;
        spareOrder = order;
        order = sortedOrder;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGITS - 1;
    }

    /** Hands out the sites in order; only after {@link #sort}. */
    void forEach(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(sites[order[i]]);
        }
    }

    /** Writes the entries in order. */
    void write(RankRunFile.Writer out) {
        for (int i = 0; i < size; i++) {
            int entry = order[i];
            out.add(tiers[entry], scoreKeys[entry], idPlaces[entry], sites[entry]);
        }
    }
}
