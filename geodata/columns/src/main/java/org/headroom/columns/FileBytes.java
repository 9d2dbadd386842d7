package org.headroom.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file. What is read in order is read from it, not from a map: pages of a map stay in memory, and a file may be larger than that. */
final class FileBytes extends ColumnBytes {
    /** A map is of parts of one gibibyte, as a buffer has at most two. */
    private static final int MAP_SHIFT = 30;
    /** Files up to that are read as a whole: who looks at one site after the other would ask the system for each. */
    private static final int SMALL = 1 << 17;

    private final FileChannel channel;

    /** The bytes of a file that is complete. */
    static ColumnBytes ofComplete(Path file) {
        FileBytes opened = new FileBytes(file, StandardOpenOption.READ);
        long size = opened.size();
        if (size > SMALL) {
            return opened;
        }
        try (opened) {
            ByteBuffer whole = ByteBuffer.allocate((int) size);
            opened.read(0, whole);
            return new MemoryBytes(whole.array());
        }
    }

    FileBytes(Path file, StandardOpenOption... options) {
        try {
            channel = FileChannel.open(file, options);
        } catch (IOException e) {
            throw List.of(options).contains(StandardOpenOption.WRITE)
                    ? new ColumnWriteException(e)
                    : new UncheckedIOException(e);
        }
    }

    @Override
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void read(long at, ByteBuffer to) {
        long start = at - to.position();
        try {
            while (to.hasRemaining() && channel.read(to, start + to.position()) >= 0) {
                // On until the buffer is full or the file ends.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void write(long at, ByteBuffer from) {
        long start = at - from.position();
        try {
            while (from.hasRemaining()) {
                channel.write(from, start + from.position());
            }
        } catch (IOException e) {
            throw new ColumnWriteException(e);
        }
    }

    @Override
    void force() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new ColumnWriteException(e);
        }
    }

    @Override
    public ColumnMap map() {
        List<ByteBuffer> parts = new ArrayList<>();
        try {
            for (long at = 0, size = channel.size(); at < size; at += 1L << MAP_SHIFT) {
                parts.add(channel.map(MapMode.READ_ONLY, at, Math.min(1L << MAP_SHIFT, size - at)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ColumnMap(parts, MAP_SHIFT);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
