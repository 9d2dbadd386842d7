package org.headroom.layers.column;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts as two: one with a place a record, -1 where missing, and one with the texts, each a length and UTF-8 bytes. Texts that
 * come again share a place as long as the distinct ones are few. Not safe for several threads.
 */
public final class TextOutput implements Closeable {
    static final String PLACES = ".i64";
    static final String TEXTS = ".utf8";
    private static final int MAX_SHARED = 1 << 14;

    private final ColumnOutput places;
    private final ColumnOutput texts;
    private final Map<String, Long> shared = new HashMap<>();
    private @Nullable String last;
    private long lastPlace;

    public TextOutput(ColumnStore store, String name) throws IOException {
        this.places = store.create(name + PLACES);
        this.texts = store.create(name + TEXTS);
    }

    public void put(@Nullable String text) throws IOException {
        if (text == null) {
            places.putLong(-1);
            return;
        }
        if (!text.equals(last)) {
            last = text;
            lastPlace = place(text);
        }
        places.putLong(lastPlace);
    }

    private long place(String text) throws IOException {
        // A column with more distinct texts is one of names or ids; looking for them costs more than it saves.
        if (shared.size() < MAX_SHARED) {
            Long known = shared.get(text);
            if (known != null) {
                return known;
            }
            shared.put(text, texts.bytes());
        }
        return texts.putSized(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The two columns, for the account of all columns. */
    public ColumnOutput[] outputs() {
        return new ColumnOutput[] {places, texts};
    }

    @Override
    public void close() throws IOException {
        try (places) {
            texts.close();
        }
    }
}
