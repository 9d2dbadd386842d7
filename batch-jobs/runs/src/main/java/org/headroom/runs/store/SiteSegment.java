package org.headroom.runs.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.headroom.columns.WordColumn;
import org.jspecify.annotations.Nullable;

/**
 * As many sites as are put in order together, in memory, until they are written. Attributes that no site has take no room, and room that was
 * made once is used again.
 */
final class SiteSegment {
    /** Fewer sites than these are written as they come: all that they are measured against is in the cache anyway. */
    private static final int WORTH_ORDERING = 1 << 12;

    /** There is room for so many sites, and then for all, as what grows by steps leaves as much behind as it holds. */
    private static final int FEW = 1 << 12;

    /** Bytes of ids and names after which a segment is full before its time. */
    private static final int MAX_TEXT_BYTES = 1 << 25;

    private final int capacity;
    private double[] longitudes;
    private double[] latitudes;
    private final HeldTexts ids;
    private final HeldTexts names;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, int[]> words = new HashMap<>();
    private final Deque<double[]> spareNumbers = new ArrayDeque<>();
    private final Deque<int[]> spareWords = new ArrayDeque<>();
    private int size;

    SiteSegment(int capacity) {
        this.capacity = capacity;
        int few = Math.min(FEW, capacity);
        longitudes = new double[few];
        latitudes = new double[few];
        ids = new HeldTexts(few, capacity);
        names = new HeldTexts(few, capacity);
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == capacity || ids.bytes() + names.bytes() >= MAX_TEXT_BYTES;
    }

    void clear() {
        size = 0;
        ids.clear();
        names.clear();
        spareNumbers.addAll(numbers.values());
        spareWords.addAll(words.values());
        numbers.clear();
        words.clear();
    }

    /** Begins a site; its attributes follow. */
    void add(byte[] id, double longitude, double latitude) {
        if (size == longitudes.length) {
            longitudes = Arrays.copyOf(longitudes, capacity);
            latitudes = Arrays.copyOf(latitudes, capacity);
        }
        ids.add(id);
        longitudes[size] = longitude;
        latitudes[size] = latitude;
        size++;
    }

    /** Takes a number attribute of the sites that were added last, from the chosen places of an array. */
    void numbers(String attribute, double[] values, int[] places, int count) {
        double[] column = column(attribute);
        for (int i = 0; i < count; i++) {
            column[size - count + i] = values[places[i]];
        }
    }

    /** The column of an attribute, with room for all sites; those that nothing was said of have none. */
    private double[] column(String attribute) {
        double[] column = numbers.get(attribute);
        int known = column == null ? 0 : column.length;
        if (column == null) {
            column = spareNumbers.isEmpty() ? new double[0] : spareNumbers.pop();
        }
        if (column.length < size) {
            column = Arrays.copyOf(column, longitudes.length);
        }
        if (known < column.length) {
            Arrays.fill(column, known, column.length, Double.NaN);
            numbers.put(attribute, column);
        }
        return column;
    }

    /** As {@link #column}, of the numbers of words. */
    private int[] wordColumn(String attribute) {
        int[] column = words.get(attribute);
        int known = column == null ? 0 : column.length;
        if (column == null) {
            column = spareWords.isEmpty() ? new int[0] : spareWords.pop();
        }
        if (column.length < size) {
            column = Arrays.copyOf(column, longitudes.length);
        }
        if (known < column.length) {
            Arrays.fill(column, known, column.length, WordColumn.MISSING);
            words.put(attribute, column);
        }
        return column;
    }

    /** Takes a text attribute as numbers of its words, else as {@link #numbers(String, double[], int[], int)}. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same word; another one is looked up
    void words(String attribute, @Nullable String[] values, int[] places, int count, ToIntFunction<String> numberOf) {
        int[] column = wordColumn(attribute);
        String last = null;
        int lastNumber = WordColumn.MISSING;
        for (int i = 0; i < count; i++) {
            String word = values[places[i]];
            if (word != null && word != last) {
                last = word;
                lastNumber = numberOf.applyAsInt(word);
            }
            column[size - count + i] = word == null ? WordColumn.MISSING : lastNumber;
        }
    }

    /** Takes the names, as {@link #numbers(String, double[], int[], int)}. */
    void names(@Nullable String[] values, int[] places, int count) {
        while (names.size() < size - count) {
            names.addMissing();
        }
        for (int i = 0; i < count; i++) {
            String name = values[places[i]];
            if (name == null) {
                names.addMissing();
            } else {
                names.add(name.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The sites in the order in which they are to be written. */
    int[] order(SpatialOrder spatial) {
        if (size >= WORTH_ORDERING) {
            return spatial.of(longitudes, latitudes, size);
        }
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        return order;
    }

    HeldTexts ids() {
        return ids;
    }

    HeldTexts names() {
        return names;
    }

    double[] longitudes() {
        return longitudes;
    }

    double[] latitudes() {
        return latitudes;
    }

    /** Null when no site has the attribute; sites beyond its end do not have it. */
    double @Nullable [] numbers(String attribute) {
        return numbers.get(attribute);
    }

    /** As {@link #numbers(String)}. */
    int @Nullable [] words(String attribute) {
        return words.get(attribute);
    }
}
