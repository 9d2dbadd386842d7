package org.headroom.layers.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Columns as files of a folder that exists; they are read where they lie, so that they take no heap. */
public final class FolderStore implements ColumnStore {
    private static final int SHIFT = 30;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;

    public FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public ColumnOutput create(String name) throws IOException {
        FileChannel file = open(folder.resolve(name));
        return new ColumnOutput(name, BUFFER_BYTES) {
            @Override
            ByteBuffer write(ByteBuffer filled) throws IOException {
                while (filled.hasRemaining()) {
                    file.write(filled);
                }
                return filled.clear();
            }

            @Override
            public void close() throws IOException {
                try (file) {
                    super.close();
                }
            }
        };
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(
                    file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new ColumnWriteException(e);
        }
    }

    @Override
    public ColumnBytes open(String name) throws IOException {
        // Closed, as the maps are, when nobody uses the column any more.
        FileChannel file = FileChannel.open(folder.resolve(name), StandardOpenOption.READ);
        List<ByteBuffer> parts = new ArrayList<>();
        for (long at = 0; at < file.size(); at += 1L << SHIFT) {
            parts.add(file.map(MapMode.READ_ONLY, at, Math.min(1L << SHIFT, file.size() - at)));
        }
        return new ColumnBytes(file, parts, SHIFT);
    }
}
