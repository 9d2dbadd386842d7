package org.headroom.layers.index;

import java.util.Arrays;

/** The distinct places of some records, numbered as they come up. Built in linear time. */
final class Places {
    private final double[] longitudes;
    private final double[] latitudes;
    private final int[] records;
    /** Place of each of the records. */
    private final int[] placeOf;
    /** Hash table with open addressing: place + 1, 0 where free. */
    private final int[] table;

    private int[] firstOf = new int[16];
    private int count;

    Places(double[] longitudes, double[] latitudes, int[] records) {
        this.longitudes = longitudes;
        this.latitudes = latitudes;
        this.records = records;
        this.placeOf = new int[records.length];
        this.table = new int[Integer.highestOneBit(Math.max(1, records.length)) * 4];
        for (int i = 0; i < records.length; i++) {
            placeOf[i] = find(records[i]);
        }
    }

    private int find(int record) {
        // + 0.0 makes one place of 0 and -0.
        double longitude = longitudes[record] + 0.0;
        double latitude = latitudes[record] + 0.0;
        long bits = Double.doubleToLongBits(longitude) * 31 + Double.doubleToLongBits(latitude);
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 1998).
        int slot = (int) ((bits * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
        while (table[slot] != 0) {
            int place = table[slot] - 1;
            if (longitudes[firstOf[place]] == longitude && latitudes[firstOf[place]] == latitude) {
                return place;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        if (count == firstOf.length) {
            firstOf = Arrays.copyOf(firstOf, 2 * count);
        }
        firstOf[count] = record;
        table[slot] = ++count;
        return count - 1;
    }

    int count() {
        return count;
    }

    /** The first of the records at a place. */
    int first(int place) {
        return firstOf[place];
    }

    /**
     * The records sorted by the rank of their place, in their own order within a place.
     *
     * @param rankOf a number from 0 to {@link #count} - 1 for each place, each once
     * @param starts takes where the records of each rank start, and at the end the number of records
     */
    int[] sorted(int[] rankOf, int[] starts) {
        for (int place : placeOf) {
            starts[rankOf[place] + 1]++;
        }
        for (int rank = 0; rank < count; rank++) {
            starts[rank + 1] += starts[rank];
        }
        int[] next = starts.clone();
        int[] sorted = new int[records.length];
        for (int i = 0; i < records.length; i++) {
            sorted[next[rankOf[placeOf[i]]]++] = records[i];
        }
        return sorted;
    }
}
