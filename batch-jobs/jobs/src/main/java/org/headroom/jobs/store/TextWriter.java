package org.headroom.jobs.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes texts one after the other: the bytes to {@code NAME.txt}, where each ends to {@code NAME.end}. A missing text is kept apart from an empty one. */
public final class TextWriter implements AutoCloseable {
    private final BufferedOutputStream bytes;
    private final DataOutputStream ends;
    private long end;

    public TextWriter(Path folder, String name) {
        try {
            bytes = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".txt")));
            ends = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".end"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(@Nullable String text) {
        try {
            if (text == null) {
                ends.writeLong(~end);
                return;
            }
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.write(utf8);
            end += utf8.length;
            ends.writeLong(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (bytes;
                ends) {
            bytes.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
