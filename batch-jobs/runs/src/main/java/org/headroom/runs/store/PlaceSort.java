package org.headroom.runs.store;

/**
 * Sorts places by a comparison, without an object a place: a stable merge sort (von Neumann 1945), n log n comparisons, one spare array
 * of the same length.
 */
final class PlaceSort {
    /** Compares two places. */
    @FunctionalInterface
    interface Comparison {
        int compare(int a, int b);
    }

    private PlaceSort() {}

    static void sort(int[] places, Comparison comparison) {
        sort(places, places.clone(), 0, places.length, comparison);
    }

    private static void sort(int[] to, int[] from, int start, int end, Comparison comparison) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        sort(from, to, start, middle, comparison);
        sort(from, to, middle, end, comparison);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            if (left < middle && (right >= end || comparison.compare(from[left], from[right]) <= 0)) {
                to[i] = from[left++];
            } else {
                to[i] = from[right++];
            }
        }
    }
}
