package org.headroom.columns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some texts of a {@link TextFile}, as they lie there: no object a text. Numbered from 0. Not changed after it was read. */
public final class TextBlock {
    private final byte[] bytes;
    /** Where each text ends in {@link #bytes}, complemented where it is missing. */
    private final int[] ends;

    TextBlock(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    public int size() {
        return ends.length;
    }

    public boolean isMissing(int index) {
        return ends[index] < 0;
    }

    /** Length in UTF-8; 0 when missing. */
    public int length(int index) {
        return end(index) - start(index);
    }

    /** Copies the bytes of a text. */
    public void copy(int index, byte[] to, int at) {
        System.arraycopy(bytes, start(index), to, at, length(index));
    }

    public @Nullable String get(int index) {
        return isMissing(index) ? null : new String(bytes, start(index), length(index), StandardCharsets.UTF_8);
    }

    /**
     * A text as the whole number that it is.
     *
     * @throws NumberFormatException when it is none of at most 18 digits with or without a sign
     */
    public long parseWhole(int index) {
        int start = start(index);
        int end = end(index);
        int at = start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
        if (at == end || end - at > 18) {
            throw notWhole(index);
        }
        long value = 0;
        for (int i = at; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw notWhole(index);
            }
            value = 10 * value + digit;
        }
        return bytes[start] == '-' ? -value : value;
    }

    private NumberFormatException notWhole(int index) {
        return new NumberFormatException("\"" + get(index) + "\" is not a whole number of at most 18 digits");
    }

    /** The bytes of a text; none when it is missing. */
    public byte[] bytes(int index) {
        return Arrays.copyOfRange(bytes, start(index), end(index));
    }

    /** Whether a text is this one, in UTF-8. */
    private boolean isEqual(int index, byte[] utf8) {
        return !isMissing(index) && Arrays.equals(bytes, start(index), end(index), utf8, 0, utf8.length);
    }

    /** Place of a text, or -1. */
    public int find(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ends.length; i++) {
            if (isEqual(i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Compares the bytes of two texts where they lie. */
    @FunctionalInterface
    public interface Order {
        int compare(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd);
    }

    /** Compares a text with one of another block. */
    public int compare(int one, TextBlock other, int two, Order order) {
        return order.compare(bytes, start(one), end(one), other.bytes, other.start(two), other.end(two));
    }

    private int start(int index) {
        return index == 0 ? 0 : end(index - 1);
    }

    private int end(int index) {
        return ends[index] < 0 ? ~ends[index] : ends[index];
    }
}
