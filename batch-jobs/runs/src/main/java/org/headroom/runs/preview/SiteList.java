package org.headroom.runs.preview;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/** Numbers of sites in the order in which they were added, four bytes each. */
final class SiteList {
    private int[] sites = new int[16];
    private int size;

    void add(int site) {
        if (size == sites.length) {
            sites = Arrays.copyOf(sites, 2 * size);
        }
        sites[size++] = site;
    }

    int size() {
        return size;
    }

    /** Sorts by a key from 0; of two with the same key the smaller number comes first. */
    void sort(IntUnaryOperator key) {
        long[] keyed = new long[size];
        for (int i = 0; i < size; i++) {
            keyed[i] = (long) key.applyAsInt(sites[i]) << Integer.SIZE | sites[i];
        }
        Arrays.sort(keyed);
        for (int i = 0; i < size; i++) {
            sites[i] = (int) keyed[i];
        }
    }

    void forEach(int most, IntConsumer action) {
        for (int i = 0; i < Math.min(most, size); i++) {
            action.accept(sites[i]);
        }
    }
}
