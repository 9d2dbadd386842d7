package org.headroom.runs.store;

import java.util.Arrays;
import org.headroom.columns.TextWriter;

/** Texts as UTF-8, one behind the other in memory, until they are written; no object for each. Room that was made once is used again. */
final class HeldTexts {
    private byte[] bytes = new byte[1 << 12];
    /** Where each text ends; complemented where it is missing. */
    private int[] ends;

    private final int capacity;
    private int size;

    /** At most {@code capacity} texts, with room for {@code few} of them at first. */
    HeldTexts(int few, int capacity) {
        ends = new int[few];
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    /** Bytes of all texts together. */
    int bytes() {
        return start(size);
    }

    void clear() {
        size = 0;
    }

    void add(byte[] utf8) {
        int start = start(size);
        if (start + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + utf8.length));
        }
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        end(start + utf8.length);
    }

    void addMissing() {
        end(~start(size));
    }

    private void end(int end) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, capacity);
        }
        ends[size++] = end;
    }

    private int start(int row) {
        int before = row == 0 ? 0 : ends[row - 1];
        return before < 0 ? ~before : before;
    }

    /** The bytes of a text that is not missing. */
    byte[] get(int row) {
        return Arrays.copyOfRange(bytes, start(row), ends[row]);
    }

    /** Writes a text; one after the last that was added is missing, too. */
    void write(int row, TextWriter to) {
        if (row >= size || ends[row] < 0) {
            to.add(null);
        } else {
            int start = start(row);
            to.add(bytes, start, ends[row] - start);
        }
    }
}
