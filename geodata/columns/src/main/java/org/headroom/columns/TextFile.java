package org.headroom.columns;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Texts written by {@link TextWriter}. Safe for several threads. */
public final class TextFile implements AutoCloseable {
    private final FileChannel ends;
    private final FileChannel bytes;

    public TextFile(Path folder, String name) {
        try {
            ends = FileChannel.open(folder.resolve(name + ".end"), StandardOpenOption.READ);
            bytes = FileChannel.open(folder.resolve(name + ".txt"), StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int size() {
        try {
            return Math.toIntExact(ends.size() / Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text at a place; null where it is missing. */
    public @Nullable String get(int index) {
        return read(index, 1).get(0);
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
    private static ByteBuffer read(FileChannel channel, long at, int length, boolean fromStart) {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(fromStart ? Long.BYTES : 0);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new EOFException("a file of texts is " + buffer.remaining() + " bytes too short");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer;
    }

    @Override
    public void close() {
        try (ends;
                bytes) {
            // Both are closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
