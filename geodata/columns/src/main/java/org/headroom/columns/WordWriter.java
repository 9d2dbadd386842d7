package org.headroom.columns;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a column of words: texts of which many rows have the same. A row has the number of its word in {@code NAME.word}, four bytes; the
 * words stand in the order in which they came in the texts {@code NAME.words}, which there are none of as long as there is no word. Not safe
 * for several threads.
 */
public final class WordWriter {
    private final ColumnStore store;
    private final String name;
    private final int maxShared;
    private final ColumnWriter numbers;
    private final Map<String, Integer> shared = new HashMap<>();
    private @Nullable TextWriter words;
    private @Nullable String last;
    private int lastNumber;
    private int size;

    /** @param maxShared how many words are looked for when one comes again; the heap holds them */
    public WordWriter(ColumnStore store, String name, int maxShared) {
        this.store = store;
        this.name = name;
        this.maxShared = maxShared;
        numbers = store.create(name + WordColumn.NUMBERS);
    }

    /** The column of the numbers of words, each put less {@link WordColumn#MISSING}. */
    public ColumnWriter numbers() {
        return numbers;
    }

    /** Puts the word of the next row; null where it is missing. */
    public void put(@Nullable String word) {
        numbers.putInt(word == null ? WordColumn.MISSING : number(word), WordColumn.MISSING);
    }

    /** The number that stands for a word; a new one when the word is. */
    public int number(String word) {
        if (!word.equals(last)) {
            last = word;
            // A column with more distinct texts is one of names or ids; looking for them costs more than it saves.
            Integer known = size < maxShared ? shared.get(word) : null;
            lastNumber = known == null ? add(word) : known;
        }
        return lastNumber;
    }

    private int add(String word) {
        TextWriter to = words;
        if (to == null) {
            to = new TextWriter(store, name + WordColumn.WORDS);
            words = to;
        }
        to.add(word);
        if (size < maxShared) {
            shared.put(word, size);
        }
        return size++;
    }
}
