package org.headroom.columns;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts one after the other: the bytes to {@code NAME.txt}, where each ends to {@code NAME.end}, eight bytes little endian. A missing
 * text is kept apart from an empty one: its end is complemented.
 */
public final class TextWriter implements AutoCloseable {
    private final ColumnWriter bytes;
    private final ColumnWriter ends;

    public TextWriter(Path folder, String name) {
        this(ColumnStore.folder(folder), name);
    }

    public TextWriter(ColumnStore store, String name) {
        bytes = store.create(name + TextFile.BYTES).begin();
        ends = store.create(name + TextFile.ENDS).begin();
    }

    public void add(@Nullable String text) {
        if (text == null) {
            ends.putLong(~bytes.size());
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8, 0, utf8.length);
    }

    /** Adds a text that is UTF-8 already, or other bytes. */
    public void add(byte[] utf8, int from, int length) {
        bytes.putBytes(utf8, from, length);
        ends.putLong(bytes.size());
    }

    /** Lets readers see what was added so far. */
    public void flush() {
        ends.flush();
        bytes.flush();
    }

    @Override
    public void close() {
        try (ends) {
            bytes.close();
        }
    }
}
