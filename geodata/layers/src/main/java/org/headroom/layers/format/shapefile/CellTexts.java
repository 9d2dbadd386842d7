package org.headroom.layers.format.shapefile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Remembers the texts of the cells of a column by their bytes, so that a few distinct texts are not made again for every row. */
final class CellTexts {
    /** A power of two. A cell that falls on another's place takes it over, so the size bounds the memory. */
    private static final int PLACES = 256;
    /** So many cells tell whether texts come again. */
    private static final int TRIAL = 1 << 12;

    private final Entry[] entries = new Entry[PLACES];
    private int asked;
    private int known;

    /** What is known of cells with certain bytes. */
    static final class Entry {
        private byte[] cell = {};
        private boolean known;
        private @Nullable String text;

        boolean isKnown() {
            return known;
        }

        @Nullable
        String text() {
            return text;
        }

        void know(@Nullable String found) {
            text = found;
            known = true;
        }

        private void restart(byte[] block, int from, int to) {
            if (cell.length != to - from) {
                cell = new byte[to - from];
            }
            System.arraycopy(block, from, cell, 0, cell.length);
            known = false;
        }
    }

    /** Whether texts come again; they do not in a column of ids, where looking for them costs more than making them. */
    boolean comeAgain() {
        return asked < TRIAL || known > TRIAL / 8;
    }

    /** The entry for a cell; not known yet when its bytes were not seen of late. */
    Entry entry(byte[] block, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + block[i];
        }
        int place = (hash ^ hash >>> 8 ^ hash >>> 16) & PLACES - 1;
        Entry entry = entries[place];
        if (entry == null) {
            entry = new Entry();
            entries[place] = entry;
        }
        if (!entry.known || !Arrays.equals(entry.cell, 0, entry.cell.length, block, from, from + length)) {
            entry.restart(block, from, from + length);
        }
        if (asked < TRIAL) {
            asked++;
            known += entry.known ? 1 : 0;
        }
        return entry;
    }
}
