package org.headroom.export;

/**
 * Texts to UTF-8 straight into a buffer. Half of a surrogate pair cannot be written in UTF-8, and readers of DBF end a text at
 * a NUL; both become a question mark.
 */
final class Utf8 {
    private Utf8() {}

    /** Bytes that the whole text takes. */
    static int length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (isPair(text, i)) {
                bytes += 4;
                i++;
            } else {
                bytes += Character.isSurrogate(c) ? 1 : 3;
            }
        }
        return bytes;
    }

    /** Writes as many whole characters as fit before {@code limit}; gives the place behind the last byte. */
    static int put(String text, byte[] out, int start, int limit) {
        int at = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (at + 1 > limit) {
                    return at;
                }
                out[at++] = c == 0 ? (byte) '?' : (byte) c;
            } else if (c < 0x800) {
                if (at + 2 > limit) {
                    return at;
                }
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else if (isPair(text, i)) {
                if (at + 4 > limit) {
                    return at;
                }
                int point = Character.toCodePoint(c, text.charAt(++i));
                out[at++] = (byte) (0xF0 | point >> 18);
                out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | point & 0x3F);
            } else if (Character.isSurrogate(c)) {
                if (at + 1 > limit) {
                    return at;
                }
                out[at++] = '?';
            } else {
                if (at + 3 > limit) {
                    return at;
                }
                out[at++] = (byte) (0xE0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        return at;
    }

    /** Copies the first bytes of a text, none when there are fewer than 1. */
    static void put(byte[] text, int bytes, byte[] out, int start) {
        for (int i = 0; i < bytes; i++) {
            out[start + i] = text[i] == 0 ? (byte) '?' : text[i];
        }
    }

    /** Length of the longest beginning of a longer text that has whole characters and at most so many bytes. */
    static int cut(byte[] text, int limit) {
        int end = limit;
        while (end > 0 && (text[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
