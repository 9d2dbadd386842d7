package org.headroom.export;

/** Texts that are UTF-8 already; must give the same bytes each time and be safe to call from several threads. */
@FunctionalInterface
public interface Utf8Source {
    /** What {@link #copy} gives where there is no text. */
    int NONE = -1;

    /**
     * Copies the whole text of a row.
     *
     * @param out has room for the longest text from {@code at} on
     * @return bytes copied, or {@link #NONE}
     */
    int copy(int row, byte[] out, int at);
}
