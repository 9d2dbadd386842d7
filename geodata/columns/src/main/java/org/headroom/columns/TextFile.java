package org.headroom.columns;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Texts written by {@link TextWriter}. Safe for several threads. */
public final class TextFile implements AutoCloseable {
    /** What the names of the files end with that hold where each text ends. */
    public static final String ENDS = ".end";
    /** What the names of the files end with that hold the texts. */
    public static final String BYTES = ".txt";

    private final ColumnBytes ends;
    private final ColumnBytes bytes;
    private final @Nullable ColumnMap endMap;
    private final @Nullable ColumnMap byteMap;

    public TextFile(Path folder, String name) {
        this(
                ColumnStore.folder(folder).open(name + ENDS),
                ColumnStore.folder(folder).open(name + BYTES));
    }

    public TextFile(ColumnBytes ends, ColumnBytes bytes) {
        this(ends, bytes, null, null);
    }

    private TextFile(ColumnBytes ends, ColumnBytes bytes, @Nullable ColumnMap endMap, @Nullable ColumnMap byteMap) {
        this.ends = ends;
        this.bytes = bytes;
        this.endMap = endMap;
        this.byteMap = byteMap;
    }

    /** The same texts, of which {@link #get} finds each where it lies in memory. */
    public TextFile mapped() {
        return new TextFile(ends, bytes, ends.map(), bytes.map());
    }

    public int size() {
        return Math.toIntExact(ends.size() / Long.BYTES);
    }

    /** The text at a place; null where it is missing. */
    public @Nullable String get(int index) {
        if (endMap == null || byteMap == null) {
            return read(index, 1).get(0);
        }
        long start = start(index);
        long end = endMap.getLong(index);
        return end < 0 ? null : new String(byteMap.getBytes(start, (int) (end - start)), StandardCharsets.UTF_8);
    }

    /** Where a text begins: at the end of the one before it. */
    long start(int index) {
        if (endMap == null) {
            return place(read(ends, (index - 1L) * Long.BYTES, Long.BYTES, index == 0), 0);
        }
        long end = index == 0 ? 0 : endMap.getLong(index - 1L);
        return end < 0 ? ~end : end;
    }

    /** The texts from {@code first} on. */
    public TextBlock read(int first, int count) {
        ByteBuffer places = read(ends, (first - 1L) * Long.BYTES, (count + 1) * Long.BYTES, first == 0);
        long start = place(places, 0);
        long end = place(places, count);
        ByteBuffer texts = read(bytes, start, Math.toIntExact(end - start), false);
        int[] relative = new int[count];
        for (int i = 0; i < count; i++) {
            long one = places.getLong((i + 1) * Long.BYTES);
            relative[i] = one < 0 ? ~(int) (~one - start) : (int) (one - start);
        }
        return new TextBlock(texts.array(), relative);
    }

    private static long place(ByteBuffer places, int index) {
        long end = places.getLong(index * Long.BYTES);
        return end < 0 ? ~end : end;
    }

    /** @param fromStart whether there is nothing before the first place, which then counts as 0 */
    private static ByteBuffer read(ColumnBytes from, long at, int length, boolean fromStart) {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(fromStart ? Long.BYTES : 0);
        from.read(at + buffer.position(), buffer);
        if (buffer.hasRemaining()) {
            throw new UncheckedIOException(
                    new EOFException("a file of texts is " + buffer.remaining() + " bytes too short"));
        }
        return buffer;
    }

    @Override
    public void close() {
        try (ends) {
            bytes.close();
        }
    }
}
