package org.headroom.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Texts written by {@link TextWriter}, read one by one from mapped memory. Safe for several threads. */
public final class TextFile {
    private final LongBuffer ends;
    private final MappedByteBuffer bytes;

    public TextFile(Path folder, String name) {
        this.ends = map(folder.resolve(name + ".end")).asLongBuffer();
        this.bytes = map(folder.resolve(name + ".txt"));
    }

    public int size() {
        return ends.limit();
    }

    /** The text at a place; null where it is missing. */
    public @Nullable String get(int index) {
        long end = ends.get(index);
        if (end < 0) {
            return null;
        }
        long before = index == 0 ? 0 : ends.get(index - 1);
        int start = (int) (before < 0 ? ~before : before);
        byte[] utf8 = new byte[(int) end - start];
        bytes.get(start, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static MappedByteBuffer map(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
