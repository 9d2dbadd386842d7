package org.headroom.runs.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.headroom.columns.TextWriter;
import org.headroom.columns.WordColumn;
import org.jspecify.annotations.Nullable;

/** As many sites as are put in order together, in memory, until they are written. Attributes that no site has take no room. */
final class SiteSegment {
    /** Fewer sites than these are written as they come: all that they are measured against is in the cache anyway. */
    private static final int WORTH_ORDERING = 1 << 12;

    private final int capacity;
    private final double[] longitudes;
    private final double[] latitudes;
    /** Ids one behind the other. */
    private byte[] ids = new byte[1 << 12];

    private final int[] idEnds;
    private final Map<String, double[]> numbers = new HashMap<>();
    private final Map<String, int[]> words = new HashMap<>();
    private @Nullable String @Nullable [] names;
    private int size;

    SiteSegment(int capacity) {
        this.capacity = capacity;
        longitudes = new double[capacity];
        latitudes = new double[capacity];
        idEnds = new int[capacity];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == capacity;
    }

    void clear() {
        size = 0;
        numbers.clear();
        words.clear();
        names = null;
    }

    /** Begins a site; its attributes follow. */
    void add(byte[] id, double longitude, double latitude) {
        int start = idStart(size);
        if (start + id.length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(2 * ids.length, start + id.length));
        }
        System.arraycopy(id, 0, ids, start, id.length);
        idEnds[size] = start + id.length;
        longitudes[size] = longitude;
        latitudes[size] = latitude;
        size++;
    }

    private int idStart(int site) {
        return site == 0 ? 0 : idEnds[site - 1];
    }

    /** Takes a number attribute of the sites that were added last, from the chosen places of an array. */
    void numbers(String attribute, double[] values, int[] places, int count) {
        double[] column = numbers.computeIfAbsent(attribute, name -> {
            double[] missing = new double[capacity];
            Arrays.fill(missing, Double.NaN);
            return missing;
        });
        for (int i = 0; i < count; i++) {
            column[size - count + i] = values[places[i]];
        }
    }

    /** Takes a text attribute as numbers of its words, else as {@link #numbers(String, double[], int[], int)}. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same word; another one is looked up
    void words(String attribute, @Nullable String[] values, int[] places, int count, ToIntFunction<String> numberOf) {
        int[] column = words.computeIfAbsent(attribute, name -> {
            int[] missing = new int[capacity];
            Arrays.fill(missing, WordColumn.MISSING);
            return missing;
        });
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
        @Nullable String[] column = names;
        if (column == null) {
            column = new @Nullable String[capacity];
            names = column;
        }
        for (int i = 0; i < count; i++) {
            column[size - count + i] = values[places[i]];
        }
    }

    /** The sites in the order in which they are to be written. */
    int[] order() {
        if (size >= WORTH_ORDERING) {
            return SpatialOrder.of(longitudes, latitudes, size);
        }
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Writes an id. */
    void writeId(int site, TextWriter to) {
        int start = idStart(site);
        to.add(ids, start, idEnds[site] - start);
    }

    byte[] id(int site) {
        return Arrays.copyOfRange(ids, idStart(site), idEnds[site]);
    }

    double[] longitudes() {
        return longitudes;
    }

    double[] latitudes() {
        return latitudes;
    }

    /** Null when no site has the attribute. */
    double @Nullable [] numbers(String attribute) {
        return numbers.get(attribute);
    }

    /** Null when no site has the attribute. */
    int @Nullable [] words(String attribute) {
        return words.get(attribute);
    }

    @Nullable
    String name(int site) {
        @Nullable String[] column = names;
        return column == null ? null : column[site];
    }
}
