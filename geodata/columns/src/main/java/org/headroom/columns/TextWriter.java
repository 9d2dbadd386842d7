package org.headroom.columns;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts one after the other: the bytes to {@code NAME.txt}, where each ends to {@code NAME.end}, eight bytes little endian. A missing
 * text is kept apart from an empty one: its end is complemented.
 */
public final class TextWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream bytes;
    private final OutputStream ends;
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long end;

    public TextWriter(Path folder, String name) {
        try {
            bytes = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".txt")), BUFFER_BYTES);
            ends = Files.newOutputStream(folder.resolve(name + ".end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(@Nullable String text) {
        try {
            if (text == null) {
                addEnd(~end);
                return;
            }
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            write(utf8, 0, utf8.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a text that is UTF-8 already. */
    public void add(byte[] utf8, int from, int length) {
        try {
            write(utf8, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] utf8, int from, int length) throws IOException {
        bytes.write(utf8, from, length);
        end += length;
        addEnd(end);
    }

    private void addEnd(long value) throws IOException {
        if (!pending.hasRemaining()) {
            writeEnds();
        }
        pending.putLong(value);
    }

    private void writeEnds() throws IOException {
        ends.write(pending.array(), 0, pending.position());
        pending.clear();
    }

    /** Lets readers see what was added so far. */
    public void flush() {
        try {
            writeEnds();
            bytes.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (bytes;
                ends) {
            flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
