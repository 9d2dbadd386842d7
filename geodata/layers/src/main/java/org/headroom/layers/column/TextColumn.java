package org.headroom.layers.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TextOutput} wrote. Immutable. */
final class TextColumn {
    /** Places of texts that were read of late; a power of two. */
    private static final int SHARED = 1 << 10;

    private final ColumnBytes places;
    private final ColumnBytes texts;

    TextColumn(ColumnBytes places, ColumnBytes texts) {
        this.places = places;
        this.texts = texts;
    }

    /** The text of a record; null when missing. */
    @Nullable
    String get(int record) {
        long place = places.getLong(8L * record);
        return place < 0 ? null : text(place);
    }

    /** The texts of some records; those that share a place mostly share the object. */
    void read(int first, int count, @Nullable String[] out) {
        long[] place = new long[SHARED];
        @Nullable String[] text = new @Nullable String[SHARED];
        Arrays.fill(place, -1);
        for (int i = 0; i < count; i++) {
            long at = places.getLong(8L * (first + i));
            if (at < 0) {
                out[i] = null;
                continue;
            }
            // Fibonacci hashing (D. E. Knuth, The Art of Computer Programming 3, 1998, 6.4): places lie at regular
            // distances.
            int slot = (int) (at * 0x9E3779B97F4A7C15L >>> 54);
            if (place[slot] != at) {
                place[slot] = at;
                text[slot] = text(at);
            }
            out[i] = text[slot];
        }
    }

    private String text(long place) {
        int length = texts.getUnalignedInt(place);
        return new String(texts.getBytes(place + Integer.BYTES, length), StandardCharsets.UTF_8);
    }
}
