package org.headroom.columns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WordWriter} wrote. Safe for several threads. */
public final class WordColumn implements AutoCloseable {
    /** The number of no word. */
    public static final int MISSING = -1;
    /** What the names of the files end with that hold the number of each row's word. */
    public static final String NUMBERS = ".word";
    /** What the names of the texts end with that are the words. */
    public static final String WORDS = ".words";

    /** Words that were read of late; a power of two. */
    private static final int SHARED = 1 << 10;

    private static final int NEAR_BYTES = 1 << 20;

    private final ColumnFile numbers;
    private final @Nullable TextFile words;
    private @Nullable List<String> list;

    /** @param words null when there is none */
    public WordColumn(ColumnFile numbers, @Nullable TextFile words) {
        this.numbers = numbers;
        this.words = words;
    }

    /** Opens a column; when there is none no row has a word. */
    public static WordColumn openIfAny(Path folder, String name, int rows) {
        boolean hasWords = Files.exists(folder.resolve(name + WORDS + TextFile.BYTES));
        return new WordColumn(
                ColumnFile.openIfAny(folder.resolve(name + NUMBERS), rows, Integer.BYTES),
                hasWords ? new TextFile(folder, name + WORDS) : null);
    }

    /** All words, by their numbers; kept in the heap from the first call on. */
    public List<String> words() {
        List<String> known = list;
        if (known == null) {
            known = words == null ? List.of() : list(words.read(0, words.size()));
            list = known;
        }
        return known;
    }

    private static List<String> list(TextBlock all) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> String.valueOf(all.get(i)))
                .toList();
    }

    /** Reads numbers of words. */
    public void read(int first, int count, int[] out) {
        numbers.column(0).readInts(first, count, out, MISSING);
    }

    /** Reads words, null where missing; rows with the same mostly share the object. */
    public void read(int first, int count, @Nullable String[] out) {
        TextFile all = words;
        if (all == null) {
            Arrays.fill(out, 0, count, null);
            return;
        }
        int[] number = new int[count];
        read(first, count, number);
        int lowest = Integer.MAX_VALUE;
        int highest = MISSING;
        for (int one : number) {
            lowest = one < 0 ? lowest : Math.min(lowest, one);
            highest = Math.max(highest, one);
        }
        TextBlock near = near(all, lowest, highest);
        int[] known = new int[SHARED];
        @Nullable String[] word = new @Nullable String[SHARED];
        Arrays.fill(known, MISSING);
        for (int i = 0; i < count; i++) {
            int one = number[i];
            if (one < 0) {
                out[i] = null;
                continue;
            }
            int slot = one & SHARED - 1;
            if (known[slot] != one) {
                known[slot] = one;
                word[slot] = near == null ? all.get(one) : near.get(one - lowest);
            }
            out[i] = word[slot];
        }
    }

    /** All words from one to another, when these lie near to one another, as those of names do; else null. */
    private @Nullable TextBlock near(TextFile all, int lowest, int highest) {
        if (highest < 0 || highest - lowest > NEAR_BYTES) {
            return null;
        }
        return all.start(highest) - all.start(lowest) > NEAR_BYTES ? null : all.read(lowest, highest - lowest + 1);
    }

    @Override
    public void close() {
        try (numbers) {
            if (words != null) {
                words.close();
            }
        }
    }
}
