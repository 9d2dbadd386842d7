package org.headroom.layers.column;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns in the heap. */
public final class MemoryStore implements ColumnStore {
    private static final int SHIFT = 16;

    private final Map<String, List<ByteBuffer>> columns = new HashMap<>();

    @Override
    public ColumnOutput create(String name) {
        List<ByteBuffer> parts = new ArrayList<>();
        columns.put(name, parts);
        return new ColumnOutput(name, 1 << SHIFT) {
            @Override
            ByteBuffer write(ByteBuffer filled) {
                if (filled.limit() == 1 << SHIFT) {
                    parts.add(filled);
                    return newBuffer(1 << SHIFT);
                }
                // Only the last part is not full, and it need not keep the room that it does not use.
                parts.add(newBuffer(filled.limit()).put(filled).flip());
                return newBuffer(0);
            }
        };
    }

    @Override
    public ColumnBytes open(String name) {
        List<ByteBuffer> parts = columns.get(name);
        if (parts == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return new ColumnBytes(parts, SHIFT);
    }
}
