package org.headroom.layers.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TextOutput} wrote. Immutable. */
final class TextColumn {
    /** Places of texts that were read of late; a power of two. */
    private static final int SHARED = 1 << 10;

    private static final int NEAR_BYTES = 1 << 20;

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

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
        long[] at = new long[count];
        places.get(8L * first, at, count);
        byte[] near = near(at);
        long nearAt = near.length == 0 ? 0 : lowest(at);
        long[] place = new long[SHARED];
        @Nullable String[] text = new @Nullable String[SHARED];
        Arrays.fill(place, -1);
        for (int i = 0; i < count; i++) {
            if (at[i] < 0) {
                out[i] = null;
                continue;
            }
            // Fibonacci hashing (D. E. Knuth, The Art of Computer Programming 3, 1998, 6.4): places lie at regular
            // distances.
            int slot = (int) (at[i] * 0x9E3779B97F4A7C15L >>> 54);
            if (place[slot] != at[i]) {
                place[slot] = at[i];
                text[slot] = near.length == 0 ? text(at[i]) : text(near, (int) (at[i] - nearAt));
            }
            out[i] = text[slot];
        }
    }

    /** All texts at some places, when these lie near to one another, as those of ids do; else nothing. */
    private byte[] near(long[] at) {
        long highest = -1;
        for (long place : at) {
            highest = Math.max(highest, place);
        }
        long lowest = highest < 0 ? 0 : lowest(at);
        if (highest < 0 || highest - lowest > NEAR_BYTES) {
            return new byte[0];
        }
        int end = texts.getUnalignedInt(highest) + Integer.BYTES;
        return texts.getBytesInOrder(lowest, (int) (highest - lowest) + end);
    }

    private static long lowest(long[] at) {
        long lowest = Long.MAX_VALUE;
        for (long place : at) {
            lowest = place < 0 ? lowest : Math.min(lowest, place);
        }
        return lowest;
    }

    private static String text(byte[] near, int at) {
        int length = (int) LITTLE_ENDIAN.get(near, at);
        return new String(near, at + Integer.BYTES, length, StandardCharsets.UTF_8);
    }

    private String text(long place) {
        int length = texts.getUnalignedInt(place);
        return new String(texts.getBytes(place + Integer.BYTES, length), StandardCharsets.UTF_8);
    }
}
